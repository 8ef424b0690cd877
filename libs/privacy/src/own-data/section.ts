import type { SectionName } from '../messages/index.js';

/** One kind of thing that is known about a person. */
export interface Section {
  readonly name: SectionName;
  /** Tables that it answers for; a test finds those that no section and no reason answers for. */
  readonly tables: readonly string[];
  /**
   * Selects rows for `person` (id, mail in lower case, key of the address); the names of its columns
   * are part of the documented shape. Never selects what says something about somebody else.
   */
  readonly sql: string;
}

/** Rows of a section that an export holds at most. */
export const ROWS = 10_000;

/** `$1` account, `$2` address in lower case, `$3` key of the address. */
export const statementOf = ({ sql }: Section): string => `
  WITH person AS (SELECT $1::uuid AS id, $2::text AS mail, $3::text AS key)
  SELECT * FROM (${sql}) AS found LIMIT ${String(ROWS + 1)}`;
