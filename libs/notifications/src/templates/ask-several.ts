import { capitalised, dayInBerlin } from '@wilma/domain';
import { postingFacts, wordsOf } from '@wilma/platform';
import { nextSteps, SUBJECT_TITLE } from './ask.js';
import { type Block, button, list, panel, paragraph, steps, title } from './blocks.js';
import { letter } from './layout.js';
import { type AskMail, type AskSeveralMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Reasons that a match gives of itself among others; its page gives all. */
const REASONS = 3;

/** Asks about several matches in one mail: each in brief, with a button of its own. */
export const renderAskSeveral = (mail: AskSeveralMail): Promise<MailContent> => {
  const text = mailText(mail.recipient.locale);
  return several(mail, 'ask.several', [
    steps(text('ask.next'), nextSteps(mail.recipient.locale)),
    paragraph(text('ask.several.privacy')),
  ]);
};

/** Reminds of several matches in one mail, complete in itself. */
export const renderReminderSeveral = (mail: AskSeveralMail): Promise<MailContent> =>
  several(mail, 'reminder.several', [
    paragraph(mailText(mail.recipient.locale)('ask.several.privacy')),
  ]);

function several(
  mail: AskSeveralMail,
  occasion: 'ask.several' | 'reminder.several',
  end: readonly Block[],
): Promise<MailContent> {
  const { recipient, matches } = mail;
  const text = mailText(recipient.locale);
  const titles = matches.map(({ other }) => other.title);
  const deadlines = matches.map((match) => match.deadline);
  const deadline = new Date(Math.min(...deadlines.map(Number)));
  // Where one day holds for all it is said once.
  const isOneDay = new Set(deadlines.map(dayInBerlin)).size === 1;
  const hint = isOneDay ? null : 'ask.several.deadline';
  const values = { deadline, count: matches.length };
  return letter(
    { ...mail, demo: matches.some(({ demo }) => demo) },
    {
      subject: text(`${occasion}.subject`, {
        ...values,
        title: shorten(titles[0] ?? '', SUBJECT_TITLE),
      }),
      preview: text('ask.several.preview', { deadline, titles: titles.join('; ') }),
      blocks: [
        paragraph(text(`${occasion}.opening`, values)),
        ...matches.flatMap((match, index) => brief(match, index + 1, hint)),
        ...end,
      ],
      reason: text('footer.reason.several'),
    },
  );
}

function brief(match: AskMail, number: number, hint: 'ask.several.deadline' | null): Block[] {
  const { other, recipient, side, ownTitle, reasons, strength, deadline } = match;
  const text = mailText(recipient.locale);
  return [
    title(text('ask.several.match', { number, side, own: ownTitle })),
    panel({
      kind: wordsOf(recipient.locale).postingKind[other.kind],
      title: other.title,
      summary: other.summary,
      rows: postingFacts(other, recipient.locale),
    }),
    list({
      heading: text('ask.why'),
      chip: capitalised(wordsOf(recipient.locale).strength[strength]),
      items: reasons.slice(0, REASONS),
    }),
    button(text('ask.button'), match.answerUrl, hint === null ? null : text(hint, { deadline })),
  ];
}
