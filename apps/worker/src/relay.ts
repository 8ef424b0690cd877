import { Logger } from '@nestjs/common';
import type { EventName } from '@wilma/domain';
import { type ChangeFeed, type Database, rowsOf } from '@wilma/platform';
import type { Queue } from 'bullmq';
import type { HandlerRegistry } from './handler-registry.js';

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
}

/** Tries of a handler before its job is parked: half a minute at least. The clock goes on. */
const ATTEMPTS = 8;

/**
 * Carries committed events from the outbox to the queue, woken by the database. A crash before its
 * commit adds the same job ids again: the queue ignores those that it knows, marks do the rest.
 */
export class Relay {
  private readonly log = new Logger(Relay.name);
  private wake: (() => void) | null = null;
  private pending = false;
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly changes: ChangeFeed,
    private readonly queue: Queue,
    private readonly handlers: HandlerRegistry,
  ) {}

  start(): void {
    this.unsubscribe = this.changes.subscribe(() => this.nudge());
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
      } catch (error) {
        this.log.error(`relaying failed: ${String(error)}`);
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
    return this.database.transaction(async (tx) => {
      const rows = await rowsOf<EventRow>(
        tx,
        `SELECT id, name, payload FROM event WHERE relayed_at IS NULL
          ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
        [BATCH],
      );
      if (rows.length === 0) return 0;
      const jobs = rows.flatMap((row) => this.jobsOf(row));
      if (jobs.length > 0) await this.queue.addBulk(jobs);
      await tx.query('UPDATE event SET relayed_at = now() WHERE id = ANY($1)', [
        rows.map(({ id }) => id),
      ]);
      return rows.length;
    });
  }

  private jobsOf({ id, name, payload }: EventRow) {
    return this.handlers.of(name).map((handler) => ({
      name: handler.name,
      data: { event: id, name, payload } satisfies EventJob,
      opts: {
        jobId: `${id}-${handler.name}`,
        delay: handler.delayMs,
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
        removeOnComplete: { count: 1_000 },
        // A failed job that is kept would swallow its own repetition; it is parked in a table.
        removeOnFail: true,
      },
    }));
  }
}
