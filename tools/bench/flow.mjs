// The main job, measured from outside: `submitPosting` → suggestions visible to the coordinator,
// `approveMatch` → both mails accepted by an SMTP server. One after the other, as people work.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startTemporaryPostgres } from '../embedded-postgres.mjs';
import { findRedis } from '../find-program.mjs';
import { Refusal } from '../program.mjs';
import { commitsAlone, handOversAlone } from './alone.mjs';
import { FlowDriver } from './flow-driver.mjs';
import { partsOf } from './flow-parts.mjs';
import { flowReport } from './flow-report.mjs';
import { withStack } from './stack.mjs';

const queueNames = { postgres: 'PostgreSQL', redis: 'Redis' };
/** Runs before those that count: programs warm up, templates of mails are compiled. */
const warmUps = 5;

const usage = 'Usage: npm run bench -- flow [--runs 200] [--queue postgres|redis]';

/** Measures the flow on both queues (Redis where it is installed) and prints tables. */
export async function run(args, { signal, say }) {
  const { runs, queues } = optionsOf(args);
  const server = await startTemporaryPostgres({ fast: false });
  try {
    const results = [];
    for (const queue of queues) {
      say(`starting Wilma with its queue in ${queueNames[queue]} …`);
      const measured = await withStack({ server, queue, signal }, (stack) =>
        measure(stack, { runs, signal, say }),
      );
      results.push({ queue: queueNames[queue], ...measured });
    }
    console.log(flowReport(results, runs));
  } finally {
    await server.stop();
  }
}

function optionsOf(args) {
  const { values, positionals } = parsed(args);
  const runs = Number(values.runs);
  const names = values.queue === undefined ? Object.keys(queueNames) : [values.queue];
  const wrong = !Number.isInteger(runs) || runs < 1 || positionals.length > 0;
  if (wrong || names.some((name) => !Object.hasOwn(queueNames, name))) throw new Refusal(usage);
  if (values.queue === 'redis' && !findRedis()) throw new Refusal('There is no redis-server.');
  return { runs, queues: names.filter((name) => name !== 'redis' || findRedis()) };
}

function parsed(args) {
  const options = { runs: { type: 'string', default: '200' }, queue: { type: 'string' } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Refusal(usage);
  }
}

async function measure(stack, { runs, signal, say }) {
  const driver = await FlowDriver.signIn(stack);
  try {
    const [first] = await times(warmUps, () => driver.run());
    const flows = await times(runs, async (index) => {
      signal.throwIfAborted();
      if (index % 50 === 0) say(`${index} of ${runs} runs …`);
      return driver.run();
    });
    const [load] = loadavg();
    const parts = await partsOf(stack.database, flows);
    const commits = await commitsAlone(stack.database, runs);
    const handOvers = await handOversAlone(stack, runs);
    return { first, flows, parts, commits, handOvers, load };
  } finally {
    driver.end();
  }
}

async function times(n, work) {
  const results = [];
  for (let index = 0; index < n; index += 1) results.push(await work(index));
  return results;
}
