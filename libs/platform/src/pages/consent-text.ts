import { createHash } from 'node:crypto';
import type { Locale } from '@wilma/domain';
import { de } from './messages/de.js';
import { en } from './messages/en.js';

/** What somebody read when they agreed: kept as proof. */
export interface ConsentText {
  readonly version: number;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/** Counts on with each change of the text. */
const VERSION = 1;
const TEXTS = { de, en };

/** Of the page on which somebody confirms their address. */
export const consentText = (locale: Locale): ConsentText => ({
  version: VERSION,
  hash: createHash('sha256').update(TEXTS[locale]['confirmAddress.consent']).digest('hex'),
});
