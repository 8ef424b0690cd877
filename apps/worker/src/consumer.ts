import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { withoutAddresses } from '@wilma/platform';
import { type ConnectionOptions, type Job, Worker } from 'bullmq';
import { Outage } from './outage.js';

/** A worker that dies is noticed within seconds, and as often as it may happen. */
const RECOVERY = { lockDuration: 4_000, stalledInterval: 2_000, maxStalledCount: 10 } as const;
/** What the queue may take to note what was done, when we end. */
const FAREWELL_MS = 2_000;

/** The queue keeps why a job failed, and shows it: nobody's address may be in there. */
function redact(error: unknown): never {
  if (error instanceof Error) {
    error.message = withoutAddresses(error.message);
    error.stack = withoutAddresses(error.stack ?? '');
  }
  throw error;
}

export interface ConsumerOptions<Data> {
  readonly connection: ConnectionOptions;
  readonly concurrency?: number;
  readonly process: (job: Job<Data>) => Promise<void>;
  readonly failed: (job: Job<Data> | undefined, error: Error) => void;
}

/** Takes jobs from a queue; sits out the absence of its server, and ends without it. */
export class Consumer<Data> {
  private readonly worker: Worker<Data>;
  private readonly running = new Set<Promise<void>>();

  constructor(name: string, { process, failed, ...options }: ConsumerOptions<Data>) {
    const outage = new Outage(new Logger(Consumer.name), `taking jobs from ${name}`);
    this.worker = new Worker<Data>(name, (job) => this.track(process(job).catch(redact)), {
      ...options,
      ...RECOVERY,
    });
    this.worker.on('error', (error) => outage.saw(error));
    this.worker.on('active', () => outage.ended());
    this.worker.on('failed', failed);
  }

  /** Takes nothing more on and finishes what runs; without the server its jobs are taken again. */
  async stop(): Promise<void> {
    const closed = this.worker.close();
    await Promise.race([closed, this.idle().then(() => pause(FAREWELL_MS))]);
    this.worker.disconnect().catch(() => undefined);
  }

  private track(work: Promise<void>): Promise<void> {
    this.running.add(work);
    return work.finally(() => this.running.delete(work));
  }

  private async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}
