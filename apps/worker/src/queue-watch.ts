import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { type Database, LOCKS, type QueueServer, rowsOf, type Tx } from '@wilma/platform';
import type { Queue } from 'bullmq';
import { Outage } from './outage.js';
import type { Reconciler } from './reconciler.js';

const EVERY_MS = 3_000;
/** How often the clock strikes. */
const TICK_MS = 30_000;
/** A clock that is late by so much has stopped. */
const STOPPED_MS = 300_000;
const TICK = 'tick';

/** Whoever relays holds this until it has noted what it queued: nothing is queued meanwhile. */
export const RELAYING_SQL = `SELECT pg_advisory_xact_lock_shared(${String(LOCKS.queue)})`;
const WATCHING_SQL = `SELECT pg_advisory_xact_lock(${String(LOCKS.queue)})`;

interface State {
  readonly marker: string;
  readonly server: string;
}

/**
 * Notices that the queue has lost its jobs, be it that the server came back empty or older, that it
 * was emptied, or that another one is in its place; then everything open is relayed anew, within
 * seconds. The marker is part of the clock's repeating job, so that this is not lost unnoticed either.
 */
export class QueueWatch {
  private readonly log = new Logger(QueueWatch.name);
  private readonly outage = new Outage(this.log, 'watching the queue');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly reconciler: Reconciler,
    private readonly server: QueueServer,
    private readonly clock: Queue,
  ) {}

  start(): void {
    this.running = this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** @returns whether everything was relayed anew */
  async check(): Promise<boolean> {
    const server = await this.server.identity();
    if (await this.isIntact(server, await this.state(this.database.read))) return false;
    return this.database.transaction(async (tx) => {
      await tx.query(WATCHING_SQL);
      const state = await this.state(tx);
      // Another worker may have been faster.
      if (await this.isIntact(server, state)) return false;
      const marker = randomUUID();
      const offered = await this.reconciler.offerOpen(tx);
      await rowsOf(tx, REMEMBER_SQL, [marker, server]);
      // Last: where the commit fails, the queue holds a marker that nobody knows, and we begin anew.
      await this.mark(marker);
      if (state !== undefined) {
        this.log.warn(`the queue has lost its jobs: relaying ${String(offered)} events again`);
      }
      return true;
    });
  }

  private async look(): Promise<void> {
    try {
      await this.check();
      this.outage.ended();
    } catch (error) {
      this.outage.saw(error);
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => this.start(), EVERY_MS);
  }

  private async state(manager: Database['read'] | Tx): Promise<State | undefined> {
    return (await rowsOf<State>(manager, 'SELECT marker, server FROM queue_state'))[0];
  }

  private async isIntact(server: string, state: State | undefined): Promise<boolean> {
    if (state?.server !== server) return false;
    const tick = await this.clock.getJobScheduler(TICK);
    const { marker } = (tick?.template?.data ?? {}) as Partial<State>;
    return marker === state.marker && (tick?.next ?? 0) > Date.now() - STOPPED_MS;
  }

  private async mark(marker: string): Promise<void> {
    const opts = { removeOnComplete: { count: 10 }, removeOnFail: { count: 10 } };
    await this.clock.upsertJobScheduler(
      TICK,
      { every: TICK_MS },
      { name: TICK, data: { marker }, opts },
    );
  }
}

const REMEMBER_SQL = `
  INSERT INTO queue_state (marker, server) VALUES ($1, $2)
  ON CONFLICT (id) DO UPDATE
    SET marker = EXCLUDED.marker, server = EXCLUDED.server, since = now()`;
