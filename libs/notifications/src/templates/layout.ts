import { html } from '@wilma/platform';
import { type Block, example, paragraph, regards } from './blocks.js';
import { type MailContent, type MailFrame, mailText, type MatchMail } from './mail.js';
import { brand, head, inline } from './look.js';
import { mjml, renderMjml } from './mjml.js';
import { oneLine, wrap } from './plain-text.js';
import { salutationOf } from './salutation.js';

export interface Letter {
  readonly subject: string;
  /** What inboxes show beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
  /** Why the recipient gets this mail, for the foot. */
  readonly reason: string;
  /** Where such mails are ended, where they can be. */
  readonly leave?: { readonly label: string; readonly url: string };
}

/** A mail to the contact of one side of a match. */
export const matchLetter = (mail: MatchMail, draft: Omit<Letter, 'reason'>): Promise<MailContent> =>
  letter(mail, {
    ...draft,
    reason: mailText(mail.recipient.locale)('footer.reason', { own: mail.ownTitle }),
  });

/** The whole mail around its blocks: header, salutation, regards, foot, colours of both schemes. */
export async function letter(frame: MailFrame, draft: Letter): Promise<MailContent> {
  const { recipient, operator, demo } = frame;
  const text = mailText(recipient.locale);
  const subject = oneLine(
    demo ? text('example.subject', { subject: once(draft.subject) }) : draft.subject,
  );
  const blocks: readonly Block[] = [
    ...(demo ? [example(text('example'))] : []),
    paragraph(salutationOf(recipient)),
    ...draft.blocks,
    regards(text('regards'), text('coordination', { operator: operator.name })),
  ];
  const foot = [draft.reason, text('footer.operator', { operator: operator.name })];
  const imprint = text('footer.imprint');
  const { leave } = draft;
  const links = html`${leave !== undefined && html`<a href="${leave.url}" style="${inline.softLink}">${leave.label}</a> · `}<a
      href="${operator.imprintUrl}"
      style="${inline.softLink}"
      >${imprint}</a
    >
    · <a href="${operator.publicUrl}" style="${inline.softLink}">${operator.publicUrl}</a>`;
  return {
    subject,
    html: await renderMjml(mjml`<mjml lang="${recipient.locale}" dir="ltr">
      ${head(subject, oneLine(draft.preview))}
      <mj-body background-color="#f6f8f8" width="600px" css-class="ground">
        <mj-section css-class="block" padding="24px 32px 14px">
          <mj-column>${brand}</mj-column>
        </mj-section>
        <mj-wrapper
          css-class="card" background-color="#ffffff" border="1px solid #d9e1e3"
          border-radius="10px" padding="28px 0 8px">
          ${blocks.map((block) => block.mjml)}
        </mj-wrapper>
        <mj-section css-class="block" padding="18px 32px 36px">
          <mj-column>
            <mj-text css-class="soft" color="#54666b" font-size="14px">
              ${html`${foot.map((line) => html`${line}<br />`)}${links}`}
            </mj-text>
          </mj-column>
        </mj-section>
      </mj-body>
    </mjml>`),
    text: [
      ...blocks.map((block) => block.text),
      [
        '-- ',
        ...foot.map((line) => wrap(line)),
        ...(leave === undefined ? [] : [`${leave.label}: ${leave.url}`]),
        `${imprint}: ${operator.imprintUrl}`,
        operator.publicUrl,
      ].join('\n'),
    ]
      .join('\n\n')
      .concat('\n'),
  };
}

/** A subject says in front that it is an example; the title need not say it again. */
const once = (subject: string): string => subject.replace(/(^|: )(Beispiel|Example): /, '$1');
