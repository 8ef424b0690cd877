import { Logger } from '@nestjs/common';
import { type Database, EVENTS_QUEUE, type ParkedJobs, rowsOf } from '@wilma/platform';
import { type ConnectionOptions, type Job, UnrecoverableError } from 'bullmq';
import { Consumer } from './consumer.js';
import type { Handler, HandlerRegistry } from './handler-registry.js';
import type { EventJob } from './relay.js';

/** Handlers that run at once. */
export const CONCURRENCY = 8;

/** Runs the handlers of events, each effect once. */
export class Runner {
  private readonly log = new Logger(Runner.name);
  private consumer: Consumer<EventJob> | null = null;

  constructor(
    private readonly database: Database,
    private readonly handlers: HandlerRegistry,
    private readonly parked: ParkedJobs,
  ) {}

  start(connection: ConnectionOptions): void {
    this.consumer = new Consumer<EventJob>(EVENTS_QUEUE, {
      connection,
      concurrency: CONCURRENCY,
      process: (job) => this.process(job),
      failed: (job, error) => {
        this.failed(job, error).catch((reason: unknown) => {
          this.log.error(`a failed job could not be parked: ${String(reason)}`);
        });
      },
    });
  }

  async stop(): Promise<void> {
    await this.consumer?.stop();
  }

  private async process({ name, data }: Job<EventJob>): Promise<void> {
    const handler = this.handlers.get(data.name, name);
    if (handler === undefined) throw new Error(`nobody handles ${data.name}/${name}`);
    if (handler.kind === 'OUTSIDE') return this.runOutside(handler, data);
    await this.database.transaction(async (tx) => {
      const marked = await rowsOf(tx, MARK_SQL, [data.event, handler.name]);
      if (marked.length > 0) await handler.run(tx, data.payload as never);
    });
  }

  private async runOutside(
    handler: Extract<Handler, { kind: 'OUTSIDE' }>,
    data: EventJob,
  ): Promise<void> {
    await handler.run(data.payload as never);
    await rowsOf(this.database.read, MARK_SQL, [data.event, handler.name]);
  }

  private async failed(job: Job<EventJob> | undefined, error: Error): Promise<void> {
    if (job === undefined) return;
    const reason = error.message;
    // One that took its process along each time is given up by the queue at once.
    const last =
      job.attemptsMade >= (job.opts.attempts ?? 1) || error.name === UnrecoverableError.name;
    this.log.warn(`${job.data.name}/${job.name} failed${last ? ' for now' : ''}: ${reason}`);
    if (last) await this.parked.park({ event: job.data.event, handler: job.name }, reason);
  }
}

const MARK_SQL = `INSERT INTO handled (event_id, handler) VALUES ($1, $2)
  ON CONFLICT DO NOTHING RETURNING event_id`;
