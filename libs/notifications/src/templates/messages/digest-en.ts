import type { DigestMessage } from './digest-de.js';

export const digestEn: Readonly<Record<DigestMessage, string>> = {
  subject: 'Today in Wilma: {parts}',
  opening: 'This is waiting for you today:',
  'short.SUGGESTIONS': '{count, plural, one {# match} other {# matches}}',
  'short.QUESTIONS': '{count, plural, one {# question} other {# questions}}',
  'short.ANSWERED': '{count, plural, one {# answer} other {# answers}}',
  'short.OVERDUE': '{count, plural, one {# deadline passed} other {# deadlines passed}}',
  'short.POSTINGS': '{count, plural, one {# posting} other {# postings}}',
  'short.MAILS': '{count, plural, one {# email problem} other {# email problems}}',
  'heading.SUGGESTIONS':
    '{count, plural, one {# match is to be reviewed} other {# matches are to be reviewed}}',
  'heading.QUESTIONS':
    '{count, plural, one {# question or reply is to be passed on} other {# questions or replies are to be passed on}}',
  'heading.ANSWERED':
    '{count, plural, one {# match has} other {# matches have}} been answered since the last working day',
  'heading.OVERDUE':
    '{count, plural, one {The deadline to answer # match has} other {The deadlines to answer # matches have}} passed within the last seven days',
  'heading.POSTINGS':
    '{count, plural, one {# posting is to be reviewed} other {# postings are to be reviewed}}',
  'heading.MAILS':
    '{count, plural, one {# email of the last seven days} other {# emails of the last seven days}} could not be delivered',
  more: '{count, plural, one {and # more} other {and # more}}',
  button: 'Go to review',
  reason:
    'You receive this overview on working days on which something waits, because you coordinate in Wilma.',
  leave: 'Unsubscribe from this overview',
};
