import type { Locale } from '@wilma/domain';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';

const UMLAUT: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };
/** An umlaut in two letters; "ue" after a vowel or q is none: "neue", "Quelle". */
const TWO_LETTERS = /([ao])e|(?<![aeiouq])ue/g;

/** So many words in the cache of a language, then it begins anew: texts can be made to fill it. */
const CACHED = 50_000;
const caches: Record<Locale, Map<string, string>> = { de: new Map(), en: new Map() };

/**
 * What the forms of a word have in common, by Snowball; "Kälte", "Kaelte" and "Kalte" meet.
 * @param word in lower case
 */
export function stemOf(word: string, locale: Locale): string {
  const cache = caches[locale];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stem = locale === 'de' ? german(plain(word)) : english(word);
  if (cache.size >= CACHED) cache.clear();
  cache.set(word, stem);
  return stem;
}

const plain = (word: string): string =>
  word
    .replaceAll(/[äöüß]/g, (letter) => UMLAUT[letter] ?? letter)
    .replaceAll(TWO_LETTERS, (_found, first: string | undefined) => first ?? 'u');
