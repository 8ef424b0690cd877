// The programs that a bench runs beside itself.
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endChild, startGroup } from '../processes.mjs';

const endWithParent = new URL('../end-with-parent.mjs', import.meta.url).href;

/** Programs whose output goes to files of a folder. */
export class Programs {
  #folder;
  #running = [];
  #fail;
  /** Rejects as soon as one of them ends by itself. */
  ended = new Promise((_, reject) => (this.#fail = reject));

  constructor(folder) {
    this.#folder = folder;
    this.ended.catch(() => undefined);
  }

  /** Starts a program of ours, such as `api`, as it was built. */
  startBuilt(name, env) {
    const main = `dist/programs/${name}.js`;
    const args = ['--import', endWithParent, main];
    this.start(name, process.execPath, args, env);
  }

  start(name, command, args, env = process.env) {
    const log = join(this.#folder, `${name}.log`);
    const output = openSync(log, 'w');
    const child = startGroup(command, args, { env, stdio: ['ignore', output, output] });
    child.once('error', this.#fail).once('exit', (code, by) => {
      const lastLines = readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n');
      this.#fail(new Error(`${lastLines}\n${name} has ended (${by ?? `code ${code}`})`));
    });
    this.#running.unshift(child);
  }

  /** Ends them one by one, the last one first. */
  async end() {
    for (const child of this.#running) await endChild(child);
  }
}

export const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
