import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  Deadline,
  isWorkingMorning,
  roomOn,
  type Side,
  silentSides,
  SYSTEM,
  waitReasonOf,
} from '@wilma/domain';
import { Clock, Database, EventLog, LOCKS, rowsOf, type Tx } from '@wilma/platform';
import { In } from 'typeorm';
import { ASKING_STANDS, DeskReader } from './desk.reader.js';
import { Match } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

/** One side of a match that its person is asked about or reminded of now. */
export interface Asked {
  readonly match: Match;
  readonly side: Side;
  /** Until when this side is asked to answer. */
  readonly deadline: Date;
  /** Which reminder it is; 0 where it is asked. */
  readonly reminder: number;
}

interface Ready {
  readonly match: string;
  readonly round: number;
  readonly side: Side;
  readonly since: Date;
}

/** Matches in one mail at most, so that no mailbox cuts it off; the next day takes the rest. */
export const MATCHES_PER_MAIL = 6;
/** Persons that one run of the clock turns to at most; the next run takes the rest. */
const BATCH = 1_000;

const POSTING_OF_SIDE = `CASE asking.side WHEN 'NEED' THEN match.need_id ELSE match.offer_id END`;

const PREPARE_SQL = `
  INSERT INTO asking (match_id, round, side, person, ready_at)
  SELECT match.id, match.round, asking.side::side, lower(posting.contact_mail), $3
    FROM match CROSS JOIN unnest($2::text[]) AS asking(side)
    JOIN posting ON posting.id = ${POSTING_OF_SIDE}
   WHERE match.id = $1 ON CONFLICT DO NOTHING RETURNING side, person`;

/** One person is dealt with at a time. */
export const LOCK_PERSON_SQL = `SELECT pg_advisory_xact_lock(${String(LOCKS.person)}, hashtext($1))`;

/** Who is the contact now. */
const FOLLOW_SQL = `
  UPDATE asking SET person = lower(posting.contact_mail) FROM match, posting
   WHERE match.id = asking.match_id AND posting.id = ${POSTING_OF_SIDE}
     AND asking.person = $1 AND asking.asked_at IS NULL
     AND asking.person <> lower(posting.contact_mail)`;

/** In one order, so that two who lock several matches never wait for each other. */
const READY_SQL = `
  SELECT asking.match_id AS match, asking.round, asking.side, asking.ready_at AS since
    FROM asking JOIN match ON match.id = asking.match_id
    JOIN posting need ON need.id = match.need_id AND need.state = 'PUBLISHED'
    JOIN posting offer ON offer.id = match.offer_id AND offer.state = 'PUBLISHED'
   WHERE asking.person = $1 AND asking.asked_at IS NULL AND ${ASKING_STANDS}
   ORDER BY match.id, asking.side
     FOR UPDATE OF match, asking FOR SHARE OF need, offer`;

const MARK_SQL = `
  UPDATE asking SET asked_at = $2
    FROM jsonb_to_recordset($1::jsonb) AS chosen(match uuid, round int, side side)
   WHERE (asking.match_id, asking.round, asking.side) = (chosen.match, chosen.round, chosen.side)`;

const WAITING_SQL = `
  SELECT asking.person FROM asking JOIN match ON match.id = asking.match_id
   WHERE asking.asked_at IS NULL AND ${ASKING_STANDS}
   GROUP BY asking.person ORDER BY min(asking.ready_at) LIMIT $1`;

/** Who is asked when: each side once a round, a person about several matches at once. */
@Injectable()
export class AskingService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskReader,
    private readonly writer: MatchWriter,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * A match is to be asked about: notes its silent sides and who they are.
   * @returns the persons; none where this round was noted before
   */
  async prepare(tx: Tx, match: Match): Promise<string[]> {
    const now = this.clock.now();
    const sides = silentSides(match);
    const rows = await rowsOf<{ side: Side; person: string }>(tx, PREPARE_SQL, [
      match.id,
      sides,
      now,
    ]);
    const personOf = new Map(rows.map(({ side, person }) => [side, person]));
    return [...new Set(sides.flatMap((side) => personOf.get(side) ?? []))];
  }

  /**
   * Everything that a person is asked about now, what has waited longest first; it counts as asked
   * with this transaction. Nothing where they can not be asked now.
   */
  async take(tx: Tx, person: string): Promise<Asked[]> {
    await tx.query(LOCK_PERSON_SQL, [person]);
    const now = this.clock.now();
    const desk = await this.desks.of(tx, person);
    if (waitReasonOf(desk, now) !== null) return [];
    await tx.query(FOLLOW_SQL, [person]);
    const ready = await rowsOf<Ready>(tx, READY_SQL, [person]);
    const chosen = ready
      .sort((one, other) => one.since.getTime() - other.since.getTime())
      .slice(0, Math.min(MATCHES_PER_MAIL, roomOn(desk)));
    await tx.query(MARK_SQL, [JSON.stringify(chosen), now]);
    const ids = chosen.map(({ match }) => match);
    const byId = new Map((await tx.findBy(Match, { id: In(ids) })).map((one) => [one.id, one]));
    const deadline = addWorkingDays(now, Deadline.answer, desk.absences);
    return chosen.flatMap(({ match: id, side }) => {
      const match = byId.get(id);
      return match === undefined ? [] : [{ match, side, deadline, reminder: 0 }];
    });
  }

  /**
   * Tells the matches that sides of theirs were asked, who know of them from now on. The deadline
   * is that of the side that was asked last.
   */
  async settle(tx: Tx, asked: readonly Asked[]): Promise<void> {
    const now = this.clock.now();
    for (const id of [...new Set(asked.map(({ match }) => match.id))].sort()) {
      const sides = asked.filter(({ match }) => match.id === id);
      const match = await this.writer.reload(tx, id);
      const before = match.askedAt === null ? null : match.deadline;
      const ends = sides.map(({ deadline }) => deadline.getTime());
      await this.writer.set(tx, match, {
        askedAt: match.askedAt ?? now,
        everAsked: true,
        deadline: new Date(Math.max(before?.getTime() ?? 0, ...ends)),
      });
      const payload = { match: id, sides: sides.map(({ side }) => side) };
      await this.events.record(tx, SYSTEM, 'match.asked', payload);
    }
  }

  /** Sides that were asked in the present round. */
  async sidesAsked(tx: Tx, { id, round }: Match): Promise<Side[]> {
    const rows = await rowsOf<{ side: Side }>(
      tx,
      `SELECT side FROM asking WHERE match_id = $1 AND round = $2 AND asked_at IS NOT NULL
        ORDER BY side`,
      [id, round],
    );
    return rows.map(({ side }) => side);
  }

  /** Persons who can be asked now about what has waited, on the morning of a working day. */
  async due(): Promise<string[]> {
    const now = this.clock.now();
    if (this.desks.gathers && !isWorkingMorning(now)) return [];
    const waiting = await rowsOf<{ person: string }>(this.database.read, WAITING_SQL, [BATCH]);
    const persons = waiting.map(({ person }) => person);
    const desks = await this.desks.ofAll(this.database.read, persons);
    return persons.filter((person) => {
      const desk = desks.get(person);
      return desk !== undefined && waitReasonOf(desk, now) === null;
    });
  }
}
