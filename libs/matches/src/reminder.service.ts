import { Injectable } from '@nestjs/common';
import {
  Deadline,
  type Desk,
  dayInBerlin,
  isCovered,
  isWorkingMorning,
  remindersDue,
  type Side,
  SYSTEM,
} from '@wilma/domain';
import { Clock, Database, EventLog, rowsOf, type Tx } from '@wilma/platform';
import { In } from 'typeorm';
import { type Asked, LOCK_PERSON_SQL, MATCHES_PER_MAIL } from './asking.service.js';
import { ASKING_STANDS, DeskReader } from './desk.reader.js';
import { Match } from './match.entity.js';

interface Late {
  readonly match: string;
  readonly round: number;
  readonly side: Side;
  readonly asked: Date;
  readonly reminders: number;
  readonly reminded: Date | null;
}

/** Persons that one run of the clock turns to at most; the next run takes the rest. */
const BATCH = 1_000;

/** While a question waits for its answer the deadline does, and so does whoever is to answer. */
const OWED = `asking.asked_at IS NOT NULL AND ${ASKING_STANDS} AND match.deadline > $1
  AND match.need_answer IS DISTINCT FROM 'QUESTION'
  AND match.offer_answer IS DISTINCT FROM 'QUESTION'`;

const PERSONS_SQL = `
  SELECT DISTINCT asking.person FROM asking JOIN match ON match.id = asking.match_id
   WHERE ${OWED} AND asking.reminders < ${String(Deadline.remind.length)} AND asking.asked_at < $2
   LIMIT ${String(BATCH)}`;

const LATE_SQL = `
  SELECT asking.match_id AS match, asking.round, asking.side, asking.asked_at AS asked,
         asking.reminders, asking.reminded_at AS reminded
    FROM asking JOIN match ON match.id = asking.match_id
   WHERE ${OWED} AND asking.person = $2
   ORDER BY match.id, asking.side FOR UPDATE OF match, asking`;

const MARK_SQL = `
  UPDATE asking SET reminders = due, reminded_at = $2
    FROM jsonb_to_recordset($1::jsonb) AS late(match uuid, round int, side side, due int)
   WHERE (asking.match_id, asking.round, asking.side) = (late.match, late.round, late.side)`;

/** Who is reminded when: of all that a person owes at once, on the mornings of two working days. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskReader,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Persons who may have to be reminded now. */
  async due(): Promise<string[]> {
    const now = this.clock.now();
    if (!isWorkingMorning(now)) return [];
    // No four working days are shorter; the exact day is asked per person.
    const before = new Date(now.getTime() - (Deadline.remind[0] - 1) * 86_400_000);
    const rows = await rowsOf<{ person: string }>(this.database.read, PERSONS_SQL, [now, before]);
    return rows.map(({ person }) => person);
  }

  /**
   * Everything that a person is reminded of now; it counts as reminded with this transaction.
   * Nothing where they are away or were reminded on this day.
   */
  async take(tx: Tx, person: string): Promise<Asked[]> {
    await tx.query(LOCK_PERSON_SQL, [person]);
    const now = this.clock.now();
    const desk = await this.desks.of(tx, person);
    const owed = await rowsOf<Late>(tx, LATE_SQL, [now, person]);
    const late = dueOf(owed, desk, now);
    if (late.length === 0) return [];
    await tx.query(MARK_SQL, [JSON.stringify(late), now]);
    for (const { match, side } of late) {
      await this.events.record(tx, SYSTEM, 'match.reminded', { match, sides: [side] });
    }
    const ids = late.map(({ match }) => match);
    const byId = new Map((await tx.findBy(Match, { id: In(ids) })).map((one) => [one.id, one]));
    return late.flatMap(({ match: id, side, due }) => {
      const match = byId.get(id);
      return match?.deadline ? [{ match, side, deadline: match.deadline, reminder: due }] : [];
    });
  }
}

/** What the person is reminded of today, with how often they will have been. */
function dueOf(owed: readonly Late[], { absences }: Desk, now: Date): (Late & { due: number })[] {
  const today = dayInBerlin(now);
  if (isCovered(today, absences)) return [];
  if (owed.some(({ reminded }) => reminded !== null && dayInBerlin(reminded) === today)) return [];
  return owed
    .map((late) => ({ ...late, due: remindersDue(late.asked, now, absences) }))
    .filter(({ due, reminders }) => due > reminders)
    .sort((one, other) => one.asked.getTime() - other.asked.getTime())
    .slice(0, MATCHES_PER_MAIL);
}
