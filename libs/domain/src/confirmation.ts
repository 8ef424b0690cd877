import { values } from './vocabulary.js';

/** How it was proven that an account's address belongs to whoever uses the account. */
export const ConfirmationWay = values(
  'MAIL_LINK',
  'SIGN_IN_LINK',
  'PASSWORD_RESET',
  'INVITATION',
  'PROVIDER',
  'OPERATOR',
);
export type ConfirmationWay = keyof typeof ConfirmationWay;

/** What a link is for that somebody had sent to an address. */
export const LinkPurpose = values('SIGN_IN', 'RESET_PASSWORD');
export type LinkPurpose = keyof typeof LinkPurpose;
