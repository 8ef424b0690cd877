import { SUBJECT_TITLE } from './ask.js';
import { button, paragraph } from './blocks.js';
import { matchLetter } from './layout.js';
import { type FollowUpMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Asks how it went since the introduction, and for two clicks that record it. */
export function renderFollowUp(mail: FollowUpMail): Promise<MailContent> {
  const { recipient, name, otherTitle, organisation } = mail;
  const text = mailText(recipient.locale);
  const values = { name, other: otherTitle, known: String(organisation !== null) };
  return matchLetter(mail, {
    subject: text('followUp.subject', { title: shorten(otherTitle, SUBJECT_TITLE) }),
    preview: text('followUp.preview'),
    blocks: [
      paragraph(text('followUp.opening', { ...values, organisation: organisation ?? '' })),
      paragraph(text('followUp.record')),
      button(text('followUp.button'), mail.matchUrl, text('followUp.again', { name })),
    ],
  });
}
