import { SUBJECT_TITLE } from './ask.js';
import { button, paragraph } from './blocks.js';
import { matchLetter } from './layout.js';
import { type DeclinedMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Tells who said yes that it came to nothing: no reason, no name, no hint at which it was. */
export function renderDeclined(mail: DeclinedMail): Promise<MailContent> {
  const { recipient, side, ownTitle, otherTitle } = mail;
  const text = mailText(recipient.locale);
  return matchLetter(mail, {
    subject: text('declined.subject', { title: shorten(otherTitle, SUBJECT_TITLE) }),
    preview: text('declined.preview'),
    blocks: [
      paragraph(text('declined.opening', { other: otherTitle })),
      paragraph(text('declined.privacy')),
      paragraph(text('declined.next', { side, own: ownTitle })),
      button(text('declined.button'), mail.postingUrl, null),
    ],
  });
}
