import {
  type ConnectionOptions,
  createPostgresBackend,
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

type QueueConfig = Pick<Config, 'databaseUrl' | 'redisUrl'>;

/**
 * Where BullMQ keeps its jobs: Redis where it is set, else PostgreSQL. Must run before any queue
 * or worker is made, since the backend is chosen for the whole process.
 */
export function queueConnection(config: QueueConfig): ConnectionOptions {
  if (config.redisUrl !== null) {
    setDefaultBackendFactory(undefined);
    return new Redis(config.redisUrl, { maxRetriesPerRequest: null });
  }
  setDefaultBackendFactory(createPostgresBackend);
  return {
    connectionString: config.databaseUrl,
    max: 4,
    // What a crash takes from the queue comes back: an event counts as relayed only by a commit of
    // the outbox, which waits for the disk and for everything written before it; effects have marks.
    options: '-c synchronous_commit=off',
  };
}

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
