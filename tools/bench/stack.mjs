// Wilma as `npm start` runs it, for a bench: migrated, with demo data, on free ports of 127.0.0.1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findRedis } from '../find-program.mjs';
import { runNode } from '../processes.mjs';
import { startInbox } from './inbox.mjs';
import { freePort, Programs } from './programs.mjs';

const PATIENCE_MS = 60_000;
const cli = 'dist/programs/cli.js';

/**
 * Starts inbox, queue, api and worker on a new database of the server, does the work with them and
 * ends them, however the work ends: also when `signal` is aborted or one of them ends by itself.
 */
export async function withStack({ server, queue, signal }, work) {
  const undo = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), 'wilma-bench-'));
    undo.unshift(() => rmSync(folder, { recursive: true, force: true }));
    const url = await createDatabase(server, `bench_${queue}`);
    const database = new pg.Client({ connectionString: url });
    await database.connect();
    undo.unshift(() => database.end());
    const inbox = await startInbox();
    undo.unshift(inbox.stop);

    const programs = new Programs(folder);
    undo.unshift(() => programs.end());
    const redisUrl = queue === 'redis' ? await startRedis(programs, folder) : '';
    const urls = { DATABASE_URL: url, REDIS_URL: redisUrl, SMTP_URL: inbox.url };
    const { origin, env } = settings(await freePort(), urls);
    for (const command of ['migrate', 'seed-demo']) await runNode([cli, command], { env, signal });
    for (const name of ['api', 'worker']) programs.startBuilt(name, env);
    const ready = Promise.all([answers(`${origin}/health/ready`), isIdle(database)]);
    const done = ready.then(() => work({ origin, inbox, database }));
    return await Promise.race([done, programs.ended, aborted(signal)]);
  } finally {
    for (const step of undo) await step();
  }
}

/** As in production, but mails leave at once and one account may do as much as it likes. */
function settings(port, urls) {
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...urls,
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: origin,
    AUTH_SECRET: 'only-for-benches-'.repeat(2),
    DEMO: '1',
    RATE_LIMITS: '0',
    UNDO_SECONDS: '0',
  };
  return { origin, env };
}

async function createDatabase(server, name) {
  const administrator = new pg.Client({ connectionString: server.url() });
  await administrator.connect();
  await administrator.query(`CREATE DATABASE ${name}`);
  await administrator.end();
  return server.url(name);
}

/** Starts Redis as docker-compose.yml does. Resolves with its URL. */
async function startRedis(programs, folder) {
  const port = String(await freePort());
  const place = ['--bind', '127.0.0.1', '--port', port, '--dir', folder];
  const safety = ['--appendonly', 'yes', '--maxmemory-policy', 'noeviction'];
  programs.start('redis', findRedis(), [...place, ...safety]);
  return `redis://127.0.0.1:${port}`;
}

const answers = (address) =>
  until(`an answer of ${address}`, async () => (await fetch(address).catch(() => null))?.ok);

/** The worker runs and has done what the demo data left to do. */
const isIdle = (database) =>
  until('an empty outbox', async () => {
    const { rows } = await database.query(
      `SELECT FROM event WHERE relayed_at IS NULL
       UNION ALL SELECT FROM outgoing_mail WHERE state IN ('QUEUED', 'SENDING')`,
    );
    return rows.length === 0;
  });

async function until(what, holds) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error(`waited too long for ${what}`);
    await pause(100);
  }
}

const aborted = (signal) =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
