import type { FollowUpName, Locale, MatchStrength, Salutation, Side } from '@wilma/domain';
import { type Operator, type PostingView, translator } from '@wilma/platform';
import { de } from './messages/de.js';
import { en } from './messages/en.js';

/** A mail as it is sent: the subject is one line, both bodies say the same. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A person as mails address them. */
export interface Person {
  /** Empty where nobody knows it. */
  readonly name: string;
  readonly salutation: Salutation;
  readonly academicTitle: string | null;
}

export interface Recipient extends Person {
  readonly locale: Locale;
}

/** What every mail needs to know. */
export interface MailFrame {
  readonly recipient: Recipient;
  readonly operator: Operator;
  /** Whether it is about examples: the mail says so in its subject and its body. */
  readonly demo: boolean;
}

/** What every mail about one match needs to know. */
export interface MatchMail extends MailFrame {
  /** Which of the two postings is the recipient's. */
  readonly side: Side;
  readonly ownTitle: string;
}

/** Asks one side of an approved match whether they would like to be introduced. */
export interface AskMail extends MatchMail {
  readonly other: PostingView;
  readonly strength: MatchStrength;
  /** Sentences in the recipient's language. */
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  /** Leads to the page that takes the answer. */
  readonly answerUrl: string;
  readonly deadline: Date;
}

/** Asks a person about several matches at once, each with an answer of its own. */
export interface AskSeveralMail extends Omit<MailFrame, 'demo'> {
  /** Two or more, in the recipient's language. */
  readonly matches: readonly AskMail[];
}

/** A question of the other side, in the words that a coordinator passed on. */
export interface QuestionRelayedMail extends AskMail {
  readonly question: string;
}

/** The answer to the recipient's own question. */
export interface QuestionAnsweredMail extends AskMail {
  /** In the recipient's words. */
  readonly question: string;
  readonly answer: string;
}

export interface ContactView extends Person {
  readonly mail: string;
  readonly phone: string | null;
  readonly organisation: string;
}

/** Introduces both sides: the one mail that holds contact data. */
export interface IntroducedMail extends MatchMail {
  readonly otherTitle: string;
  readonly contact: ContactView;
  /** Addresses of the transfer offices that get this mail in copy. */
  readonly transferOffices: readonly string[];
  readonly matchUrl: string;
  /** The first talk that the calendar file proposes. */
  readonly talkAt: Date;
}

/** Tells who said yes that it came to nothing; the same whether declined or expired. */
export interface DeclinedMail extends MatchMail {
  readonly otherTitle: string;
  /** Where the recipient finds their own posting. */
  readonly postingUrl: string;
}

/** Tells who was asked that the match was withdrawn. */
export interface WithdrawnMail extends DeclinedMail {
  /** Whether the recipient's own posting is the one that is not published any more. */
  readonly isOwnAway: boolean;
}

/** Asks both sides of an introduction how it went. */
export interface FollowUpMail extends MatchMail {
  readonly name: FollowUpName;
  readonly otherTitle: string;
  /** Name of the other side's organisation, where it is still released. */
  readonly organisation: string | null;
  readonly matchUrl: string;
}

/** Asks somebody who need not have an account to act for an organisation. */
export interface InvitationMail extends MailFrame {
  readonly organisation: string;
  /** Name of who invites. */
  readonly inviter: string;
  /** Whether somebody of the organisation invites, or staff for it. */
  readonly by: 'MEMBER' | 'STAFF';
  readonly acceptUrl: string;
  readonly until: Date;
}

/** Confirms to somebody that they asked to be erased. */
export interface ErasureMail extends MailFrame {
  readonly dueAt: Date;
  /** When it happens whatever holds it. */
  readonly latestAt: Date;
  /** What holds it; see `erasure.hold.…`. */
  readonly holds: readonly {
    readonly kind: 'LAST_MANAGER' | 'RUNNING_MATCH';
    readonly about: string;
    readonly count: number;
  }[];
  /** Leads to the page that keeps the account. */
  readonly keepUrl: string;
}

export const mailText = translator({ de, en });
