import type { MailMessage } from './de.js';

export const en: Readonly<Record<MailMessage, string>> = {
  'salutation.MS': 'Dear Ms {name},',
  'salutation.MR': 'Dear Mr {name},',
  'salutation.NONE': 'Dear {name},',
  'salutation.nameless': 'Hello,',
  'person.MS': 'Ms {name}',
  'person.MR': 'Mr {name}',
  'person.NONE': '{name}',

  example: 'Example: these entries are invented and serve as a demonstration only.',
  'example.subject': '[Example] {subject}',
  regards: 'Kind regards',
  coordination: 'Coordination, {operator}',
  'footer.reason': 'You receive this email as the contact person for “{own}”.',
  'footer.reason.several': 'You receive this email as the contact person for postings in Wilma.',
  'footer.operator': 'Wilma is run by {operator}',
  'footer.imprint': 'Imprint and privacy',

  'erasure.subject': 'Your account will be deleted on {dueAt, date, long}',
  'erasure.preview': 'If you would like to keep it, one click will do.',
  'erasure.opening':
    'As you asked, we will delete your account and everything that is stored about you on {dueAt, date, full}.',
  'erasure.what':
    'A colleague of your organisation will take over the postings that name you as their contact. Where nobody is left, they are closed. What happened stays on record, but without your name.',
  'erasure.held':
    'This still delays the deletion, until {latestAt, date, long} at the latest; after that we delete in any case:',
  'erasure.hold.LAST_MANAGER':
    'Nobody else acts for {about}, and {count, plural, one {# posting is} other {# postings are}} published. Invite somebody or close what is published.',
  'erasure.hold.RUNNING_MATCH':
    '{count, plural, one {A match is} other {# matches are}} still under way for “{about}”.',
  'erasure.keep': 'Keep the account',
  'erasure.keepHint':
    'The link is valid until the account is deleted. You need not sign in for it.',
  'erasure.nothing':
    'Otherwise there is nothing for you to do. After the deletion we will not write to you any more, not even to confirm it. You did not ask for this? Then keep your account, and please change your password.',
  'erasure.reason': 'You receive this email because the deletion of your account was asked for.',

  'invitation.subject': 'Invitation: join {organisation} in Wilma',
  'invitation.preview': 'Valid until {until, date, full}',
  'invitation.opening': '{inviter} invites you to join {organisation} in Wilma.',
  'invitation.what':
    'Wilma brings companies and universities in Lusatia together. If you accept, you can see your organisation’s postings, add new ones and answer matches. You need an account with this email address for it.',
  'invitation.button': 'View the invitation',
  'invitation.until': 'The invitation is valid until {until, date, full}.',
  'invitation.nothing':
    'If you do not want to join, there is nothing you need to do: we do not remind you, and we delete your address six months after the invitation has ended. Until then we invite you to this organisation again only if you ask the coordinators to.',
  'invitation.rights':
    'You can ask for access to your data, their correction and their deletion at any time, at once too: see “Imprint and privacy” below.',
  'invitation.reason':
    'You receive this email because {by, select, STAFF {the coordinators of Wilma invited you to join {organisation}} other {somebody from {organisation} gave us your address}}.',

  'ask.subject':
    '{side, select, NEED {An offer for your need} other {A need that fits you}}: {title}',
  'ask.preview': 'Answer by {deadline, date, full}: {summary}',
  'ask.opening':
    '{side, select, NEED {Your need “{own}” could be met by an offer from {party}.} other {Your offer “{own}” could fit a need of {party}.}} Would you like to be introduced?',
  'ask.why': 'Why this match?',
  'ask.open': 'Still open',
  'ask.next': 'What happens next',
  'ask.yes': 'Yes',
  'ask.yes.then': 'If the other side says yes too, we introduce you to each other by email.',
  'ask.no': 'No',
  'ask.no.then': 'A reason is enough; the other side learns neither the reason nor your name.',
  'ask.question': 'Question',
  'ask.question.then': 'The coordinators pass it on without your name; the deadline waits.',
  'ask.privacy':
    'The other side learns your name and contact details only when both have said yes. A person, one of our coordinators, has reviewed and approved this match.',
  'ask.button': 'View and answer',
  'ask.deadline':
    'Please answer by {deadline, date, full}. You give your answer on the page that opens, not before.',

  'ask.several.subject': '{count} matches wait for your answer: {title}',
  'ask.several.preview': 'Answer by {deadline, date, full}: {titles}',
  'ask.several.opening':
    'There are {count} matches that could fit your postings. Please answer each of them by {deadline, date, full}. You give your answer on the page that opens, not before.',
  'ask.several.match':
    '{number}. {side, select, NEED {An offer for your need “{own}”} other {A need for your offer “{own}”}}',
  'ask.several.privacy':
    'Another side learns your name and contact details only when both have said yes. A person, one of our coordinators, has reviewed and approved these matches.',
  'ask.several.deadline': 'Please answer by {deadline, date, full}.',

  'reminder.subject': 'By {deadline, date, ::EEEEdMMMM}: {title}',
  'reminder.preview': 'Your answer is still missing. A no helps as well.',
  'reminder.opening':
    '{side, select, NEED {There is an offer for your need “{own}”,} other {There is a need for your offer “{own}”,}} and your answer is still missing. The match ends on {deadline, date, full}. A no helps the other side as well.',
  'reminder.several.subject':
    'By {deadline, date, ::EEEEdMMMM}: {count} matches wait for your answer',
  'reminder.several.opening':
    'Your answer to {count} matches for your postings is still missing. The first of them ends on {deadline, date, full}. A no helps the other side as well.',

  'relayed.subject':
    '{side, select, NEED {A question about your need} other {A question about your offer}}: {title}',
  'relayed.preview':
    'Two sentences are enough. The coordinators pass your reply on without your name.',
  'relayed.opening':
    '{side, select, NEED {About your need “{own}”} other {About your offer “{own}”}} the other side would like to know something before it answers. Two sentences are enough.',
  'relayed.question': 'The question',
  'relayed.privacy':
    'The other side does not know who you are, and the coordinators pass your reply on without your name. Please do not name yourself in the text either. Until then the deadline is on hold.',
  'relayed.button': 'Reply to the question',
  'relayed.hint': 'On the same page you can also say at once whether you would like contact.',
  'replied.subject': 'Answer to your question: {title}',
  'replied.preview': 'Now only your decision is missing.',
  'replied.opening':
    'There is an answer to your question about “{other}”. Would you like contact now?',
  'replied.question': 'Your question',
  'replied.answer': 'The answer',

  'introduced.subject': 'Introduction: {title}',
  'introduced.preview': 'Both sides have said yes. Here are the contact details.',
  'introduced.opening': 'Both sides have said yes. We are pleased to introduce you to each other.',
  'introduced.contact': 'Your contact',
  'introduced.mail': 'Email',
  'introduced.phone': 'Phone',
  'introduced.about': 'What it is about',
  'introduced.next': 'The next step',
  'introduced.next.NEED':
    'Please make the first move: propose a first conversation within a week. Half an hour on the phone is enough.',
  'introduced.next.OFFER':
    'The side with the need is asked to get in touch within a week. Feel free to make the first move yourself.',
  'introduced.calendar':
    'Attached is a proposal for your calendar: {talk, date, full}, {talk, time, short}, half an hour. Please agree on it with your contact.',
  'introduced.released': 'The other side has received your contact details at the same time.',
  'introduced.copy':
    '{count, plural, one {In copy: the transfer office ({offices}).} other {In copy: the transfer offices ({offices}).}}',
  'introduced.button': 'Open the match in Wilma',

  'declined.subject': 'No introduction this time: {title}',
  'declined.preview': 'Nothing came of this match. We keep looking.',
  'declined.opening':
    'You were interested in “{other}”. Unfortunately nothing came of it this time.',
  'declined.privacy':
    'Your name and contact details were not passed on. We give reasons to neither side.',
  'declined.next':
    '{side, select, NEED {Your need “{own}” stays, and we keep looking. The more precise its tags and goal are, the better the next matches will be.} other {Your offer “{own}” stays, and we keep looking. The more precise its tags and benefits are, the better the next matches will be.}}',
  'declined.button': 'View my posting',

  'calendar.summary': 'First conversation (proposal): {other}',
  'calendar.description':
    'Proposal for a first conversation between “{own}” and “{other}”. Please agree on it with your contact.',

  'withdrawn.subject': 'Match withdrawn: {title}',
  'withdrawn.preview': 'There is nothing more for you to do.',
  'withdrawn.opening.other':
    '{side, select, NEED {The offer “{other}”, which we suggested for your need “{own}”, is not available at present.} other {The need “{other}”, which we suggested for your offer “{own}”, is not available at present.}} The match is therefore withdrawn; there is nothing more for you to do.',
  'withdrawn.opening.own':
    '{side, select, NEED {Your need “{own}” is not published at present.} other {Your offer “{own}” is not published at present.}} The match “{other}” is therefore withdrawn; there is nothing more for you to do.',
  'withdrawn.privacy':
    'Your name and contact details were not passed on. Neither side learns who has answered.',
  'withdrawn.next.other':
    '{side, select, NEED {Your need stays, and we keep looking.} other {Your offer stays, and we keep looking.}}',
  'withdrawn.next.own':
    '{side, select, NEED {As soon as your need is published again, we look anew.} other {As soon as your offer is published again, we look anew.}}',

  'followUp.subject': 'How did it go? {title}',
  'followUp.preview': 'Two clicks are enough, even if nothing came of it.',
  'followUp.opening':
    '{name, select, TWO_WEEKS {Two weeks ago} HALF_A_YEAR {Half a year ago} A_YEAR {A year ago} other {Two years ago}} we introduced you to each other because of “{other}”{known, select, true {: you and {organisation}} other {}}. How did it go?',
  'followUp.record':
    'Please record what has come of it: a cooperation, or none. Both help us to suggest better matches to you and to others, and show what the network brings about.',
  'followUp.button': 'Record the outcome',
  'followUp.again':
    '{name, select, TWO_WEEKS {Still going on? Then we ask again in half a year.} HALF_A_YEAR {Still going on? Then we ask again in half a year.} A_YEAR {Still going on? Then we ask a last time in a year.} other {This is our last question about it.}}',
};
