import type { Locale } from '@wilma/domain';
import type { TagFullFragment, TagPatch } from '../../graphql/generated/graphql.js';
import type { NamedTag } from './use-curation.js';

interface Words {
  readonly label: string;
  /** One on each line. */
  readonly synonyms: string;
}

/** What the form of a tag holds. */
export type TagValues = Readonly<Record<Locale, Words>> & {
  readonly broader: readonly NamedTag[];
  readonly related: readonly NamedTag[];
};

type Tag = Pick<TagFullFragment, 'broader' | 'de' | 'en' | 'related'>;

const wordsOf = ({ label, synonyms }: Tag['de']): Words => ({
  label: label ?? '',
  synonyms: synonyms.join('\n'),
});

export const valuesOfTag = ({ de, en, broader, related }: Tag): TagValues => ({
  de: wordsOf(de),
  en: wordsOf(en),
  broader,
  related,
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const idsOf = (tags: readonly NamedTag[]): string[] => tags.map(({ id }) => id);
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join('\n') === [...other].sort().join('\n');

/** Only what was changed: the files go on keeping the rest. A label that was emptied stays. */
export function patchOf(values: TagValues, tag: Tag): TagPatch {
  const label = (locale: Locale): string | null => {
    const text = values[locale].label.trim();
    return text === '' || text === tag[locale].label ? null : text;
  };
  const synonyms = (locale: Locale): string[] | null => {
    const lines = linesOf(values[locale].synonyms);
    return isSame(lines, tag[locale].synonyms) ? null : lines;
  };
  const relatives = (kind: 'broader' | 'related'): string[] | null =>
    isSame(idsOf(values[kind]), idsOf(tag[kind])) ? null : idsOf(values[kind]);
  return {
    label: { de: label('de'), en: label('en') },
    synonyms: { de: synonyms('de'), en: synonyms('en') },
    broader: relatives('broader'),
    related: relatives('related'),
  };
}
