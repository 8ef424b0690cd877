/**
 * The one list of events: name → payload. Payloads hold ids and enum values only, never personal
 * data, since events are kept for good.
 */
import type { ConfirmationWay } from './confirmation.js';
import type {
  AccountRole,
  Answer,
  ConfidentialPart,
  DismissReason,
  MembershipRole,
  OutcomeResult,
  Side,
} from './vocabulary.js';

export interface PostingEvent {
  readonly posting: string;
}

export interface MatchEvent {
  readonly match: string;
}

/** Which time of asking it is: what belongs to an earlier one is void. */
export interface AskingRound {
  readonly round: number;
}

/** About a question: `side` is who acted or, where a coordinator did, who had asked. */
export interface QuestionEvent extends AskingRound {
  readonly question: string;
  readonly side: Side;
}

export interface ConcludedEvent {
  readonly result: OutcomeResult;
  /** Why nothing came of it. */
  readonly reason: DismissReason | null;
}

/** Of the wish to be erased. */
export interface ErasureEvent {
  readonly erasure: string;
}

export interface MemberEvent {
  readonly organisation: string;
  readonly account: string;
}

/** Of a filter that somebody keeps for themselves. */
export interface SavedFilterEvent {
  readonly account: string;
  readonly filter: string;
}

export interface TagEvent {
  readonly tag: string;
}

/** A merge, or its being undone: `tag` is the one that the others went into. */
export interface TagMergeEvent extends TagEvent {
  readonly from: readonly string[];
  readonly merge: string;
}

