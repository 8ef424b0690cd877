import { translator } from '@wilma/platform';
import { button, paragraph } from './blocks.js';
import { letter } from './layout.js';
import type { MailContent, MailFrame } from './mail.js';
import { accountDe } from './messages/account-de.js';
import { accountEn } from './messages/account-en.js';

/** A link that belongs to an account itself. */
export interface AccountMail extends MailFrame {
  readonly kind: 'CONFIRM_ADDRESS' | 'RESET_PASSWORD' | 'SIGN_IN_LINK';
  readonly url: string;
  /** When the link ends. */
  readonly until: Date;
}

const accountText = translator({ de: accountDe, en: accountEn });

/** Whoever asked for it sees that mails arrive. */
export function renderTestMail(mail: MailFrame): Promise<MailContent> {
  const text = accountText(mail.recipient.locale);
  return letter(mail, {
    subject: text('TEST.subject'),
    preview: text('TEST.preview'),
    blocks: [paragraph(text('TEST.opening'))],
    reason: text('TEST.reason'),
  });
}

export function renderAccountMail(mail: AccountMail): Promise<MailContent> {
  const { kind, recipient, url, until } = mail;
  const text = accountText(recipient.locale);
  return letter(mail, {
    subject: text(`${kind}.subject`),
    preview: text(`${kind}.preview`),
    blocks: [
      paragraph(text(`${kind}.opening`)),
      button(text(`${kind}.button`), url, text(`${kind}.until`, { until })),
      paragraph(text(`${kind}.nothing`)),
    ],
    reason: text(`${kind}.reason`),
  });
}
