import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CLOCK_QUEUE, Config, EVENTS_QUEUE, QueueServer } from '@wilma/platform';
import type { Queue } from 'bullmq';
import { Probe } from './probe.js';

/** How long it is known that the queues answer: balancers ask every second or two. */
const KEPT_MS = 5_000;
/** The clock strikes twice a minute. */
const SILENT_MS = 300_000;

/** Jobs that wait for a worker. */
@ObjectType()
export class QueueStanding {
  @Field(() => Int) waiting: number;
  @Field(() => Int) active: number;
  @Field(() => Int) delayed: number;
  /** When the job came that has waited the longest. */
  @Field(() => Date, { nullable: true }) oldestAt: Date | null;
  /** Whether the clock strikes, so that some worker runs. */
  @Field() clockStrikes: boolean;
}

/** The queues as the API sees them: it looks on, and adds nothing. */
@Injectable()
export class QueueView implements OnApplicationShutdown {
  readonly events: Queue;
  readonly clock: Queue;
  private readonly server: QueueServer;
  private readonly life: Probe<string>;

  constructor(@Inject(Config) config: Config) {
    const server = new QueueServer(config);
    this.server = server;
    this.events = server.open(EVENTS_QUEUE, { skipMetasUpdate: true });
    this.clock = server.open(CLOCK_QUEUE, { skipMetasUpdate: true });
    this.life = new Probe(() => server.identity(), KEPT_MS);
  }

  /** Whether Redis answers; where the queues are in the database, it is asked by those who use it. */
  async answers(): Promise<boolean> {
    return (await this.life.answer()) !== null;
  }

  /** @throws Error where the server does not answer */
  async standing(): Promise<QueueStanding> {
    await this.server.identity();
    const { events } = this;
    const counts = await events.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
    const [oldest] = await events.getJobs(['waiting', 'prioritized'], 0, 0, true);
    const [tick] = await this.clock.getJobSchedulers(0, 0);
    return {
      waiting: (counts.waiting ?? 0) + (counts.prioritized ?? 0),
      active: counts.active ?? 0,
      delayed: counts.delayed ?? 0,
      oldestAt: oldest === undefined ? null : new Date(oldest.timestamp),
      clockStrikes: tick?.next !== undefined && tick.next > Date.now() - SILENT_MS,
    };
  }

  redisVersion(): Promise<string | null> {
    return this.server.redisVersion();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.events.close(), this.clock.close()]);
    await this.server.close();
  }
}
