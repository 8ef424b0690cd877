import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK_QUEUE, Config, EVENTS_QUEUE, QueueServer } from '@wilma/platform';
import type { Queue } from 'bullmq';

/** The queues as the API sees them: it looks on, and adds nothing. */
@Injectable()
export class QueueView implements OnApplicationShutdown {
  readonly queues: readonly Queue[];
  private readonly server: QueueServer;

  constructor(@Inject(Config) config: Config) {
    this.server = new QueueServer(config);
    this.queues = [EVENTS_QUEUE, CLOCK_QUEUE].map((name) =>
      this.server.open(name, { skipMetasUpdate: true }),
    );
  }

  /** @throws Error where the server of the queues is gone */
  async ping(): Promise<void> {
    await this.server.identity();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.queues.map((queue) => queue.close()));
    await this.server.close();
  }
}
