// Makes a fresh clone runnable: packages installed, programs and pages built.
// Node built-ins only, because it runs before anything is installed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, runNode } from './processes.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const programFolders = ['apps/api', 'apps/worker', 'apps/cli', 'libs'];
const notBuilt = [
  '**/*.spec.ts',
  '**/*.fixture.ts',
  'apps/*/test/**',
  'libs/testing/**',
  '**/*.md',
];
const isNotBuilt = /\.(spec|fixture)\.ts$|^apps\/\w+\/test\/|^libs\/testing\/|\.md$/;

/** Installs the packages of package-lock.json unless they are there. `say` gets one line. */
export async function install({ say = console.log, signal } = {}) {
  if (isInstalled()) return;
  say('installing packages …');
  const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const env = { ...process.env, NODE_ENV: '', npm_config_omit: '', npm_config_production: '' };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) await runNode([npm, ...args], { env, signal });
  else await run('npm', args, { env, signal, shell: process.platform === 'win32' });
}

/** Compares what npm says it installed with what the lock file asks for. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = there[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

/** Builds what has changed since the last build: the programs, then the pages. */
export async function build({ say = console.log, signal } = {}) {
  await buildPrograms({ say, signal });
  await buildWeb({ say, signal });
}

/**
 * Compiles api, worker, cli and the libraries to dist/, with their data files beside them, and puts
 * each program into a few files of dist/programs/.
 */
export async function buildPrograms({ say = console.log, signal } = {}) {
  const inputs = programFolders.flatMap(filesBelow).filter((path) => !isNotBuilt.test(path));
  const print = fingerprint([...inputs, '.swcrc', 'tools/bundle.mjs', 'package-lock.json']);
  if (isStamped('dist/.programs', print)) return;
  say('building programs …');
  // A sibling of dist/ that replaces it in one step: a running program never sees half a build.
  const fresh = `.build-${process.pid}`;
  try {
    const swc = ['node_modules/@swc/cli/bin/swc.js', ...programFolders.filter(existsSync)];
    const options = ['--out-dir', fresh, '--copy-files', '--quiet', '--ignore', notBuilt.join()];
    await runNode([...swc, ...options], { signal, env: { ...process.env, NODE_ENV: '' } });
    const { bundle } = await import('./bundle.mjs');
    await bundle(fresh);
    for (const part of readdirSync(fresh)) replaceFolder(join('dist', part), join(fresh, part));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  stamp('dist/.programs', print);
}

function replaceFolder(old, fresh) {
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(old), { recursive: true });
  renameSync(fresh, old);
}

/** Builds the pages to dist/web, their typed GraphQL documents first. */
export async function buildWeb({ say = console.log, signal } = {}) {
  if (!existsSync('apps/web/vite.config.ts')) return;
  const inputs = () =>
    fingerprint([
      ...['apps/web', 'libs/domain'].flatMap(filesBelow),
      ...['apps/api/schema.graphql', 'package-lock.json'].filter(existsSync),
    ]);
  if (isStamped('dist/.web', inputs())) return;
  say('building pages …');
  await generateDocuments({ signal });
  const print = inputs();
  // The first empties the folder, so the order counts.
  for (const config of ['vite.config.ts', 'graphiql.vite.config.ts']) {
    const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', `apps/web/${config}`];
    await runNode([...vite, '--logLevel', 'warn'], { signal });
  }
  stamp('dist/.web', print);
}

/** Writes the TypeScript types of the pages' GraphQL documents. */
export async function generateDocuments({ signal } = {}) {
  if (!existsSync('apps/web/codegen.ts')) return;
  const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js';
  await runNode([codegen, '--config', 'apps/web/codegen.ts', '--errors-only'], { signal });
}

const isStamped = (file, print) => existsSync(file) && readFileSync(file, 'utf8') === print;

function stamp(file, print) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [...files].sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Paths relative to the root, with forward slashes, of all files below a folder. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.includes('/node_modules/'));
}