export interface Events {
  /** Somebody made an account by themselves: its address is to be confirmed. */
  'account.registered': { readonly account: string };
  /** They want the mail again; `ask` tells one from another. */
  'account.confirmation-asked': { readonly account: string; readonly ask: string };
  'account.address-confirmed': { readonly account: string; readonly way: ConfirmationWay };
  /** Somebody wants a link by mail, at an address that need not be anybody's. */
  'account.link-requested': { readonly request: string };
  'account.password-changed': { readonly account: string };
  'account.sessions-ended': { readonly account: string };
  /** An operator made somebody a coordinator or an administrator. */
  'account.appointed': { readonly account: string; readonly role: AccountRole };
  'account.settings-changed': { readonly account: string };
  /** Somebody wants to be erased; some days later they are, unless they change their mind. */
  'account.erasure-requested': ErasureEvent & { readonly account: string };
  'account.erasure-cancelled': ErasureEvent & { readonly account: string };
  /** `account` is null where a contact had none. */
  'account.erased': ErasureEvent & { readonly account: string | null };
  /** Deadlines of theirs wait. */
  'absence.set': { readonly account: string; readonly absence: string };
  'absence.removed': { readonly account: string; readonly absence: string };
  'filter.saved': SavedFilterEvent;
  'filter.renamed': SavedFilterEvent;
  'filter.deleted': SavedFilterEvent;
  'organisation.created': { readonly organisation: string };
  /** A coordinator vouches for it, or for its mail domains. */
  'organisation.verified': { readonly organisation: string };
  /** No coordinator vouches for it any more. */
  'organisation.verification-taken-back': { readonly organisation: string };
  /** What its manager wants to be its mail domains. */
  'organisation.domains-set': { readonly organisation: string };
  'member.invited': { readonly organisation: string; readonly invitation: string };
  'invitation.role-changed': { readonly organisation: string; readonly invitation: string };
  'invitation.withdrawn': { readonly organisation: string; readonly invitation: string };
  'member.joined': { readonly organisation: string; readonly invitation: string };
  /** By an address at one of the organisation's mail domains. */
  'member.joined-by-domain': MemberEvent;
  'member.role-changed': MemberEvent & { readonly role: MembershipRole };
  'member.left': MemberEvent;
  /** From then on they come back by an invitation alone. */
  'member.removed': MemberEvent;
  'posting.created': PostingEvent;
  'posting.edited': PostingEvent;
  'posting.submitted': PostingEvent;
  'posting.changes-requested': PostingEvent;
  /** `reviewed` where a coordinator decided, rather than the organisation being verified. */
  'posting.published': PostingEvent & { readonly reviewed: boolean };
  /** The contact on whose behalf it was entered is to be asked. */
  'posting.confirmation-asked': PostingEvent;
  'posting.confirmed': PostingEvent;
  'posting.refused': PostingEvent;
  /** A published posting whose tags, text or forms were edited: it is matched again. */
  'posting.changed': PostingEvent;
  'posting.paused': PostingEvent;
  'posting.resumed': PostingEvent;
  'posting.renewed': PostingEvent;
  /** Its listing ends in some days. */
  'posting.expiring': PostingEvent;
  'posting.expired': PostingEvent;
  'posting.closed': PostingEvent;
  'posting.attributed': PostingEvent & { readonly programme: string | null };
  /** Staff read a part of it that not everybody may read: once a day each. */
  'confidential.read': PostingEvent & { readonly part: ConfidentialPart };
  'programme.created': { readonly programme: string };
  'programme.edited': { readonly programme: string };
  'posting.transferred': PostingEvent & { readonly from: string; readonly to: string };
  /** A member of its owner takes the place of a contact who was erased or left. */
  'posting.contact-replaced': PostingEvent;
  /** What its tags mean was changed by those who keep the vocabulary: it is matched again. */
  'posting.retagged': PostingEvent & TagEvent;
  /** The weights of the matching changed: it is matched again. */
  'posting.reweighed': PostingEvent;
  'tag.suggested': TagEvent;
  'tag.approved': TagEvent;
  'tag.rejected': TagEvent;
  'tag.reopened': TagEvent;
  'tag.deprecated': TagEvent;
  'tag.renamed': TagEvent;
  /** Its words were edited; matches stay as they are. */
  'tag.edited': TagEvent;
  /** Its broader or related tags changed: whom it answers changes too. */
  'tag.moved': TagEvent;
  'tag.merged': TagMergeEvent;
  'tag.merge-undone': TagMergeEvent;
  'match.suggested': MatchEvent;
  'match.rescored': MatchEvent;
  'match.approved': MatchEvent & AskingRound;
  'match.dismissed': MatchEvent & { readonly reason: DismissReason };
  'match.snoozed': MatchEvent & { readonly until: string };
  'match.woken': MatchEvent;
  'match.undone': MatchEvent;
  'match.assigned': MatchEvent & { readonly assignee: string | null };
  'match.attributed': MatchEvent & { readonly programme: string | null };
  'match.asked': MatchEvent & { readonly sides: readonly Side[] };
  'match.reminded': MatchEvent & { readonly sides: readonly Side[] };
  'match.answered': MatchEvent & AskingRound & { readonly side: Side; readonly answer: Answer };
  'match.answer-taken-back': MatchEvent & AskingRound & { readonly side: Side };
  /** A coordinator passed a question of this side on to the other. */
  'match.question-relayed': MatchEvent & QuestionEvent;
  /** The other side replied; a coordinator passes it on. */
  'match.question-replied': MatchEvent & QuestionEvent;
  /** A coordinator answered the question of this side. */
  'match.question-answered': MatchEvent & QuestionEvent;
  'match.introduced': MatchEvent;
  'match.declined': MatchEvent &
    AskingRound & { readonly side: Side; readonly reason: DismissReason };
  'match.expired': MatchEvent;
  'match.asked-again': MatchEvent & AskingRound;
  'match.withdrawn': MatchEvent;
  'match.restored': MatchEvent;
  'match.started': MatchEvent;
  'match.concluded': MatchEvent & ConcludedEvent;
  /** A coordinator records another outcome than the one that was recorded. */
  'match.outcome-corrected': MatchEvent & ConcludedEvent;
  /** A coordinator noted something for other coordinators. */
  'match.noted': MatchEvent;
  /** A night's learning came to other weights or thresholds. */
  'matching.learned': { readonly version: number };
  /** They are used from now on; 0 are the stated ones. */
  'matching.activated': { readonly version: number };
  /** An administrator had a job that was parked tried again; `event` names what it is about. */
  'job.retried': { readonly event: string; readonly handler: string };
  'jobs.retried': { readonly jobs: number };
  /** An operator gave a job up for good. */
  'job.dropped': { readonly event: string; readonly handler: string };
  /** Somebody thinks that a posting should not be there; which one, its owner must not learn. */
  'report.made': { readonly report: string };
  'report.handled': { readonly report: string };
  /** An operator says that a copy of the database was made and is kept elsewhere. */
  'backup.noted': Readonly<Record<string, never>>;
  'mail.queued': { readonly mail: string; readonly match?: string };
}

export type EventName = keyof Events;
