import type { PageMessage } from './de.js';

export const en: Readonly<Record<PageMessage, string>> = {
  operatedBy: 'Wilma is run by {operator}',
  imprint: 'Imprint and privacy',
  toWilma: 'Go to Wilma',

  'ask.title': 'Would you like to be introduced?',
  'ask.greeting': 'Hello {name},',
  'ask.opening':
    '{side, select, NEED {there is an offer that could fit your need “{own}”.} other {there is a need that could fit your offer “{own}”.}}',
  'ask.example': 'Example: these entries are invented and serve as a demonstration only.',
  'ask.why': 'Why this match?',
  'ask.open': 'Still open',
  'ask.answer': 'Your answer',
  'ask.deadline': 'Please answer by {deadline, date, full}.',
  'ask.privacy':
    'The other side learns your name and contact details only when both have said yes. A person, one of our coordinators, has reviewed and approved this match.',
  'ask.takenBack': 'Your yes has been taken back. You can answer anew.',
  'ask.questionAsked':
    'Your question is with the coordinators. You can answer before you hear from them.',
  'ask.yes': 'Yes, please introduce us',
  'ask.no': 'No, it does not fit',
  'ask.question': 'I have a question',
  'ask.reason': 'What does not fit?',
  'ask.chooseReason': 'Please choose',
  'ask.note': 'Would you like to add something? (optional, needed with “Another reason”)',
  'ask.noNote':
    'The other side learns neither your name nor the reason. It helps us to suggest what fits you better.',
  'ask.sendNo': 'Send my no',
  'ask.yourQuestion': 'Your question to the other side',
  'ask.questionNote':
    'The coordinators pass it on without your name. Please do not name yourself in the text either. The deadline waits until you have a reply.',
  'ask.sendQuestion': 'Send my question',
  'ask.problem': 'Your answer has not been saved yet.',

  'exchange.title': 'A question for you',
  'exchange.question.ME': 'Your question',
  'exchange.question.THEM': 'A question of the other side',
  'exchange.answer.ME': 'Answer',
  'exchange.answer.THEM': 'Your reply',
  'exchange.yourReply': 'Your reply to this question',
  'exchange.privacy':
    'The coordinators pass it on without your name. Please do not name yourself in the text either.',
  'exchange.send': 'Send reply',

  'answered.INTERESTED.title': 'Thank you, we have your yes',
  'answered.INTERESTED.next':
    'If the other side says yes too, you both receive an email with the contact details. If nothing comes of it, we let you know by email as well.',
  'answered.INTRODUCED.title': 'Both sides have said yes',
  'answered.INTRODUCED.next':
    'The contact details are sent by email, to you and to the other side. To protect them, they are not shown on this page.',
  'answered.DECLINED.title': 'Thank you for your answer',
  'answered.DECLINED.next':
    'This match is closed. Neither your name nor the reason is passed on. Your reason helps us to suggest what fits you better.',
  'answered.QUESTION.title': 'Thank you, we have your question',
  'answered.QUESTION.next':
    'The coordinators pass it on to the other side without your name. The deadline waits until you have a reply.',
  'answered.about': 'Match: {title}',
  'answered.mayTakeBack': 'You can take your yes back until the other side has answered.',
  'answered.takeBack': 'Take my yes back',
  'answered.backToMatch': 'Back to the match',

  'closed.title': 'This match is no longer open',
  'closed.next': 'There is nothing more for you to do.',
  'tooMuch.title': 'That was too much at once',
  'tooMuch.next': 'Nothing was changed. Please try again in a minute.',
  'invalid.title': 'This link is not valid, or no longer valid',
  'invalid.next':
    'Please open the link in the latest email about it, and make sure that it is complete.',

  signIn: 'Go to sign-in',
  'confirmAddress.title': 'Is this your email address?',
  'confirmAddress.consent':
    'By confirming, you make this address part of your account in Wilma. We write to it about your account, your postings and matches for them. We send no advertising. You can have your account deleted at any time; then we no longer write to you.',
  'confirmAddress.button': 'Yes, confirm the address',
  'confirmAddress.nothing':
    'You did not create an account? Then close this page: nothing happens under this address unless you confirm.',
  'addressConfirmed.title': 'Thank you, your address is confirmed',
  'addressConfirmed.next': 'From now on you can take part in Wilma.',
  'signInLink.title': 'Sign in to Wilma',
  'signInLink.next': 'The button signs you in to this browser. The link works once.',
  'signInLink.button': 'Sign in now',
  'signInLink.nothing':
    'You did not ask for a link? Then close this page and pass the link on to nobody.',
  'resetPassword.title': 'Set a new password',
  'resetPassword.next':
    'After that only the new password is valid, and all devices that are signed in are signed out.',
  'resetPassword.label': 'New password',
  'resetPassword.hint':
    'At least {min, number} characters. Several words in a row are easy to remember.',
  'resetPassword.button': 'Save password',
  'passwordReset.title': 'Your new password is valid',
  'passwordReset.next': 'Please sign in with it.',
  'usedLink.title': 'This link is no longer valid',
  'usedLink.next':
    'It works once, and only for a short time. You can have a new one sent to you from the sign-in page.',

  'unsubscribe.title': 'Unsubscribe from the morning overview?',
  'unsubscribe.next':
    'Wilma will then no longer write to you in the morning what is waiting for you. All other emails keep coming.',
  'unsubscribe.button': 'Yes, unsubscribe',
  'unsubscribed.title': 'You are unsubscribed',
  'unsubscribed.next':
    'You no longer receive an overview in the morning. All other emails keep coming. You can switch it on again in your settings.',
};
