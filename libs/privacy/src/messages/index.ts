import type { Locale } from '@wilma/domain';
import { translator } from '@wilma/platform';
import { de, words as german } from './de.js';
import { en, words as english } from './en.js';

export const privacyText = translator({ de, en });

type NameIn<Key> = Key extends `section.${infer Name}` ? Name : never;
export type SectionName = NameIn<keyof typeof de>;

const WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  de: german,
  en: english,
};

/** What a single value is called; its own name where nobody named it. */
export const wordFor = (field: string, locale: Locale): string => WORDS[locale][field] ?? field;
