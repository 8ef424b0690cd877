import { Injectable, Logger } from '@nestjs/common';
import { addWorkingDays, Deadline, type MatchAction, SYSTEM } from '@wilma/domain';
import { Clock, Database, type Tx } from '@wilma/platform';
import { ASKING_STANDS } from './desk.reader.js';
import { afresh } from './match-review.service.js';
import { Match } from './match.entity.js';
import { MatchWriter } from './match.writer.js';

/** Matches that one run of the clock deals with at most, a kind; the next run takes the rest. */
const BATCH = 200;

/** A side that still owes its answer. */
const ASKING_OF_MATCH = `asking.match_id = match.id AND ${ASKING_STANDS}`;

interface Due {
  readonly where: string;
  readonly work: (tx: Tx, match: Match) => Promise<void>;
}

/** What happens to matches because time passes. */
@Injectable()
export class MatchClock {
  private readonly log = new Logger(MatchClock.name);

  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly clock: Clock,
  ) {}

  /** Wakes snoozed matches, expires overdue ones. @returns how many */
  async tick(): Promise<number> {
    const dues: Due[] = [
      { where: `match.state = 'SNOOZED' AND match.snoozed_until <= :now`, work: this.wake },
      {
        // A question that waits for its answer holds the deadline; so does a side that could not be
        // asked yet, unless the other one has let it pass.
        where: `match.state = 'APPROVED' AND match.asked_at IS NOT NULL AND match.deadline <= :now
          AND match.need_answer IS DISTINCT FROM 'QUESTION'
          AND match.offer_answer IS DISTINCT FROM 'QUESTION'
          AND (NOT EXISTS (SELECT FROM asking WHERE ${ASKING_OF_MATCH} AND asked_at IS NULL)
               OR EXISTS (SELECT FROM asking WHERE ${ASKING_OF_MATCH} AND asked_at IS NOT NULL))`,
        work: (tx, match) => this.step(tx, match, 'expire'),
      },
    ];
    let done = 0;
    for (const due of dues) done += await this.run(due);
    return done;
  }

  private async run({ where, work }: Due): Promise<number> {
    const now = this.clock.now();
    const due = await this.database.read
      .createQueryBuilder(Match, 'match')
      .where(where, { now })
      .orderBy('match.deadline')
      .limit(BATCH)
      .getMany();
    for (const { id } of due) {
      // One match that fails must not keep the others waiting.
      await this.database
        .transaction(async (tx) => {
          const locked = await tx
            .createQueryBuilder(Match, 'match')
            .where('match.id = :id', { id })
            .andWhere(where, { now })
            .setLock('pessimistic_write')
            .setOnLocked('skip_locked')
            .getOne();
          if (locked !== null) await work(tx, locked);
        })
        .catch((error: unknown) => this.log.error(`match ${id}: ${String(error)}`));
    }
    return due.length;
  }

  private readonly wake = (tx: Tx, match: Match): Promise<void> =>
    this.step(tx, match, 'wake', afresh(addWorkingDays(this.clock.now(), Deadline.screen)));

  private step(tx: Tx, match: Match, action: MatchAction, columns = {}): Promise<void> {
    return this.writer.step(tx, SYSTEM, {
      match,
      action,
      columns: { deadline: null, ...columns },
    });
  }
}
