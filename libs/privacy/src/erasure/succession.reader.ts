import { Injectable } from '@nestjs/common';
import type { Salutation } from '@wilma/domain';
import { Database, rowsOf } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

/** Whom it is about: an account, or somebody without one. */
export interface Somebody {
  readonly accountId: string | null;
  /** In lower case: the present one first, then those that were confirmed before. */
  readonly mails: readonly string[];
}

/** A colleague who takes over. */
export interface Successor {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly salutation: Salutation;
  readonly academicTitle: string | null;
}

/** What somebody leaves behind in one organisation. */
export interface Estate {
  readonly organisationId: string;
  readonly organisation: string;
  /** Null where nobody is left. */
  readonly successor: Successor | null;
  /** Postings that are not closed and name the person as their contact. */
  readonly postings: readonly string[];
  /** Whether the organisation has no other manager. */
  readonly leavesNoManager: boolean;
}

export type HoldKind = 'LAST_MANAGER' | 'RUNNING_MATCH';

/** Why an erasure waits: somebody else would be left alone. */
export interface Hold {
  readonly kind: HoldKind;
  /** The organisation's name or the title of the person's own posting. */
  readonly about: string;
  /** How many postings of the organisation are published, or matches of the posting run. */
  readonly count: number;
}

const ESTATES_SQL = `
  WITH concerned AS (
    SELECT organisation_id AS id FROM membership WHERE account_id = $1
     UNION
    SELECT organisation_id FROM posting WHERE lower(contact_mail) = ANY ($2) AND state <> 'CLOSED')
  SELECT organisation.id AS "organisationId", organisation.name AS organisation,
         row_to_json(successor) AS successor,
         ARRAY(SELECT posting.id FROM posting
                WHERE posting.organisation_id = organisation.id AND state <> 'CLOSED'
                  AND lower(contact_mail) = ANY ($2) ORDER BY posting.id) AS postings,
         COALESCE(mine.role = 'MANAGER' AND NOT EXISTS (
           SELECT FROM membership AS other WHERE other.organisation_id = organisation.id
              AND other.role = 'MANAGER' AND other.account_id <> $1), false) AS "leavesNoManager"
    FROM concerned JOIN organisation USING (id)
    LEFT JOIN membership AS mine ON mine.organisation_id = organisation.id AND mine.account_id = $1
    LEFT JOIN LATERAL (
      SELECT account.id, account.name, account.email AS mail, account.salutation,
             account."academicTitle"
        FROM membership AS other JOIN auth."user" AS account ON account.id = other.account_id
       WHERE other.organisation_id = organisation.id AND account.id IS DISTINCT FROM $1::uuid
         AND NOT EXISTS (SELECT FROM erasure WHERE erasure.account_id = account.id
                            AND erasure.done_at IS NULL)
       ORDER BY other.role = 'MANAGER' DESC, other.created_at, account.id LIMIT 1) AS successor
      ON true
   ORDER BY organisation.name, organisation.id`;

/** Runs between two sides that know of it, as `match_state` has them. */
const RUNNING = `(match.state IN ('INTRODUCED', 'IN_PROGRESS')
  OR match.state = 'APPROVED' AND match.asked_at IS NOT NULL)`;

const HOLDS_SQL = `
  SELECT 'RUNNING_MATCH' AS kind, posting.title AS about, count(*)::int AS count
    FROM posting JOIN match ON posting.id IN (match.need_id, match.offer_id) AND ${RUNNING}
   WHERE lower(posting.contact_mail) = ANY ($1) AND NOT posting.organisation_id = ANY($2)
   GROUP BY posting.id
   UNION ALL
  SELECT 'LAST_MANAGER', organisation.name, count(*)::int
    FROM organisation JOIN posting ON organisation_id = organisation.id AND state = 'PUBLISHED'
   WHERE organisation.id = ANY($3) GROUP BY organisation.id
   ORDER BY kind, about`;

/** Finds who takes over from somebody, and where nobody can. */
@Injectable()
export class SuccessionReader {
  constructor(private readonly database: Database) {}

  estates({ accountId, mails }: Somebody, reader?: EntityManager): Promise<Estate[]> {
    return rowsOf<Estate>(reader ?? this.database.read, ESTATES_SQL, [accountId, mails]);
  }

  /** Where a colleague takes over, nothing waits. */
  holds({ mails }: Somebody, estates: readonly Estate[], reader?: EntityManager): Promise<Hold[]> {
    const idsOf = (some: readonly Estate[]): string[] => some.map((one) => one.organisationId);
    const passedOn = estates.filter(({ successor }) => successor !== null);
    const alone = estates.filter((one) => one.leavesNoManager && one.successor === null);
    return rowsOf<Hold>(reader ?? this.database.read, HOLDS_SQL, [
      mails,
      idsOf(passedOn),
      idsOf(alone),
    ]);
  }
}
