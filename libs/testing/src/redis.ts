import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program } from './program.js';

export type Queue = 'postgres' | 'redis';

const server = process.env.WILMA_TEST_REDIS ?? '';

/** The backends of the queue to test: Redis where a server is installed, and always in CI. */
export const QUEUES: readonly Queue[] =
  server === '' && process.env.CI !== 'true' ? ['postgres'] : ['postgres', 'redis'];

/** A Redis server of one's own that keeps nothing. */
export class Redis {
  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private program: Program,
  ) {}

  static async start(): Promise<Redis> {
    const folder = await mkdtemp(join(tmpdir(), 'wilma-redis-'));
    const port = await freePort();
    return new Redis(port, folder, await run(port, folder));
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** kill -9: everything that it held is gone. */
  kill(): Promise<void> {
    return this.program.kill();
  }

  /** Starts it again where it was, empty. */
  async restart(): Promise<void> {
    this.program = await run(this.port, this.folder);
  }

  async stop(): Promise<void> {
    await this.program.stop();
    await rm(this.folder, { recursive: true });
  }
}

function run(port: number, folder: string): Promise<Program> {
  if (server === '') throw new Error('no redis-server: install it or set REDIS_SERVER');
  const keepNothing = ['--save', '', '--appendonly', 'no'];
  return Program.start({
    command: server,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...keepNothing],
    ready: 'Ready to accept connections',
  });
}
