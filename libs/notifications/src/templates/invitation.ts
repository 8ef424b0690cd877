import { button, paragraph } from './blocks.js';
import { letter } from './layout.js';
import { type InvitationMail, type MailContent, mailText } from './mail.js';

/** Asks somebody to act for an organisation: the one mail that an address gets before it agrees. */
export function renderInvitation(mail: InvitationMail): Promise<MailContent> {
  const { organisation, inviter, recipient, acceptUrl, until } = mail;
  const text = mailText(recipient.locale);
  return letter(mail, {
    subject: text('invitation.subject', { organisation }),
    preview: text('invitation.preview', { until }),
    blocks: [
      paragraph(text('invitation.opening', { inviter, organisation })),
      paragraph(text('invitation.what')),
      button(text('invitation.button'), acceptUrl, text('invitation.until', { until })),
      paragraph(text('invitation.nothing')),
    ],
    reason: text('invitation.reason', { organisation }),
  });
}
