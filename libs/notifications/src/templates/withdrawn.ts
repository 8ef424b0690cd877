import { SUBJECT_TITLE } from './ask.js';
import { button, paragraph } from './blocks.js';
import { matchLetter } from './layout.js';
import { type MailContent, mailText, type WithdrawnMail } from './mail.js';
import { shorten } from './plain-text.js';

/** Tells who was asked that there is nothing to answer any more, because a posting is away. */
export function renderWithdrawn(mail: WithdrawnMail): Promise<MailContent> {
  const { recipient, side, ownTitle, otherTitle, isOwnAway } = mail;
  const text = mailText(recipient.locale);
  const away = isOwnAway ? 'own' : 'other';
  return matchLetter(mail, {
    subject: text('withdrawn.subject', { title: shorten(otherTitle, SUBJECT_TITLE) }),
    preview: text('withdrawn.preview'),
    blocks: [
      paragraph(text(`withdrawn.opening.${away}`, { side, own: ownTitle, other: otherTitle })),
      paragraph(text('withdrawn.privacy')),
      paragraph(text(`withdrawn.next.${away}`, { side })),
      button(text('declined.button'), mail.postingUrl, null),
    ],
  });
}
