import type { Tx } from '@wilma/platform';

/** Any number will do; it must only be the same in every process. */
const LOCK = 20_264;

/**
 * For whoever writes the tags of one posting: no merge of tags happens until the end. Taken before
 * the posting is locked, since a merge that holds the tags waits for postings.
 */
export const shareTags = async (tx: Tx): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [LOCK]);
};

/** For a merge: nobody else writes tags of postings until the end. */
export const holdTags = async (tx: Tx): Promise<void> => {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
};
