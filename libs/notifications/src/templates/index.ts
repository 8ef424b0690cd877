export { type AccountMail, renderAccountMail, renderTestMail } from './account-mails.js';
export { renderAsk } from './ask.js';
export { renderAskSeveral, renderReminderSeveral } from './ask-several.js';
export { renderDeclined } from './declined.js';
export { type DigestMail, type DigestTopic, renderDigest } from './digest.js';
export { renderErasure } from './erasure.js';
export { renderFollowUp } from './follow-up.js';
export { renderIntroduced } from './introduced.js';
export type {
  AskMail,
  AskSeveralMail,
  ContactView,
  DeclinedMail,
  ErasureMail,
  FollowUpMail,
  IntroducedMail,
  InvitationMail,
  MailContent,
  MailFrame,
  MatchMail,
  Person,
  QuestionAnsweredMail,
  QuestionRelayedMail,
  Recipient,
  WithdrawnMail,
} from './mail.js';
export { renderQuestionAnswered, renderQuestionRelayed } from './question.js';
export { renderInvitation } from './invitation.js';
export { renderReminder } from './reminder.js';
export { renderWithdrawn } from './withdrawn.js';
export { salutationOf } from './salutation.js';
export {
  type ChangesMail,
  type ConfirmMail,
  type PostingMail,
  type PublishedMail,
  renderChanges,
  renderConfirm,
  renderExpired,
  renderExpiring,
  renderPublished,
  type RenewMail,
} from './posting-mails.js';
