import type { NotificationKind } from '@wilma/domain';

export const en: Readonly<Record<NotificationKind, string>> = {
  POSTING_TO_REVIEW:
    '{named, select, yes {“{title}” is} other {A posting is}} waiting for your review.',
  POSTING_PUBLISHED: '{named, select, yes {“{title}”} other {Your posting}} has been published.',
  POSTING_CHANGES_REQUESTED:
    '{named, select, yes {“{title}”} other {Your posting}} needs some changes before it is published.',
  POSTING_EXPIRING:
    '{named, select, yes {“{title}”} other {Your posting}} expires soon. Renew it if it still holds.',
  MATCH_TO_ANSWER:
    'A match {named, select, yes {for “{title}” } other {}}is waiting for your answer.',
  QUESTION_WAITING:
    'A question {named, select, yes {about “{title}” } other {}}is waiting to be passed on.',
  QUESTION_RELAYED:
    'The other side has a question for you{named, select, yes { about “{title}”} other {}}.',
  MATCH_BOTH_ANSWERED:
    'Both sides have answered the match{named, select, yes { for “{title}”} other {}}.',
  MATCH_INTRODUCED:
    'Both sides said yes{named, select, yes { to the match for “{title}”} other {}}: you have been introduced.',
  MATCH_OVER: 'Nothing came of a match{named, select, yes { for “{title}”} other {}}.',
  MATCH_OVERDUE:
    'A match {named, select, yes {for “{title}” } other {}}has been waiting too long for a decision.',
  POSTING_CONTACT_CHANGED:
    '{named, select, yes {“{title}” has} other {Your posting has}} a new contact: whoever it was has had their account deleted.',
  MEMBER_JOINED:
    'Somebody with an address at your mail domain now belongs to {named, select, yes {“{title}”} other {your organisation}}.',
};
