import { conflict } from './errors.js';
import type { EventName } from './events.js';
import { next, type ToldTransition } from './state-machine.js';
import { otherSide, type Answer, type DismissReason, type MatchState, Side } from './vocabulary.js';

export type MatchAction =
  | 'suggest'
  | 'approve'
  | 'dismiss'
  | 'snooze'
  | 'wake'
  | 'undo'
  | 'agree'
  | 'introduce'
  | 'decline'
  | 'question'
  | 'takeBack'
  | 'expire'
  | 'askAgain'
  | 'withdraw'
  | 'restore'
  | 'start'
  | 'collaborate'
  | 'endWithout';

type MatchEventName = Extract<EventName, `match.${string}`>;

type Row = ToldTransition<MatchState, MatchAction, MatchEventName>;

/**
 * `suggest` is how a match begins: no state allows it. `agree` is the first INTERESTED, `introduce`
 * the second: see `answerAction`. `ASK` leaves when the time to undo is over.
 */
export const MATCH_TRANSITIONS: readonly Row[] = [
  {
    action: 'suggest',
    from: [],
    to: 'SUGGESTED',
    event: 'match.suggested',
    by: ['SYSTEM'],
    mail: [],
  },
  {
    action: 'approve',
    from: ['SUGGESTED'],
    to: 'APPROVED',
    event: 'match.approved',
    by: ['COORDINATOR'],
    mail: ['ASK'],
  },
  {
    action: 'dismiss',
    from: ['SUGGESTED'],
    to: 'DISMISSED',
    event: 'match.dismissed',
    by: ['COORDINATOR'],
    mail: [],
  },
  {
    action: 'snooze',
    from: ['SUGGESTED'],
    to: 'SNOOZED',
    event: 'match.snoozed',
    by: ['COORDINATOR'],
    mail: [],
  },
  {
    action: 'wake',
    from: ['SNOOZED'],
    to: 'SUGGESTED',
    event: 'match.woken',
    by: ['COORDINATOR', 'SYSTEM'],
    mail: [],
  },
  {
    action: 'undo',
    from: ['APPROVED', 'DISMISSED', 'SNOOZED'],
    to: 'SUGGESTED',
    event: 'match.undone',
    by: ['SAME_COORDINATOR'],
    mail: [],
  },
  {
    action: 'agree',
    from: ['APPROVED'],
    to: 'APPROVED',
    event: 'match.answered',
    by: ['SIDE'],
    mail: [],
  },
  {
    action: 'introduce',
    from: ['APPROVED'],
    to: 'INTRODUCED',
    event: 'match.introduced',
    by: ['SIDE'],
    mail: ['INTRODUCED'],
  },
  {
    action: 'decline',
    from: ['APPROVED'],
    to: 'DECLINED',
    event: 'match.declined',
    by: ['SIDE'],
    mail: ['DECLINED'],
  },
  {
    action: 'question',
    from: ['APPROVED'],
    to: 'APPROVED',
    event: 'match.answered',
    by: ['SIDE'],
    mail: [],
  },
  {
    action: 'takeBack',
    from: ['APPROVED'],
    to: 'APPROVED',
    event: 'match.answer-taken-back',
    by: ['SIDE'],
    mail: [],
  },
  {
    action: 'expire',
    from: ['APPROVED'],
    to: 'EXPIRED',
    event: 'match.expired',
    by: ['SYSTEM'],
    mail: ['DECLINED'],
  },
  {
    action: 'askAgain',
    from: ['EXPIRED', 'DECLINED'],
    to: 'APPROVED',
    event: 'match.asked-again',
    by: ['COORDINATOR'],
    mail: ['ASK'],
  },
  {
    action: 'withdraw',
    from: ['SUGGESTED', 'SNOOZED', 'APPROVED'],
    to: 'WITHDRAWN',
    event: 'match.withdrawn',
    by: ['SYSTEM'],
    mail: [],
  },
  {
    action: 'restore',
    from: ['WITHDRAWN'],
    to: 'SUGGESTED',
    event: 'match.restored',
    by: ['SYSTEM'],
    mail: [],
  },
  {
    action: 'start',
    from: ['INTRODUCED'],
    to: 'IN_PROGRESS',
    event: 'match.started',
    by: ['COORDINATOR', 'SIDE'],
    mail: [],
  },
  {
    action: 'collaborate',
    from: ['INTRODUCED', 'IN_PROGRESS'],
    to: 'COLLABORATION',
    event: 'match.concluded',
    by: ['COORDINATOR', 'SIDE'],
    mail: [],
  },
  {
    action: 'endWithout',
    from: ['INTRODUCED', 'IN_PROGRESS'],
    to: 'NO_COLLABORATION',
    event: 'match.concluded',
    by: ['COORDINATOR', 'SIDE'],
    mail: [],
  },
];

