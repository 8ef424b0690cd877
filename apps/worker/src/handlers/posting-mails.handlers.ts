import type { PostingMailService } from '@wilma/notifications';
import { type Handler, on } from '../handler-registry.js';

/** Mails to the contact of a posting about what became of it. */
export const postingMailHandlers = (mails: PostingMailService): Handler[] => [
  on('posting.confirmation-asked', 'ask-contact', (tx, { posting }) =>
    mails.askConfirmation(tx, posting),
  ),
  on('posting.confirmed', 'ask-about-others', (tx, { posting }) =>
    mails.askAboutOthers(tx, posting),
  ),
  on('posting.changes-requested', 'tell-changes', (tx, { posting }) =>
    mails.tellChanges(tx, posting),
  ),
  on('posting.published', 'tell-published', async (tx, { posting, reviewed }) => {
    if (reviewed) await mails.tellPublished(tx, posting);
  }),
  on('posting.expiring', 'tell-expiring', (tx, { posting }) => mails.tellExpiring(tx, posting)),
  on('posting.expired', 'tell-expired', (tx, { posting }) => mails.tellExpired(tx, posting)),
];
