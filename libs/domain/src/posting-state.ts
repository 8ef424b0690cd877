import type { EventName } from './events.js';
import { conflict } from './errors.js';
import { rowOf, type ToldTransition } from './state-machine.js';
import type { PostingConfirmation, PostingState, Visibility } from './vocabulary.js';
import { PostingState as States } from './vocabulary.js';

export type PostingAction =
  | 'submit'
  | 'confirm'
  | 'refuse'
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

/**
 * Where the organisation is verified, `submit` and the contact's `confirm` are followed by `publish`
 * at once, of which nobody is told by mail. Where OWNER acts a coordinator does too for what was
 * entered on somebody's behalf; that is asked of the contact first, and again after such an edit.
 */
export const POSTING_TRANSITIONS: readonly Row[] = [
  {
    action: 'submit',
    from: ['DRAFT', 'CHANGES_REQUESTED'],
    to: 'SUBMITTED',
    event: 'posting.submitted',
    by: ['OWNER', 'COORDINATOR'],
    mail: ['POSTING_CONFIRM'],
  },
  // Entered on the contact's behalf: without their yes it is never published.
  {
    action: 'confirm',
    from: ['SUBMITTED'],
    to: 'SUBMITTED',
    event: 'posting.confirmed',
    by: ['CONTACT'],
    mail: [],
  },
  {
    action: 'refuse',
    from: ['SUBMITTED', 'CHANGES_REQUESTED'],
    to: 'CLOSED',
    event: 'posting.refused',
    by: ['CONTACT'],
    mail: [],
  },
  {
    action: 'publish',
    from: ['SUBMITTED'],
    to: 'PUBLISHED',
    event: 'posting.published',
    by: ['COORDINATOR', 'OWNER', 'CONTACT'],
    mail: ['POSTING_PUBLISHED'],
  },
  {
    action: 'requestChanges',
    from: ['SUBMITTED'],
    to: 'CHANGES_REQUESTED',
    event: 'posting.changes-requested',
    by: ['COORDINATOR'],
    mail: ['POSTING_CHANGES'],
  },
  // Edited or handed over: an unverified organisation's is reviewed, a caller's confirmed again.
  {
    action: 'sendBack',
    from: ['PUBLISHED', 'PAUSED'],
    to: 'SUBMITTED',
    event: 'posting.submitted',
    by: ['OWNER', 'COORDINATOR'],
    mail: ['POSTING_CONFIRM'],
  },
  {
    action: 'pause',
    from: ['PUBLISHED'],
    to: 'PAUSED',
    event: 'posting.paused',
    by: ['OWNER', 'COORDINATOR'],
    mail: [],
  },
  {
    action: 'resume',
    from: ['PAUSED'],
    to: 'PUBLISHED',
    event: 'posting.resumed',
    by: ['OWNER', 'COORDINATOR'],
    mail: [],
  },
  {
    action: 'expire',
    from: ['PUBLISHED'],
    to: 'EXPIRED',
    event: 'posting.expired',
    by: ['SYSTEM'],
    mail: ['POSTING_EXPIRED'],
  },
  // While it is listed from the warning on: see `renewalIsDue`.
  {
    action: 'renew',
    from: ['PUBLISHED', 'EXPIRED'],
    to: 'PUBLISHED',
    event: 'posting.renewed',
    by: ['OWNER', 'COORDINATOR', 'CONTACT'],
    mail: [],
  },
  {
    action: 'close',
    from: (Object.keys(States) as PostingState[]).filter((state) => state !== 'CLOSED'),
    to: 'CLOSED',
    event: 'posting.closed',
    by: ['OWNER', 'COORDINATOR'],
    mail: [],
  },
];

export interface PostingStep {
  readonly state: PostingState;
  readonly event: PostingEventName;
}

/** @throws DomainError CONFLICT where the posting's state does not allow the action. */
export function stepPosting(state: PostingState, action: PostingAction): PostingStep {
  const row = rowOf(POSTING_TRANSITIONS, state, action);
  if (row === null) throw conflict(`a posting in state ${state} does not allow ${action}`);
  return { state: row.to, event: row.event };
}

/** States in which the owner may still edit. */
export const EDITABLE: readonly PostingState[] = [
  'DRAFT',
  'CHANGES_REQUESTED',
  'SUBMITTED',
  'PUBLISHED',
  'PAUSED',
];

/** States of what was published and is not over: its matches may be open. */
export const SHOWN_POSTING: readonly PostingState[] = ['PUBLISHED', 'PAUSED'];

/** Whether everybody may find the posting in lists. */
export const isListed = (posting: { state: PostingState; visibility: Visibility }): boolean =>
  posting.state === 'PUBLISHED' && posting.visibility !== 'COORDINATORS_ONLY';

/** How long a posting is listed before it must be renewed, and from when on it may be. */
export const LISTED_DAYS = 180;
export const RENEWAL_DAYS = 14;
const DAY_MS = 86_400_000;

/** Whether the posting may be renewed: once it has expired, and in the days before. */
export function renewalIsDue(
  { state, expiresAt }: { readonly state: PostingState; readonly expiresAt: Date | null },
  now: Date,
): boolean {
  if (state === 'EXPIRED') return true;
  return (
    state === 'PUBLISHED' &&
    expiresAt !== null &&
    expiresAt.getTime() - now.getTime() <= RENEWAL_DAYS * DAY_MS
  );
}

/** Whether the contact on whose behalf it was entered has not agreed, so that it stays unpublished. */
export const awaitsContact = (confirmation: PostingConfirmation | null): boolean =>
  confirmation === 'WAITING' || confirmation === 'REFUSED';