/** What the rules need to know of a match. */
export interface MatchFacts {
  readonly state: MatchState;
  readonly needAnswer: Answer | null;
  readonly offerAnswer: Answer | null;
  readonly approvedAt: Date | null;
  /** When the mails that ask were handed over; from then on nothing can be undone. */
  readonly askedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

export interface MatchStep {
  readonly state: MatchState;
  readonly event: MatchEventName;
}

/** States that count against the limit of open matches of a need. */
export const OPEN_MATCH: readonly MatchState[] = ['SUGGESTED', 'SNOOZED', 'APPROVED'];

/** States in which both sides said yes, so that identities and contacts are released. */
export const RELEASED: readonly MatchState[] = [
  'INTRODUCED',
  'IN_PROGRESS',
  'COLLABORATION',
  'NO_COLLABORATION',
];

/** Open matches that a need has at most, unless a coordinator asks for more. */
export const OPEN_MATCHES_PER_NEED = 5;

/** @throws DomainError CONFLICT where the state does not allow the action. */
export function stepMatch(state: MatchState, action: MatchAction): MatchStep {
  const to = next(MATCH_TRANSITIONS, state, action);
  const row = MATCH_TRANSITIONS.find((candidate) => candidate.action === action);
  if (to === null || row === undefined) {
    throw conflict(`a match in state ${state} does not allow ${action}`);
  }
  return { state: to, event: row.event };
}

/** What both sides said so far. */
export type BothAnswers = Pick<MatchFacts, 'needAnswer' | 'offerAnswer'>;

export const answerOf = (match: BothAnswers, side: Side): Answer | null =>
  side === 'NEED' ? match.needAnswer : match.offerAnswer;

/** Sides that have said nothing, not even a question. */
export const silentSides = (match: BothAnswers): Side[] =>
  Object.values(Side).filter((side) => answerOf(match, side) === null);

/**
 * The action that an answer of one side means, given what both said before.
 * @throws DomainError CONFLICT where this side's earlier answer stands, and before the mails that
 *   ask have left: until then the approval may be undone. The other side's answer never conflicts.
 */
export function answerAction(match: MatchFacts, side: Side, answer: Answer): MatchAction {
  const own = answerOf(match, side);
  if (own !== null && (own !== 'QUESTION' || answer === 'QUESTION')) {
    throw conflict('this side has answered already');
  }
  if (match.askedAt === null) throw conflict('nobody was asked yet');
  switch (answer) {
    case 'INTERESTED':
      return answerOf(match, otherSide(side)) === 'INTERESTED' ? 'introduce' : 'agree';
    case 'DECLINED':
      return 'decline';
    case 'QUESTION':
      return 'question';
  }
}

/** Whether a reason says nothing without a text and the text is missing. */
export const lacksText = (reason: DismissReason | null, note: string | null): boolean =>
  reason === 'OTHER' && (note ?? '').trim() === '';

/** Whether this side may still take its INTERESTED back: until the other side has answered. */
export function canTakeBack(match: MatchFacts, side: Side): boolean {
  const other = answerOf(match, otherSide(side));
  return (
    match.state === 'APPROVED' &&
    answerOf(match, side) === 'INTERESTED' &&
    (other === null || other === 'QUESTION')
  );
}

/**
 * Whether a decision can be undone: by who made it, within `seconds` of it, and an approval as
 * long as no mail has left.
 */
export function canUndo(
  match: MatchFacts,
  by: { readonly accountId: string; readonly now: Date; readonly seconds: number },
): boolean {
  if (next(MATCH_TRANSITIONS, match.state, 'undo') === null) return false;
  if (match.decidedBy !== by.accountId || match.decidedAt === null) return false;
  if (match.state === 'APPROVED') return match.askedAt === null;
  return by.now.getTime() - match.decidedAt.getTime() <= by.seconds * 1000;
}

const isFinal = (answer: Answer | null): boolean =>
  answer === 'INTERESTED' || answer === 'DECLINED';

/** Whether each side may see the other's answer: when both are in. */
export const answersAreOpen = (match: BothAnswers): boolean =>
  isFinal(match.needAnswer) && isFinal(match.offerAnswer);
