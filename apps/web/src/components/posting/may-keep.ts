import type { PostingConfirmation } from '@wilma/domain';

/**
 * Whether the viewer keeps the posting: as its owner, or as a coordinator on behalf of a contact who
 * has no account.
 */
export const mayKeep = (
  posting: { readonly mine: boolean; readonly confirmation: PostingConfirmation | null },
  isStaff: boolean,
): boolean => posting.mine || (isStaff && posting.confirmation !== null);
