import { postingFacts, wordsOf } from '@wilma/platform';
import { nextSteps, SUBJECT_TITLE } from './ask.js';
import { type Block, button, list, panel, paragraph, steps, title } from './blocks.js';
import { letter } from './layout.js';
import { type AskMail, type AskSeveralMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/** Reasons that a match gives of itself among others; its page gives all. */
const REASONS = 3;

/** Asks about several matches in one mail: each in brief, with a button of its own. */
export function renderAskSeveral(mail: AskSeveralMail): Promise<MailContent> {
  const { recipient, matches, deadline } = mail;
  const text = mailText(recipient.locale);
  const titles = matches.map(({ other }) => other.title);
  return letter(
    { ...mail, demo: matches.some(({ demo }) => demo) },
    {
      subject: text('ask.several.subject', {
        count: matches.length,
        title: shorten(titles[0] ?? '', SUBJECT_TITLE),
      }),
      preview: text('ask.several.preview', { deadline, titles: titles.join('; ') }),
      blocks: [
        paragraph(text('ask.several.opening', { count: matches.length, deadline })),
        ...matches.flatMap((match, index) => brief(match, index + 1)),
        steps(text('ask.next'), nextSteps(recipient.locale)),
        paragraph(text('ask.several.privacy')),
      ],
      reason: text('footer.reason.several'),
    },
  );
}

function brief(match: AskMail, number: number): Block[] {
  const { other, recipient, side, ownTitle, reasons, strength } = match;
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
      chip: wordsOf(recipient.locale).strength[strength],
      items: reasons.slice(0, REASONS),
    }),
    button(text('ask.button'), match.answerUrl, null),
  ];
}
