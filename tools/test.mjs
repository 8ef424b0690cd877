// `npm test`: whether all of it works. `npm test -- posting`: only the Jest tests named so. How it is
// written is for `npm run lint`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { buildPrograms, buildWeb, install } from './ensure.mjs';
import { findChromium, findRedis } from './find-program.mjs';
import { runNode } from './processes.mjs';
import { asProgram } from './program.mjs';

const isCi = process.env.CI === 'true';
const quiet = () => undefined;
const minutes = 60_000;

const cli = 'dist/programs/cli.js';
const tsc = ['node_modules/typescript/bin/tsc', '--noEmit'];
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--reporter', 'list,json'];

/** What needs nothing but the sources. Two run at a time, so the longest comes first. */
const staticChecks = {
  types: tsc,
  'types of the pages': [...tsc, '--project', 'apps/web'],
  imports: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs'],
};

/** How to read what a suite reports about itself. */
const suites = {
  tests: {
    args: (report) => [...jest, '--json', '--outputFile', report],
    count: (found) => ({
      passed: found.numPassedTests,
      failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
      skipped: found.numPendingTests + found.numTodoTests,
    }),
  },
  'browser flows': {
    args: () => playwright,
    count: ({ suites: files, stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
      flaky: stats.flaky,
      states: axeStates(files),
    }),
  },
};

/** How many states of screens the flows gave to axe; notes of the tests, see states-reporter.mjs. */
const axeStates = (found) =>
  found.reduce(
    (sum, { suites: below = [], specs = [] }) =>
      sum +
      axeStates(below) +
      specs
        .flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations))
        .filter(({ type }) => type === 'axe state').length,
    0,
  );

const onePassed = { passed: 1, failed: 0 };
const total = { passed: 0, failed: 0 };

await asProgram(async (signal, afterwards) => {
  const pattern = process.argv.slice(2);
  if (pattern.length > 0) await runJestAlone(pattern, signal);
  else await runEverything(signal, afterwards);
});

async function runJestAlone(args, signal) {
  await install({ signal });
  // In this terminal's own group, so that Jest's watch mode can read keys.
  await runNode([...jest, ...args], { signal, stdio: 'inherit', detached: false });
}

async function runEverything(signal, afterwards) {
  const began = Date.now();
  afterwards(() => summarise(began, signal));
  const check = (name, work) => runCheck(name, signal, () => work().then(() => onePassed));

  if (!(await check('install', () => install({ say: quiet, signal })))) return;
  const isBuilt = await check('build', () => buildPrograms({ say: quiet, signal }));
  await check('build of the pages', () => buildWeb({ say: quiet, signal }));
  await inPairs(Object.entries(staticChecks), ([name, args]) =>
    check(name, () => runNode(args, { signal })),
  );
  if (isBuilt) await runOnDatabase(check, signal, afterwards);
}

async function runOnDatabase(check, signal, afterwards) {
  const { startTestDatabase, testEnvironment, template } = await import('./test-database.mjs');
  const env = { ...process.env, ...testEnvironment };
  const isMigrated = await check('migrations', async () => {
    const database = await startTestDatabase({ signal });
    afterwards(database.stop);
    env.DATABASE_URL = database.url(template);
  });
  if (!isMigrated) return;
  await check('schema.graphql', () =>
    runNode(['dist/apps/api/src/schema.js', '--check'], { env, signal }),
  );
  await check('migration drift', () => runNode([cli, 'drift'], { env, signal }));
  if (!findRedis()) leaveOut('flows on Redis', 'redis-server', 'REDIS_SERVER');
  const suite = (name) => runCheck(name, signal, () => runSuite(name, signal));
  await suite('tests');
  if (findChromium()) await suite('browser flows');
  else leaveOut('browser flows', 'chromium', 'CHROMIUM');
}

/** Does work that resolves with counts, adds them up and prints a line; its output if it failed. */
async function runCheck(name, signal, work) {
  signal.throwIfAborted();
  const began = Date.now();
  const outcome = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    output: error.output || error.stack,
  }));
  signal.throwIfAborted();
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  console.log(line(name, secondsSince(began), outcome));
  if (outcome.failed > 0) console.log(`${outcome.output}\n`);
  return outcome.failed === 0;
}

function line(name, seconds, { passed, failed, skipped = 0, flaky = 0, states = 0 }) {
  const counts = passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : '';
  const left = skipped > 0 ? `, ${skipped} left out` : '';
  const again = flaky > 0 ? `, ${flaky} at the second try` : '';
  const seen = states > 0 ? `, ${states} states of screens checked by axe` : '';
  return `${(failed ? 'FAILED' : 'ok').padEnd(6)}  ${name.padEnd(18)} ${seconds.padStart(7)}${counts}${left}${again}${seen}`;
}

function secondsSince(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

/** Runs a test suite; resolves with its own counts, and with its output if something failed. */
async function runSuite(name, signal) {
  const { args, count } = suites[name];
  const report = resolve('.data/reports', `${name.replace(' ', '-')}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(25 * minutes)]);
  const failure = await runNode(args(report), { env, signal: deadline }).then(
    () => undefined,
    (error) => error,
  );
  if (!existsSync(report)) throw failure ?? new Error(`${name} wrote no report`);
  const counts = count(JSON.parse(readFileSync(report, 'utf8')));
  if (!failure) return counts;
  return { ...counts, failed: Math.max(1, counts.failed), output: failure.output || failure.stack };
}

/** On a developer's machine a missing program costs its tests; in CI it is a failure. */
function leaveOut(what, program, variable) {
  if (isCi) total.failed += 1;
  const advice = `install ${program} or set ${variable}`;
  console.log(`${isCi ? 'FAILED  ' : ''}left out: ${what} (no ${program}; ${advice})`);
}

/** Works on the items in order, two at a time. */
async function inPairs(items, work) {
  const waiting = [...items];
  const workThrough = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
  };
  await Promise.all([workThrough(), workThrough()]);
}

function summarise(began, signal) {
  if (total.failed > 0 || signal.aborted) process.exitCode = 1;
  console.log(`\n${signal.aborted ? 'ended early' : 'all checks'} after ${secondsSince(began)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
