import { LOCKS, type Tx } from '@wilma/platform';

/**
 * For whoever writes the tags of one posting: no merge of tags happens until the end. Taken before
 * the posting is locked, since a merge that holds the tags waits for postings.
 */
export const shareTags = async (tx: Tx): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [LOCKS.tags]);
};

/** For a merge: nobody else writes tags of postings until the end. */
export const holdTags = async (tx: Tx): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.tags]);
};
