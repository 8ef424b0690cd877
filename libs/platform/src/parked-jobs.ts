import { Injectable } from '@nestjs/common';
import { type Actor, demand, notFound, SYSTEM } from '@wilma/domain';
import { Cursors } from './cursors.js';
import { Database, rowsOf, type Tx } from './database.js';
import { Event, ParkedJob } from './event.entity.js';
import { EventLog } from './event-log.js';
import { type Connection, type Order, page, type PageArgs } from './connection.js';
import { isUuid } from './uuid.js';

const NEWEST: Order = { by: 'job.at', direction: 'DESC' };

interface JobKey {
  readonly event: string;
  readonly handler: string;
}

/** Jobs that failed too often: noted, shown, tried again, given up for good. */
@Injectable()
export class ParkedJobs {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
  ) {}

  /** Notes that a handler has failed with an event for now; its next try is later each time. */
  async park({ event, handler }: JobKey, error: string): Promise<void> {
    await rowsOf(this.database.read, PARK_SQL, [event, handler, error]);
  }

  /** Forgets what has come to its end after all. */
  async forgetHandled(): Promise<void> {
    await rowsOf(this.database.read, FORGET_SQL);
  }

  /** The newest first. @throws DomainError FORBIDDEN */
  list(actor: Actor, args: PageArgs): Promise<Connection<ParkedJob>> {
    demand(actor, 'read', 'Job');
    const query = this.database.read
      .createQueryBuilder(ParkedJob, 'job')
      .innerJoinAndMapOne('job.event', Event, 'event', 'event.id = job.eventId');
    return page(query, NEWEST, args, this.cursors);
  }

  /** Offers a job to the queue at once. @throws DomainError FORBIDDEN, NOT_FOUND */
  async retry(actor: Actor, id: string): Promise<ParkedJob> {
    demand(actor, 'retry', 'Job');
    return this.database.transaction(async (tx) => {
      const job = await this.find(tx, id);
      await rowsOf(tx, RETRY_SQL, [id]);
      await this.events.record(tx, actor, 'job.retried', keyOf(job));
      return this.find(tx, id);
    });
  }

  /** Offers all jobs to the queue at once. @returns how many. @throws DomainError FORBIDDEN */
  async retryAll(actor: Actor): Promise<number> {
    demand(actor, 'retry', 'Job');
    return this.database.transaction(async (tx) => {
      const jobs = (await rowsOf(tx, RETRY_SQL, [null])).length;
      if (jobs > 0) await this.events.record(tx, actor, 'jobs.retried', { jobs });
      return jobs;
    });
  }

  /** The handler will never act on this event. For operators. @throws DomainError NOT_FOUND */
  async drop(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const job = await this.find(tx, id);
      await rowsOf(tx, DROP_SQL, [job.eventId, job.handler]);
      await this.events.record(tx, SYSTEM, 'job.dropped', keyOf(job));
    });
  }

  private async find(tx: Tx, id: string): Promise<ParkedJob> {
    if (!isUuid(id)) throw notFound();
    const job = await tx
      .createQueryBuilder(ParkedJob, 'job')
      .innerJoinAndMapOne('job.event', Event, 'event', 'event.id = job.eventId')
      .where({ id })
      .getOne();
    if (job === null) throw notFound();
    return job;
  }
}

const keyOf = ({ eventId, handler }: ParkedJob) => ({ event: eventId, handler });

/** After ten minutes, then twice as late each time, up to five hours. */
const PARK_SQL = `
  INSERT INTO parked_job AS job (event_id, handler, error, next_try_at)
  VALUES ($1, $2, $3, now() + interval '10 minutes')
  ON CONFLICT (event_id, handler) DO UPDATE
    SET error = EXCLUDED.error, attempts = job.attempts + 1, at = now(),
        next_try_at = now() + interval '10 minutes' * 2 ^ least(job.attempts, 5)`;

const FORGET_SQL = `
  DELETE FROM parked_job USING handled
   WHERE handled.event_id = parked_job.event_id AND handled.handler = parked_job.handler`;

/** One of them, or all. Parked still, in case it fails again; the event goes to the queue anew. */
const RETRY_SQL = `
  WITH retried AS (
    UPDATE parked_job SET next_try_at = now() WHERE id = $1::uuid OR $1 IS NULL
    RETURNING id, event_id)
  , offered AS (
    UPDATE event SET relayed_at = NULL WHERE id IN (SELECT event_id FROM retried))
  SELECT id FROM retried`;

const DROP_SQL = `
  WITH dropped AS (DELETE FROM parked_job WHERE event_id = $1 AND handler = $2)
  INSERT INTO handled (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING`;
