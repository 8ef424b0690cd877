import { ACCOUNT } from './account.sections.js';
import type { Section } from './section.js';
import { WORK } from './work.sections.js';

/** Everything that is known about a person, in the order in which they are told. */
export const SECTIONS: readonly Section[] = [...ACCOUNT, ...WORK];

/**
 * Tables that refer to an account or hold an address and are no section, with the reason. A table
 * that is on neither list fails a test.
 */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  'auth.verification': 'codes of links that are under way, for minutes; the mail with them is told',
  'public.link_request': 'an address that somebody typed, until its mail is written',
  'public.idempotent_request': 'answers that the same request would get again, for a day',
  'public.confidential_read': 'what staff read; their own export tells it with their events',
  'public.organisation': 'an address of its transfer office, which is no person’s',
};
