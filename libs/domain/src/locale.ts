import { Locale } from './vocabulary.js';

/** The first of our languages that a browser asks for, or null. */
export function localeIn(header: string | null | undefined): Locale | null {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return (asked.find((language) => language in Locale) as Locale | undefined) ?? null;
}
