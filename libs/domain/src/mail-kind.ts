import { values } from './vocabulary.js';

/** What a mail is for; the tables of states name those that follow from a step. */
export const MailKind = values(
  'ASK',
  'REMINDER',
  'INTRODUCED',
  'DECLINED',
  'WITHDRAWN',
  'FOLLOW_UP',
  'DIGEST',
  'POSTING_CONFIRM',
  'POSTING_CHANGES',
  'POSTING_PUBLISHED',
  'POSTING_EXPIRING',
  'POSTING_EXPIRED',
  'QUESTION_RELAYED',
  'QUESTION_ANSWERED',
  'INVITATION',
  'CONFIRM_ADDRESS',
  'SIGN_IN_LINK',
  'RESET_PASSWORD',
  'ERASURE',
  'TEST',
);
export type MailKind = keyof typeof MailKind;
