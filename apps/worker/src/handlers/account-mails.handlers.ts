import type { AccountMailService } from '@wilma/notifications';
import { type Handler, on } from '../handler-registry.js';

/** Mails that belong to an account itself. */
export const accountMailHandlers = (mails: AccountMailService): Handler[] => [
  on('account.registered', 'ask-to-confirm', (tx, { account }) =>
    mails.askToConfirm(tx, account, account),
  ),
  on('account.confirmation-asked', 'ask-to-confirm', (tx, { account, ask }) =>
    mails.askToConfirm(tx, account, ask),
  ),
  on('account.link-requested', 'send-link', (tx, { request }) => mails.sendLink(tx, request)),
];
