import { createHash } from 'node:crypto';
import type { Locale } from '@wilma/domain';
import { de } from './messages/de.js';
import { en } from './messages/en.js';
import { postingDe } from './messages/posting-de.js';
import { postingEn } from './messages/posting-en.js';

/** What somebody read when they agreed: kept as proof. */
export interface ConsentText {
  readonly version: number;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** Each counts on with a change of its text. */
const VERSION = { address: 1, posting: 1 };
const TEXTS = { de, en };
const POSTING_TEXTS = { de: postingDe, en: postingEn };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Of the page on which somebody confirms their address. */
export const consentText = (locale: Locale): ConsentText => ({
  version: VERSION.address,
  hash: hashOf(TEXTS[locale]['confirmAddress.consent']),
});

/** Of the page on which a contact agrees to a posting: who will read what. */
export const postingConsentText = (locale: Locale): ConsentText => {
  const texts = POSTING_TEXTS[locale];
  const read = [
    texts['confirm.shown.NAMED'],
    texts['confirm.shown.BLINDED'],
    texts['confirm.shown.COORDINATORS_ONLY'],
    texts['confirm.contact.private'],
    texts['confirm.yes'],
  ];
  return { version: VERSION.posting, hash: hashOf(read.join('\n')) };
};
