export { renderAsk } from './ask.js';
export { renderAskSeveral } from './ask-several.js';
export { renderDeclined } from './declined.js';
export { renderIntroduced } from './introduced.js';
export type {
  AskMail,
  AskSeveralMail,
  ContactView,
  DeclinedMail,
  IntroducedMail,
  MailContent,
  MailFrame,
  MatchMail,
  Person,
  Recipient,
} from './mail.js';
export { renderReminder } from './reminder.js';
export { salutationOf } from './salutation.js';
