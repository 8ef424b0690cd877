import { otherPosting, SUBJECT_TITLE, why } from './ask.js';
import { button, paragraph } from './blocks.js';
import { matchLetter } from './layout.js';
import { type AskMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Reminds a side that has not answered; complete in itself, since the first mail may be lost. */
export function renderReminder(mail: AskMail): Promise<MailContent> {
  const { side, other, deadline, recipient } = mail;
  const text = mailText(recipient.locale);
  return matchLetter(mail, {
    subject: text('reminder.subject', { deadline, title: shorten(other.title, SUBJECT_TITLE) }),
    preview: text('reminder.preview'),
    blocks: [
      paragraph(text('reminder.opening', { side, own: mail.ownTitle, deadline })),
      otherPosting(mail),
      ...why(mail),
      paragraph(text('ask.privacy')),
      button(text('ask.button'), mail.answerUrl, text('ask.deadline', { deadline })),
    ],
  });
}
