import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type ConfidentialPart,
  dayInBerlin,
  demand,
  isStaff,
  organisationsOf,
} from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  EventLog,
  page,
  type PageArgs,
  rowsOf,
} from '@wilma/platform';
import { ConfidentialRead } from './confidential-read.entity.js';
import { allowedPostings } from './posting-access.js';
import { Posting } from './posting.entity.js';

/** A part of a posting that is about to be read. */
export interface Reading {
  /** Id of the posting. */
  readonly posting: string;
  readonly part: ConfidentialPart;
}

/** What the owner learns: on which day staff read which parts. */
export interface DayOfReading {
  readonly day: string;
  readonly parts: readonly ConfidentialPart[];
}

export interface ReadsFilter {
  /** Ids. */
  readonly posting: string | null;
  readonly reader: string | null;
}

interface Fresh extends Reading {
  readonly organisation: string;
}

/** Days that the owner is shown; the latest. */
const SHOWN_DAYS = 30;

/** Readings of others' postings that were not noted today; contacts where the owner is not named. */
const FRESH_SQL = `
  SELECT posting.id AS posting, asked.part, posting.organisation_id AS organisation
    FROM unnest($1::uuid[], $2::text[]) AS asked(posting, part)
    JOIN posting ON posting.id = asked.posting
   WHERE posting.organisation_id <> ALL($3::uuid[])
     AND (asked.part <> 'CONTACT' OR posting.visibility <> 'NAMED')
     AND NOT EXISTS (SELECT FROM confidential_read AS known
                      WHERE known.account_id = $4 AND known.posting_id = posting.id
                        AND known.part::text = asked.part AND known.day = $5)`;

/** Another request may have noted the same meanwhile. */
const NOTE_SQL = `
  INSERT INTO confidential_read (account_id, posting_id, organisation_id, part, day, at)
  SELECT $1, posting, organisation, part::confidential_part, $2, $3
    FROM jsonb_to_recordset($4::jsonb) AS fresh(posting uuid, organisation uuid, part text)
  ON CONFLICT DO NOTHING RETURNING posting_id AS posting, part`;

const DAYS_SQL = `
  SELECT asked.id AS posting, days.day, days.parts
    FROM unnest($1::uuid[]) AS asked(id) JOIN posting ON posting.id = asked.id
   CROSS JOIN LATERAL (
     SELECT day::text, array_agg(DISTINCT part::text ORDER BY part::text) AS parts
       FROM confidential_read AS read
      WHERE read.posting_id = posting.id AND read.organisation_id = posting.organisation_id
      GROUP BY day ORDER BY day DESC LIMIT ${String(SHOWN_DAYS)}) AS days`;

/** Keeps account of what staff read of what others entrust to them. */
@Injectable()
export class ConfidentialReads {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Notes what staff are about to read of others' postings, once a day; of all others nothing. Whoever
   * calls answers only when it is stored.
   */
  async note(actor: Actor, readings: readonly Reading[]): Promise<void> {
    if (actor.kind !== 'ACCOUNT' || !isStaff(actor)) return;
    const now = this.clock.now();
    const day = dayInBerlin(now);
    const { accountId } = actor;
    const fresh = await rowsOf<Fresh>(this.database.read, FRESH_SQL, [
      readings.map(({ posting }) => posting),
      readings.map(({ part }) => part),
      organisationsOf(actor),
      accountId,
      day,
    ]);
    if (fresh.length === 0) return;
    await this.database.transaction(async (tx) => {
      const values = [accountId, day, now, JSON.stringify(fresh)];
      const noted = await rowsOf<Reading>(tx, NOTE_SQL, values);
      await this.events.recordEach(tx, actor, 'confidential.read', noted);
    });
  }

  /** The latest days on which staff read of each posting: for its owner. */
  async daysOf(actor: Actor, ids: readonly string[]): Promise<DayOfReading[][]> {
    const own = organisationsOf(actor);
    if (own.length === 0) return ids.map(() => []);
    const query = this.database.read
      .createQueryBuilder(Posting, 'posting')
      .select(['posting.id', 'posting.kind'])
      .where('posting.id = ANY(:ids) AND posting.organisation_id = ANY(:own)', { ids, own });
    const owned = await allowedPostings(query, actor, 'readConfidential').getMany();
    const rows = await rowsOf<DayOfReading & { posting: string }>(this.database.read, DAYS_SQL, [
      owned.map(({ id }) => id),
    ]);
    return ids.map((id) => rows.filter(({ posting }) => posting === id));
  }

  /** All of it, the latest first. @throws DomainError FORBIDDEN */
  list(actor: Actor, filter: ReadsFilter, args: PageArgs): Promise<Connection<ConfidentialRead>> {
    demand(actor, 'read', 'Audit');
    const { posting, reader } = filter;
    const query = this.database.read.createQueryBuilder(ConfidentialRead, 'entry');
    if (posting !== null) query.andWhere('entry.posting_id::text = :posting', { posting });
    if (reader !== null) query.andWhere('entry.account_id::text = :reader', { reader });
    return page(query, { by: 'entry.at', direction: 'DESC' }, args, this.cursors);
  }
}
