import { Logger } from '@nestjs/common';
import type { MatchClock } from '@wilma/matches';
import type { MailService } from '@wilma/notifications';
import {
  CLOCK_QUEUE,
  type Database,
  type Idempotency,
  rowsOf,
  withoutAddresses,
} from '@wilma/platform';
import type { PostingClock } from '@wilma/postings';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import type { HandlerRegistry } from './handler-registry.js';

const EVERY_MS = 30_000;
const BATCH = 200;
/** An event relayed so long ago without a mark was lost by the queue. */
const LOST_AFTER = '10 minutes';
/** A parked job is offered again after this long, then doubled, up to five hours. */
const PARKED_FOR = `interval '10 minutes' * 2 ^ least(parked_job.attempts - 1, 5)`;
/** Marks are looked for so far back. */
const LOOK_BACK = '7 days';

/**
 * The clock: one repeating job for all processes, which takes the steps that time brings and
 * offers lost events again.
 */
export class Schedule {
  private readonly log = new Logger(Schedule.name);
  private queue: Queue | null = null;
  private worker: Worker | null = null;

  constructor(
    private readonly database: Database,
    private readonly matches: MatchClock,
    private readonly postings: PostingClock,
    private readonly mails: MailService,
    private readonly handlers: HandlerRegistry,
    private readonly idempotency: Idempotency,
  ) {}

  async start(connection: ConnectionOptions): Promise<void> {
    await this.introduceHandlers();
    this.queue = new Queue(CLOCK_QUEUE, { connection });
    this.worker = new Worker(CLOCK_QUEUE, () => this.tick(), { connection });
    this.worker.on('error', (error) => this.log.error(String(error)));
    this.worker.on('failed', (_job, error) => this.log.error(`clock: ${error.message}`));
    await this.queue.upsertJobScheduler(
      'tick',
      { every: EVERY_MS },
      { name: 'tick', opts: { removeOnComplete: { count: 10 }, removeOnFail: { count: 10 } } },
    );
  }

  async stop(): Promise<void> {
    await this.worker?.close();
    await this.queue?.close();
  }

  /** Takes every step that is due; one that fails holds none of the others. */
  async tick(): Promise<void> {
    const duties: Readonly<Record<string, () => Promise<unknown>>> = {
      matches: () => this.matches.tick(),
      postings: () => this.postings.tick(),
      'lost events': () => this.reconcile(),
      mails: () => this.mails.deliverDue(),
      'old answers': () => this.idempotency.forget(),
    };
    for (const [name, duty] of Object.entries(duties)) {
      try {
        await duty();
      } catch (error) {
        this.log.error(`clock, ${name}: ${withoutAddresses(String(error))}`);
      }
    }
  }

  /** A handler that a new release brings or renames does not go through the past. */
  async introduceHandlers(): Promise<void> {
    await rowsOf(this.database.read, KNOWN_SQL, [JSON.stringify(this.handlers.expected())]);
  }

  /** The queue is not the truth: what it lost is relayed again. Marks keep effects single. */
  private async reconcile(): Promise<void> {
    await rowsOf(this.database.read, UNPARK_SQL);
    const lost = await rowsOf<{ id: string }>(this.database.read, RECONCILE_SQL, [
      JSON.stringify(this.handlers.expected()),
      BATCH,
    ]);
    if (lost.length > 0) this.log.warn(`relaying ${String(lost.length)} events again`);
  }
}

const RECONCILE_SQL = `
  UPDATE event SET relayed_at = NULL WHERE id IN (
    SELECT event.id FROM event
      JOIN jsonb_to_recordset($1::jsonb) AS due(event text, handler text, delay int)
        ON due.event = event.name
      JOIN known_handler AS known ON known.event = due.event AND known.handler = due.handler
     WHERE event.relayed_at >= known.since
       AND event.relayed_at < now() - interval '${LOST_AFTER}' - due.delay * interval '1 ms'
       AND event.relayed_at > now() - interval '${LOOK_BACK}'
       AND NOT EXISTS (SELECT FROM handled WHERE event_id = event.id AND handler = due.handler)
       AND NOT EXISTS (SELECT FROM parked_job WHERE event_id = event.id AND handler = due.handler
                          AND at > now() - ${PARKED_FOR})
     LIMIT $2)
  RETURNING id`;

const KNOWN_SQL = `
  INSERT INTO known_handler (event, handler)
  SELECT event, handler FROM jsonb_to_recordset($1::jsonb) AS due(event text, handler text)
  ON CONFLICT DO NOTHING`;

/** What was parked and has come to its end after all. */
const UNPARK_SQL = `
  DELETE FROM parked_job USING handled
   WHERE handled.event_id = parked_job.event_id AND handled.handler = parked_job.handler`;
