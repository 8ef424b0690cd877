import { SUBJECT_TITLE } from './ask.js';
import { button, paragraph } from './blocks.js';
import { letter } from './layout.js';
import { type InvitationMail, type MailContent, mailText } from './mail.js';
import { shorten } from './plain-text.js';

/**
 * Asks somebody to act for an organisation: nothing more follows unless they agree, or ask the
 * coordinators to be asked again.
 */
export function renderInvitation(mail: InvitationMail): Promise<MailContent> {
  const { organisation, inviter, by, recipient, acceptUrl, until } = mail;
  const text = mailText(recipient.locale);
  return letter(mail, {
    subject: text('invitation.subject', {
      organisation: shorten(organisation, SUBJECT_TITLE),
    }),
    preview: text('invitation.preview', { until }),
    blocks: [
      paragraph(text('invitation.opening', { inviter, organisation })),
      paragraph(text('invitation.what')),
      button(text('invitation.button'), acceptUrl, text('invitation.until', { until })),
      paragraph(text('invitation.nothing')),
      paragraph(text('invitation.rights')),
    ],
    reason: text('invitation.reason', { by, organisation }),
  });
}
