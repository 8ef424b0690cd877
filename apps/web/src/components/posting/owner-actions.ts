import {
  EDITABLE,
  next,
  POSTING_TRANSITIONS,
  type PostingState,
  renewalIsDue,
} from '@wilma/domain';

/** What an owner can do with a posting, by the names of the domain's transitions. */
export type OwnerAction = 'submit' | 'pause' | 'resume' | 'renew' | 'close';

const ALL: readonly OwnerAction[] = ['submit', 'pause', 'resume', 'renew', 'close'];

export interface ListedPosting {
  readonly state: PostingState;
  readonly expiresAt: string | null;
}

/** Whether its listing ends soon or has ended, so that it can be renewed. */
export const canRenew = ({ state, expiresAt }: ListedPosting, now: Date): boolean =>
  renewalIsDue({ state, expiresAt: expiresAt === null ? null : new Date(expiresAt) }, now);

/** The actions that the state allows, in the order in which they are shown. */
export const ownerActions = (posting: ListedPosting, now: Date): OwnerAction[] =>
  ALL.filter(
    (action) =>
      next(POSTING_TRANSITIONS, posting.state, action) !== null &&
      (action !== 'renew' || canRenew(posting, now)),
  );

export const canEdit = (state: PostingState): boolean => EDITABLE.includes(state);
