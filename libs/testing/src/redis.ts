import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program } from './program.js';

export type Queue = 'postgres' | 'redis';

const server = process.env.WILMA_TEST_REDIS ?? '';

/** The backends of the queue to test: Redis where a server is installed, and always in CI. */
export const QUEUES: readonly Queue[] =
  server === '' && process.env.CI !== 'true' ? ['postgres'] : ['postgres', 'redis'];

export interface Redis {
  readonly url: string;
  stop(): Promise<void>;
}

/** A Redis server of one's own that keeps nothing. */
export async function startRedis(): Promise<Redis> {
  if (server === '') throw new Error('no redis-server: install it or set REDIS_SERVER');
  const folder = await mkdtemp(join(tmpdir(), 'wilma-redis-'));
  const port = await freePort();
  const keepNothing = ['--save', '', '--appendonly', 'no'];
  const program = await Program.start({
    command: server,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...keepNothing],
    ready: 'Ready to accept connections',
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true });
    },
  };
}
