import { conflict } from './errors.js';
import type { EventName } from './events.js';
import { rowOf, type ToldTransition } from './state-machine.js';
import type { MatchState } from './vocabulary.js';

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
  | 'endWithout'
  | 'correctToCollaboration'
  | 'correctToNone';

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
    mail: ['WITHDRAWN'],
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
  {
    action: 'correctToCollaboration',
    from: ['COLLABORATION', 'NO_COLLABORATION'],
    to: 'COLLABORATION',
    event: 'match.outcome-corrected',
    by: ['COORDINATOR'],
    mail: [],
  },
  {
    action: 'correctToNone',
    from: ['COLLABORATION', 'NO_COLLABORATION'],
    to: 'NO_COLLABORATION',
    event: 'match.outcome-corrected',
    by: ['COORDINATOR'],
    mail: [],
  },
];

/**
 * What one side says while the match stays as it is: stored without a new version, which the other
 * side would notice.
 */
const QUIET: readonly MatchAction[] = ['agree', 'question', 'takeBack'];
export const isQuiet = (action: MatchAction): boolean => QUIET.includes(action);

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

/** States in which an outcome was recorded. */
export const CONCLUDED: readonly MatchState[] = ['COLLABORATION', 'NO_COLLABORATION'];

/** Open matches that a need has at most, unless a coordinator asks for more. */
export const OPEN_MATCHES_PER_NEED = 5;

/** @throws DomainError CONFLICT where the state does not allow the action. */
export function stepMatch(state: MatchState, action: MatchAction): MatchStep {
  const row = rowOf(MATCH_TRANSITIONS, state, action);
  if (row === null) throw conflict(`a match in state ${state} does not allow ${action}`);
  return { state: row.to, event: row.event };
}
