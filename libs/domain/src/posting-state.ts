import type { EventName } from './events.js';
import { conflict } from './errors.js';
import { next, type ToldTransition } from './state-machine.js';
import type { PostingState, Visibility } from './vocabulary.js';
import { PostingState as States } from './vocabulary.js';

export type PostingAction =
  | 'submit'
  | 'publish'
  | 'requestChanges'
  | 'sendBack'
  | 'pause'
  | 'resume'
  | 'expire'
  | 'renew'
  | 'close';

/** Events that tell nothing but which posting it is. */
type PostingEventName = Extract<EventName, `posting.${string}`>;

type Row = ToldTransition<PostingState, PostingAction, PostingEventName>;

/** `submit` is followed by `publish` at once where the organisation is verified. */
export const POSTING_TRANSITIONS: readonly Row[] = [
  {
    action: 'submit',
    from: ['DRAFT', 'CHANGES_REQUESTED'],
    to: 'SUBMITTED',
    event: 'posting.submitted',
    by: ['OWNER'],
    mail: [],
  },
  {
    action: 'publish',
    from: ['SUBMITTED'],
    to: 'PUBLISHED',
    event: 'posting.published',
    by: ['COORDINATOR', 'SYSTEM'],
    mail: [],
  },
  {
    action: 'requestChanges',
    from: ['SUBMITTED'],
    to: 'CHANGES_REQUESTED',
    event: 'posting.changes-requested',
    by: ['COORDINATOR'],
    mail: [],
  },
  // An unverified organisation edited what was published: it is reviewed again.
  {
    action: 'sendBack',
    from: ['PUBLISHED', 'PAUSED'],
    to: 'SUBMITTED',
    event: 'posting.submitted',
    by: ['OWNER'],
    mail: [],
  },
  {
    action: 'pause',
    from: ['PUBLISHED'],
    to: 'PAUSED',
    event: 'posting.paused',
    by: ['OWNER'],
    mail: [],
  },
  {
    action: 'resume',
    from: ['PAUSED'],
    to: 'PUBLISHED',
    event: 'posting.resumed',
    by: ['OWNER'],
    mail: [],
  },
  {
    action: 'expire',
    from: ['PUBLISHED'],
    to: 'EXPIRED',
    event: 'posting.expired',
    by: ['SYSTEM'],
    mail: [],
  },
  {
    action: 'renew',
    from: ['EXPIRED'],
    to: 'PUBLISHED',
    event: 'posting.renewed',
    by: ['OWNER'],
    mail: [],
  },
  {
    action: 'close',
    from: (Object.keys(States) as PostingState[]).filter((state) => state !== 'CLOSED'),
    to: 'CLOSED',
    event: 'posting.closed',
    by: ['OWNER'],
    mail: [],
  },
];

export interface PostingStep {
  readonly state: PostingState;
  readonly event: PostingEventName;
}

/** @throws DomainError CONFLICT where the posting's state does not allow the action. */
export function stepPosting(state: PostingState, action: PostingAction): PostingStep {
  const to = next(POSTING_TRANSITIONS, state, action);
  const row = POSTING_TRANSITIONS.find((candidate) => candidate.action === action);
  if (to === null || row === undefined) {
    throw conflict(`a posting in state ${state} does not allow ${action}`);
  }
  return { state: to, event: row.event };
}

/** States in which the owner may still edit. */
export const EDITABLE: readonly PostingState[] = [
  'DRAFT',
  'CHANGES_REQUESTED',
  'SUBMITTED',
  'PUBLISHED',
  'PAUSED',
];

/** Whether everybody may find the posting in lists. */
export const isListed = (posting: { state: PostingState; visibility: Visibility }): boolean =>
  posting.state === 'PUBLISHED' && posting.visibility !== 'COORDINATORS_ONLY';
