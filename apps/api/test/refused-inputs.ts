import type { Locale } from '@wilma/domain';
import { FOUR_TAGS, type Variables } from '@wilma/testing';

export type Sentences = Readonly<Record<Locale, string>>;

/** What a refusal of bad input must say. */
export interface Refused {
  readonly what: string;
  /** @param foreign id of an organisation of others */
  readonly input: (foreign: string) => Variables;
  readonly code?: string;
  readonly path: string;
  readonly sentence: Sentences;
}

export const tagged = (...tags: string[]) => ({ tags: tags.map((tag) => ({ tag, weight: 2 })) });
const [aTag = '', ...otherTags] = FOUR_TAGS;
export const NUL = '\u0000';
const LONE_SURROGATE = '\ud800';

const outOfRange = {
  de: 'Bitte geben Sie eine ganze Zahl von 1 bis 9 an.',
  en: 'Please enter a whole number from 1 to 9.',
};
const badCharacters = {
  de: 'Der Text enthält unzulässige Zeichen.',
  en: 'The text contains characters that are not allowed.',
};
const tooShort = { de: 'Mindestens 3 Zeichen.', en: 'At least 3 characters.' };
const missing = { de: 'Diese Angabe fehlt.', en: 'This is missing.' };
const invalid = { de: 'Diese Angabe ist ungültig.', en: 'This value is not valid.' };

export const REFUSED: readonly Refused[] = [
  {
    what: 'an unknown tag',
    input: () => tagged(aTag, 'no-such-tag'),
    path: 'tags.1.tag',
    sentence: { de: 'Dieses Schlagwort gibt es nicht.', en: 'There is no such tag.' },
  },
  {
    what: 'the same tag twice',
    input: () => tagged(aTag, ...otherTags, aTag),
    path: 'tags.4.tag',
    sentence: { de: 'Dieses Schlagwort ist schon vergeben.', en: 'This tag is there already.' },
  },
  {
    what: '10,000 tags',
    input: () => tagged(...Array.from({ length: 10_000 }, (_, n) => `tag-${n}`)),
    path: 'tags',
    sentence: { de: 'Höchstens 12 Einträge.', en: 'At most 12 entries.' },
  },
  {
    what: 'a foreign organisation',
    input: (foreign) => ({ organisation: foreign }),
    code: 'FORBIDDEN',
    path: 'organisation',
    sentence: {
      de: 'Für diese Organisation dürfen Sie nicht handeln.',
      en: 'You may not act for this organisation.',
    },
  },
  {
    what: 'an end before the start',
    input: () => ({ startsOn: '2027-03-02', endsOn: '2027-03-01' }),
    path: 'endsOn',
    sentence: { de: 'Das Ende liegt vor dem Beginn.', en: 'The end is before the start.' },
  },
  {
    what: 'a day that no calendar has',
    input: () => ({ startsOn: '2027-02-30' }),
    path: 'startsOn',
    sentence: invalid,
  },
  { what: 'TRL 0', input: () => ({ trl: 0 }), path: 'trl', sentence: outOfRange },
  { what: 'TRL 10', input: () => ({ trl: 10 }), path: 'trl', sentence: outOfRange },
  { what: 'half a TRL', input: () => ({ trl: 4.5 }), path: 'trl', sentence: invalid },
  {
    what: 'a title of 5,000 characters',
    input: () => ({ title: 'a'.repeat(5_000) }),
    path: 'title',
    sentence: { de: 'Höchstens 160 Zeichen.', en: 'At most 160 characters.' },
  },
  { what: 'an empty title', input: () => ({ title: '' }), path: 'title', sentence: tooShort },
  { what: 'a blank title', input: () => ({ title: ' \n ' }), path: 'title', sentence: tooShort },
  { what: 'no title', input: () => ({ title: undefined }), path: 'title', sentence: missing },
  {
    what: 'NUL in a text',
    input: () => ({ description: `Ende${NUL}` }),
    path: 'description',
    sentence: badCharacters,
  },
  {
    what: 'a lone surrogate in a text',
    input: () => ({ title: `Risse ${LONE_SURROGATE} erkennen` }),
    path: 'title',
    sentence: badCharacters,
  },
  {
    what: 'NUL in a tag',
    input: () => tagged(`${aTag}${NUL}`),
    path: 'tags.0.tag',
    sentence: badCharacters,
  },
  {
    what: 'a district that there is not',
    input: () => ({ district: 'PARIS' }),
    path: 'district',
    sentence: invalid,
  },
];
