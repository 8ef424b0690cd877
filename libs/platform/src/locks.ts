/**
 * Keys of the database's advisory locks, all in one place so that no two purposes share one. Any
 * numbers will do; they must only be the same in every process. 20_266 is held by the triggers that
 * count the words of the search.
 */
export const LOCKS = {
  /** Tables of sign-in are being made. */
  signInTables: 20_261,
  /** Matches are computed, one posting at a time. */
  matching: 20_262,
  migrations: 20_263,
  /** The queue is given jobs (shared) or found to have lost them. */
  queue: 20_264,
  /** Tags of one posting are written (shared) or tags are merged. */
  tags: 20_265,
  /** With a second key: one person is asked. */
  person: 20_267,
  /** Events are put in line for the audit. */
  audit: 20_268,
} as const;
