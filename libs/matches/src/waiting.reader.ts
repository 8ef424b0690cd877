import { Injectable } from '@nestjs/common';
import {
  type Actor,
  dayInBerlin,
  type Desk,
  overseesMatches,
  type Side,
  WaitReason,
  waitReasonOf,
} from '@wilma/domain';
import { Clock, Database, rowsOf } from '@wilma/platform';
import { ASKING_STANDS, DeskReader } from './desk.reader.js';

/** One side of an approved match that was not asked yet, and why. */
export interface Waiting {
  readonly side: Side;
  readonly reason: WaitReason;
  readonly since: Date;
  /** Open questions of the person. */
  readonly openQuestions: number;
  /** The last day of their absence, where they are away. */
  readonly until: string | null;
}

interface Row {
  readonly match: string;
  readonly side: Side;
  readonly person: string;
  readonly since: Date;
}

const WAITING_SQL = `
  SELECT asking.match_id AS match, asking.side, asking.person, asking.ready_at AS since
    FROM asking JOIN match ON match.id = asking.match_id
   WHERE asking.match_id = ANY($1) AND asking.asked_at IS NULL AND ${ASKING_STANDS}
   ORDER BY asking.side`;

/** Tells coordinators why somebody was not asked yet. */
@Injectable()
export class WaitingReader {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskReader,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, ids: readonly string[]): Promise<Waiting[][]> {
    if (!overseesMatches(actor)) return ids.map(() => []);
    const rows = await rowsOf<Row>(this.database.read, WAITING_SQL, [ids]);
    const persons = [...new Set(rows.map(({ person }) => person))];
    const desks = await this.desks.ofAll(this.database.read, persons);
    const now = this.clock.now();
    return ids.map((id) =>
      rows
        .filter(({ match }) => match === id)
        .flatMap((row) => {
          const desk = desks.get(row.person);
          return desk === undefined ? [] : [waitingOf(row, desk, now)];
        }),
    );
  }
}

function waitingOf({ side, since }: Row, desk: Desk, now: Date): Waiting {
  // Who could be asked is, as soon as the clock strikes on a working morning.
  const reason = waitReasonOf(desk, now) ?? WaitReason.NEXT_MORNING;
  const today = dayInBerlin(now);
  const away = desk.absences.filter(({ from, to }) => from <= today && today <= to);
  const until =
    away
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? null;
  return { side, reason, since, openQuestions: desk.openQuestions, until };
}
