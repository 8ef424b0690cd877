import { button, list, paragraph } from './blocks.js';
import { letter } from './layout.js';
import { type ErasureMail, type MailContent, mailText } from './mail.js';

/** Tells whoever asked for it when their account is erased, what may delay it, and how to keep it. */
export function renderErasure(mail: ErasureMail): Promise<MailContent> {
  const { recipient, dueAt, latestAt, holds, keepUrl } = mail;
  const text = mailText(recipient.locale);
  return letter(mail, {
    subject: text('erasure.subject', { dueAt }),
    preview: text('erasure.preview'),
    blocks: [
      paragraph(text('erasure.opening', { dueAt })),
      paragraph(text('erasure.what')),
      ...(holds.length === 0
        ? []
        : [
            list({
              heading: text('erasure.held', { latestAt }),
              items: holds.map(({ kind, ...values }) => text(`erasure.hold.${kind}`, values)),
            }),
          ]),
      button(text('erasure.keep'), keepUrl, text('erasure.keepHint')),
      paragraph(text('erasure.nothing')),
    ],
    reason: text('erasure.reason'),
  });
}
