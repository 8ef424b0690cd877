import type { Locale } from '@wilma/domain';
import { deu, eng } from 'stopword';

/** Nouns and adjectives of the German list that can be what a text is about. */
const TOPICAL = ['mensch', 'menschen', 'jahr', 'jahre', 'jahren', 'zeit', 'tag', 'tage', 'teil'];

/** Words without a subject of their own, in lower case, as they are written. */
export const functionWords: Readonly<Record<Locale, ReadonlySet<string>>> = {
  de: new Set(deu.filter((word) => !TOPICAL.includes(word))),
  en: new Set(eng),
};
