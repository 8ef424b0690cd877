import { once } from 'node:events';
import {
  type ConnectionOptions,
  createPostgresBackend,
  Queue,
  type QueueOptions,
  runMigrations,
  setDefaultBackendFactory,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from './config.js';

/** The one queue: an event and the handler that it waits for. */
export const EVENTS_QUEUE = 'events';
/** Work that the clock starts. */
export const CLOCK_QUEUE = 'clock';

/** Redis answers within this or counts as gone. */
const COMMAND_MS = 5_000;
const READY_MS = 2_000;

type QueueConfig = Pick<Config, 'databaseUrl' | 'redisUrl'>;

/**
 * Where BullMQ keeps its jobs: Redis where it is set, else PostgreSQL. Must be made before any
 * queue or worker, since the backend is chosen for the whole process.
 */
export class QueueServer {
  /** For queues: without the server their commands fail at once. */
  readonly forQueues: ConnectionOptions;
  /** For workers: they wait for the server as long as it takes. */
  readonly forWorkers: ConnectionOptions;
  private readonly redis: readonly Redis[];

  constructor(config: QueueConfig) {
    if (config.redisUrl === null) {
      setDefaultBackendFactory(createPostgresBackend);
      this.redis = [];
      this.forQueues = postgres(config.databaseUrl);
      this.forWorkers = this.forQueues;
      return;
    }
    setDefaultBackendFactory(undefined);
    const queues = new Redis(config.redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      commandTimeout: COMMAND_MS,
    });
    const workers = new Redis(config.redisUrl, {
      maxRetriesPerRequest: null,
      lazyConnect: true,
    });
    this.redis = [queues, workers];
    this.forQueues = queues;
    this.forWorkers = workers;
  }

  /**
   * What tells the server that keeps the jobs from any other, itself before a restart included:
   * Redis may have lost some or all of them by one. PostgreSQL loses none.
   * @throws Error where it is gone
   */
  async identity(): Promise<string> {
    const info = await this.info();
    return info === null ? 'postgres' : (/^run_id:(\w+)/m.exec(info)?.[1] ?? 'redis');
  }

  /** Of Redis; null where PostgreSQL keeps the jobs. @throws Error where it is gone */
  async redisVersion(): Promise<string | null> {
    return /^redis_version:(\S+)/m.exec((await this.info()) ?? '')?.[1] ?? null;
  }

  private async info(): Promise<string | null> {
    const [redis] = this.redis;
    if (redis === undefined) return null;
    if (redis.status !== 'ready')
      await once(redis, 'ready', { signal: AbortSignal.timeout(READY_MS) });
    return redis.info('server');
  }

  /** A queue whose server may be gone for a while: what fails says so by itself. */
  open(name: string, options: Omit<QueueOptions, 'connection'> = {}): Queue {
    const queue = new Queue(name, { ...options, connection: this.forQueues });
    queue.on('error', () => undefined);
    return queue;
  }

  /** Ends what queues and workers leave open. */
  close(): Promise<void> {
    for (const connection of this.redis) connection.disconnect();
    return Promise.resolve();
  }
}

const postgres = (connectionString: string): ConnectionOptions => ({
  connectionString,
  max: 4,
  // What a crash takes from the queue comes back: an event counts as relayed only by a commit of
  // the outbox, which waits for the disk and for everything written before it; effects have marks.
  options: '-c synchronous_commit=off',
});

/** Brings the queue's own tables up to date; nothing to do on Redis. */
export async function migrateQueue(config: QueueConfig): Promise<void> {
  if (config.redisUrl !== null) return;
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
