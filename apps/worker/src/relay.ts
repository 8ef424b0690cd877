import { Logger } from '@nestjs/common';
import type { EventName } from '@wilma/domain';
import { type ChangeFeed, type Database, rowsOf } from '@wilma/platform';
import type { Queue } from 'bullmq';
import type { HandlerRegistry } from './handler-registry.js';
import { RELAYING_SQL } from './queue-watch.js';
import { Outage } from './outage.js';

const BATCH = 200;
/** Covers what a lost notification would leave behind. */
const POLL_MS = 2_000;
const RETRY_MS = 500;

export interface EventJob {
  readonly event: string;
  readonly name: EventName;
  readonly payload: unknown;
}

interface EventRow {
  readonly id: string;
  readonly name: EventName;
  readonly payload: unknown;
  /** Milliseconds since it happened, by the clock that also made its id. */
  readonly age: number;
  /** Names of the handlers that have acted on it. */
  readonly handled: readonly string[];
}

/** How often a handler is tried before its job is parked, and the first pause, later doubled. */
export interface Retries {
  readonly attempts: number;
  readonly pauseMs: number;
}

/** Half a minute at least. The clock goes on. */
const RETRIES: Retries = { attempts: 8, pauseMs: 500 };

export interface RelayParts {
  readonly database: Database;
  readonly changes: ChangeFeed;
  readonly queue: Queue;
  readonly handlers: HandlerRegistry;
  readonly retries?: Retries;
}

/**
 * Carries committed events from the outbox to the queue, woken by the database. A crash before its
 * commit adds the same job ids again: the queue ignores those that it knows, marks do the rest.
 */
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly outage = new Outage(this.log, 'relaying');
  private wake: (() => void) | null = null;
  private pending = false;
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.unsubscribe = this.parts.changes.subscribe(() => this.nudge());
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.nudge();
    await this.loop;
  }

  private nudge(): void {
    this.pending = true;
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.pending = false;
      let relayed: number;
      try {
        relayed = await this.relayBatch();
        this.outage.ended();
      } catch (error) {
        this.outage.saw(error);
        await this.rest(RETRY_MS);
        continue;
      }
      if (relayed < BATCH) await this.rest(POLL_MS);
    }
  }

  /** Waits for a nudge, or so long. */
  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.wake = done;
      if (this.pending || this.stopped) done();
    });
  }

  private relayBatch(): Promise<number> {
    const { database, queue } = this.parts;
    return database.transaction(async (tx) => {
      await tx.query(RELAYING_SQL);
      const rows = await rowsOf<EventRow>(tx, UNRELAYED_SQL, [BATCH]);
      if (rows.length === 0) return 0;
      const jobs = rows.flatMap((row) => this.jobsOf(row));
      if (jobs.length > 0) await queue.addBulk(jobs);
      await tx.query('UPDATE event SET relayed_at = now() WHERE id = ANY($1)', [
        rows.map(({ id }) => id),
      ]);
      return rows.length;
    });
  }

  private jobsOf({ id, name, payload, age, handled }: EventRow) {
    const { handlers, retries = RETRIES } = this.parts;
    const due = handlers.of(name).filter((handler) => !handled.includes(handler.name));
    return due.map((handler) => ({
      name: handler.name,
      data: { event: id, name, payload } satisfies EventJob,
      opts: {
        jobId: `${id}-${handler.name}`,
        // Relayed again, it is due when it was.
        delay: Math.max(0, handler.delayMs - Math.max(0, age)),
        attempts: retries.attempts,
        backoff: { type: 'exponential', delay: retries.pauseMs, jitter: 0.5 },
        removeOnComplete: { count: 1_000 },
        // A failed job that is kept would swallow its own repetition; it is parked in a table.
        removeOnFail: true,
      },
    }));
  }
}

/** Ids tell when they were made by the clock of the database, whatever that of the API shows. */
const UNRELAYED_SQL = `
  SELECT id, name, payload,
         coalesce(round(extract(epoch FROM now() - uuid_extract_timestamp(id)) * 1000), 0)::float8 AS age,
         ARRAY(SELECT handler FROM handled WHERE event_id = event.id) AS handled
    FROM event WHERE relayed_at IS NULL
   ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`;
