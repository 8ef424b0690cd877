import { capitalised, type Locale } from '@wilma/domain';
import { type Fact, partyOf, postingFacts, wordsOf } from '@wilma/platform';
import { type Block, button, list, panel, paragraph, steps } from './blocks.js';
import { matchLetter } from './layout.js';
import { type AskMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Characters of a title in a subject. */
export const SUBJECT_TITLE = 60;

/** The mail that asks: the other side in brief, why, what happens on each answer, one button. */
export function renderAsk(mail: AskMail): Promise<MailContent> {
  const { side, other, deadline, recipient } = mail;
  const text = mailText(recipient.locale);
  return matchLetter(mail, {
    subject: text('ask.subject', { side, title: shorten(other.title, SUBJECT_TITLE) }),
    preview: text('ask.preview', { deadline, summary: other.summary }),
    blocks: [
      paragraph(
        text('ask.opening', {
          side,
          party: partyOf(other, recipient.locale),
          own: mail.ownTitle,
        }),
      ),
      otherPosting(mail),
      ...why(mail),
      steps(text('ask.next'), nextSteps(recipient.locale)),
      paragraph(text('ask.privacy')),
      button(text('ask.button'), mail.answerUrl, text('ask.deadline', { deadline })),
    ],
  });
}

/** The other side's posting as far as it may be shown before both said yes. */
export function otherPosting({ other, recipient }: AskMail): Block {
  return panel({
    kind: wordsOf(recipient.locale).postingKind[other.kind],
    title: other.title,
    summary: other.summary,
    rows: postingFacts(other, recipient.locale),
  });
}

/** Strength in words, the reasons, and what is still open. */
export function why({ recipient, strength, reasons, openQuestions }: AskMail): Block[] {
  const text = mailText(recipient.locale);
  const chip = capitalised(wordsOf(recipient.locale).strength[strength]);
  return [
    list({ heading: text('ask.why'), chip, items: reasons }),
    ...(openQuestions.length === 0
      ? []
      : [list({ heading: text('ask.open'), items: openQuestions })]),
  ];
}

/** What follows from each answer. */
export function nextSteps(locale: Locale): Fact[] {
  const text = mailText(locale);
  return (['ask.yes', 'ask.no', 'ask.question'] as const).map((answer) => ({
    label: text(answer),
    value: text(`${answer}.then`),
  }));
}
