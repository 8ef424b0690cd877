import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';

const PATIENCE_MS = 60_000;
const KEPT_OUTPUT = 20_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What the program prints when it is ready. */
  readonly ready: string;
}

/** A program that runs beside the test. */
export class Program {
  /** What it printed last. */
  output = '';
  private readonly exited: Promise<unknown>;

  private constructor(private readonly child: Child) {
    this.exited = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output = (this.output + text).slice(-KEPT_OUTPUT);
      });
    }
  }

  /** Starts a program and resolves when it says that it is ready. */
  static async start({ command, args, env, ready }: Command): Promise<Program> {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const program = new Program(child);
    try {
      await program.says(ready);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return program;
  }

  /** Asks it to end and waits until it has. @throws Error if it does not end well */
  async stop(): Promise<void> {
    if (this.isGone()) return;
    this.child.kill('SIGTERM');
    const late = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE_MS);
    await this.exited;
    clearTimeout(late);
    if (this.child.exitCode !== 0 && this.child.signalCode !== 'SIGTERM') {
      const how = this.child.signalCode ?? String(this.child.exitCode);
      throw new Error(`ended by ${how}:\n${this.output}`);
    }
  }

  /** kill -9: the program learns nothing of it. */
  async kill(): Promise<void> {
    if (this.isGone()) return;
    this.child.kill('SIGKILL');
    await this.exited;
  }

  private isGone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async says(ready: string): Promise<void> {
    const giveUp = AbortSignal.timeout(PATIENCE_MS);
    while (!this.output.includes(ready)) {
      await Promise.race([once(this.child.stdout, 'data', { signal: giveUp }), this.exited]);
      if (this.isGone()) throw new Error(`ended before it said "${ready}":\n${this.output}`);
    }
  }
}

/** A port of 127.0.0.1 that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
