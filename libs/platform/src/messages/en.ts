import { type ErrorCode, NAMES, type ProblemKey } from '@wilma/domain';
import type { facts as germanFacts } from './de.js';
import type { Words } from './words.js';

export const words: Words = {
  ...NAMES.en,
  formerMember: 'A former member',
  postingKind: { NEED: 'Need', OFFER: 'Offer' },
  someone: { NEED: 'a company', OFFER: 'an institution' },
};

export const problems: Readonly<Record<ProblemKey, string>> = {
  alreadyInvited:
    'This address has been invited before and gets no further email. Please talk to the person yourself; at their request the coordinators invite them again.',
  alreadyMember: 'This person belongs to the organisation already.',
  badCharacters: 'The text contains characters that are not allowed.',
  badCursor: 'There is no such place in the list.',
  badDate: 'Please enter a valid date.',
  badDomain: 'Please enter only what follows the @, for example “example.org”.',
  badMail: 'Please enter a valid email address.',
  badUrl: 'Please enter a complete web address, for example https://www.example.org.',
  duplicateTag: 'This tag is there already.',
  endBeforeStart: 'The end is before the start.',
  foreignOrganisation: 'You may not act for this organisation.',
  invalid: 'This value is not valid.',
  lastManager:
    'Without this person nobody would manage the organisation. Please make somebody else a manager first.',
  mustBeFuture: 'The time must be in the future.',
  mustBeVerified:
    'The coordinators have not verified this organisation yet. Only then can you invite others.',
  mustChooseOrganisation: 'Please choose the organisation that you are acting for.',
  mustConfirmAddress:
    'Please confirm your email address first: the link is in the email that you received when you created your account.',
  notAllowedValue: 'This value is not one of the choices.',
  notMember: 'This person does not belong to the organisation.',
  openPostings:
    'Nobody would be left for these postings: {titles}. Please close or transfer them first.',
  outOfRange: 'Please enter a whole number from {min, number} to {max, number}.',
  publicDomain:
    'Anybody can have an address with this provider. Please enter a domain that belongs to your organisation alone.',
  reasonNeeded: 'Please choose a reason.',
  required: 'This is missing.',
  revealsIdentity:
    'The text tells who wrote it (a name, website, phone number or any email address). Please leave that out.',
  tagCircle: 'This would put a tag below itself.',
  tagRetired: 'The coordinators no longer use this tag.',
  textNeeded: 'Please describe it in a few words.',
  tooFew: 'At least {min, plural, one {# entry} other {# entries}}.',
  tooLong: 'At most {max, plural, one {# character} other {# characters}}.',
  tooMany: 'At most {max, plural, one {# entry} other {# entries}}.',
  tooManyInvitations: 'Enough invitations were sent today. Please try again tomorrow.',
  tooManyQuestions:
    'You have asked {max, plural, one {# question} other {# questions}} about this match already.',
  tooManyUnverified:
    'You already have {max, plural, one {# organisation that is} other {# organisations that are}} not verified yet. Please wait until the coordinators have done so.',
  tooShort: 'At least {min, plural, one {# character} other {# characters}}.',
  unknownTag: 'There is no such tag.',
  wordTaken: '“{word}” belongs to the tag “{tag}” already.',
};

export const codes: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'Please sign in.',
  FORBIDDEN: 'You are not allowed to do this.',
  NOT_FOUND: 'This does not exist, or you cannot see it.',
  BAD_USER_INPUT: 'Please check what you entered.',
  CONFLICT: 'This has changed in the meantime. Please reload the page.',
  RATE_LIMITED: 'That was too much at once. Please try again later.',
  INTERNAL: 'Something went wrong on our side. Please try again later.',
};

export const facts: Readonly<Record<keyof typeof germanFacts, string>> = {
  from: 'From',
  cooperation: 'Cooperation',
  budget: 'Budget',
  start: 'Start',
  startFrom: 'from {day, date, long}',
  startOpen: 'by arrangement',
  readiness: 'Maturity',
  readinessLevel: 'TRL {level, number}, {meaning}',
  effort: 'Effort',
  effortNow: 'two minutes to answer; if both say yes, a first conversation',
};
