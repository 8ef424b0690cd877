import { type Locale, type TagConcept, TagGraph } from '@wilma/domain';
import type { TaggedText } from '@wilma/matching';
import { z } from 'zod';
import { readRows } from './collection.js';

const words = z.object({ de: z.string().optional(), en: z.string().optional() });
const wordLists = z.object({
  de: z.array(z.string()).optional(),
  en: z.array(z.string()).optional(),
});

/** A row of either shape: with one label a language, or with a preferred and other labels. */
const vocabularyRow = z.object({
  id: z.string(),
  labels: words.optional(),
  pref: words.optional(),
  alt: wordLists.default({}),
  broader: z.array(z.string()).default([]),
  related: z.array(z.string()).default([]),
});

const textRow = z.object({
  id: z.string(),
  lang: z.string().nullish(),
  title: z.string().default(''),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
});

/** A text whose tags librarians chose. */
export interface Labelled extends TaggedText {
  readonly lang: string | null;
}

/** @throws where a file cannot be read or a row is not of the expected shape */
export async function readVocabularyRows(file: string): Promise<TagGraph> {
  const rows = await readRows(file, vocabularyRow);
  const known = new Set(rows.map(({ id }) => id));
  const within = (ids: readonly string[]): string[] => ids.filter((id) => known.has(id));
  return new TagGraph(
    rows.map((row): TagConcept => {
      const label = row.labels ?? row.pref ?? {};
      const of = (locale: Locale, other: Locale): string => label[locale] ?? label[other] ?? '';
      return {
        id: row.id,
        label: { de: of('de', 'en'), en: of('en', 'de') },
        synonyms: { de: row.alt.de ?? [], en: row.alt.en ?? [] },
        broader: within(row.broader),
        related: within(row.related),
      };
    }),
  );
}

/** Title and text of each row as one text, an empty line behind the title. */
export async function readTexts(file: string): Promise<Labelled[]> {
  return (await readRows(file, textRow)).map(({ id, lang, title, text, tags }) => ({
    id,
    lang: lang ?? null,
    text: `${title}\n\n${text}`,
    tags,
  }));
}
