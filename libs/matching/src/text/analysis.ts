import type { Locale } from '@wilma/domain';
import type { CompoundSplitter } from './compound-splitter.js';
import { stemOf } from './stem.js';
import { functionWords } from './stop-words.js';

/** A word of a text. */
export interface TextWord {
  /** Where it stands in the text, in UTF-16 units; `to` is behind it. */
  readonly from: number;
  readonly to: number;
  /** In lower case. */
  readonly word: string;
  readonly stem: string;
  /** Stems of the parts of a compound; none of a word that is whole. */
  readonly parts: readonly string[];
  /** Whether it has no subject of its own, like "and". */
  readonly isStop: boolean;
}

export interface Reading {
  /** The language of the text. */
  readonly locale: Locale;
  /** Takes German compounds apart; without it they stay whole. */
  readonly splitter?: CompoundSplitter | undefined;
}

/** Longer texts are read so far: nobody writes more by hand. */
export const LONGEST_TEXT = 100_000;
/** Longer rows of letters are no words; they are left out. */
const LONGEST_WORD = 64;
/** With marks, since some systems write an umlaut as a letter and its two dots. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The words of a text in their order, without its signs. */
export function analyse(text: string, { locale, splitter }: Reading): TextWord[] {
  const words: TextWord[] = [];
  for (const { 0: written, index: from } of text.slice(0, LONGEST_TEXT).matchAll(WORD)) {
    if (written.length > LONGEST_WORD) continue;
    const word = written.normalize('NFC').toLowerCase();
    const parts = locale === 'de' ? (splitter?.split(word) ?? []) : [];
    words.push({
      from,
      to: from + written.length,
      word,
      stem: stemOf(word, locale),
      parts: parts.length < 2 ? [] : parts.map((part) => stemOf(part.toLowerCase(), locale)),
      isStop: functionWords[locale].has(word),
    });
  }
  return words;
}

/** A bag of a text's terms: stems of its words and, beside them, of the parts of compounds. */
export const termsOf = (text: string, reading: Reading): string[] =>
  analyse(text, reading).flatMap(({ isStop, stem, parts }) => (isStop ? [] : [stem, ...parts]));
