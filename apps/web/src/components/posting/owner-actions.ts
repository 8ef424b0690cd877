import { EDITABLE, next, POSTING_TRANSITIONS, type PostingState } from '@wilma/domain';

/** What an owner can do with a posting, by the names of the domain's transitions. */
export type OwnerAction = 'submit' | 'pause' | 'resume' | 'renew' | 'close';

const ALL: readonly OwnerAction[] = ['submit', 'pause', 'resume', 'renew', 'close'];

/** The actions that the state allows, in the order in which they are shown. */
export const ownerActions = (state: PostingState): OwnerAction[] =>
  ALL.filter(
    (action) =>
      next(POSTING_TRANSITIONS, state, action) !== null &&
      // What is still listed is renewed by the link of the mail that announces its end.
      (action !== 'renew' || state === 'EXPIRED'),
  );

export const canEdit = (state: PostingState): boolean => EDITABLE.includes(state);
