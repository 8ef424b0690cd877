import { otherPosting, SUBJECT_TITLE } from './ask.js';
import { button, paragraph, passage } from './blocks.js';
import { matchLetter } from './layout.js';
import {
  type MailContent,
  mailText,
  type QuestionAnsweredMail,
  type QuestionRelayedMail,
} from './mail.js';
import { shorten } from './plain-text.js';

/** Passes a question on: who asks stays unknown, and so does who replies. */
export function renderQuestionRelayed(mail: QuestionRelayedMail): Promise<MailContent> {
  const { recipient, side, ownTitle, question } = mail;
  const text = mailText(recipient.locale);
  return matchLetter(mail, {
    subject: text('relayed.subject', { side, title: shorten(ownTitle, SUBJECT_TITLE) }),
    preview: text('relayed.preview'),
    blocks: [
      paragraph(text('relayed.opening', { side, own: ownTitle })),
      passage(text('relayed.question'), question),
      otherPosting(mail),
      paragraph(text('relayed.privacy')),
      button(text('relayed.button'), mail.answerUrl, text('relayed.hint')),
    ],
  });
}

/** Tells the asker the answer; complete in itself, since now they decide. */
export function renderQuestionAnswered(mail: QuestionAnsweredMail): Promise<MailContent> {
  const { recipient, other, deadline } = mail;
  const text = mailText(recipient.locale);
  return matchLetter(mail, {
    subject: text('replied.subject', { title: shorten(other.title, SUBJECT_TITLE) }),
    preview: text('replied.preview'),
    blocks: [
      paragraph(text('replied.opening', { other: other.title })),
      passage(text('replied.question'), mail.question),
      passage(text('replied.answer'), mail.answer),
      otherPosting(mail),
      paragraph(text('ask.privacy')),
      button(text('ask.button'), mail.answerUrl, text('ask.deadline', { deadline })),
    ],
  });
}
