import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK_QUEUE, Config, EVENTS_QUEUE, QueueServer } from '@wilma/platform';
import type { Queue } from 'bullmq';
import { Probe } from './probe.js';

/** How long it is known that the queues answer: balancers ask every second or two. */
const KEPT_MS = 5_000;

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

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.events.close(), this.clock.close()]);
    await this.server.close();
  }
}
