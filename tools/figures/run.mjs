// Which figures are taken, in which order, and how they are told.
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { ms, quantile, table } from '../bench/figures.mjs';
import { withStack } from '../bench/stack.mjs';
import { startTemporaryPostgres } from '../embedded-postgres.mjs';
import { Refusal } from '../program.mjs';
import { openBrowser } from './browser.mjs';
import { keyTimes } from './keys.mjs';
import { loadLarge } from './large.mjs';
import { cpuFactor, network, vitalsOf } from './vitals.mjs';
import { weigh } from './weights.mjs';

const usage = 'Usage: npm run figures [-- --large] [--rounds 5]';
const presses = 50;
/** What must hold, of which figure. */
const lines = { firstLoad: 200 * 1024, lcp: 2500, key: 50, cls: 0.05 };

/** The screens by who sees them, as far as their address needs no id. */
const screens = {
  visitor: ['/', '/sign-in', '/needs', '/offers', '/sign-up', '/imprint'],
  company: ['/matches', '/postings', '/needs/new', '/settings'],
  coordinator: ['/review', '/pipeline', '/tags', '/organisations', '/learning', '/mail-problems'],
};
const small = { visitor: ['/', '/sign-in', '/needs'], coordinator: ['/review'] };
const large = { visitor: ['/needs', '/offers'], coordinator: ['/review', '/pipeline'] };

export async function run(args, { signal, say }) {
  const { isLarge, rounds } = optionsOf(args);
  const server = await startTemporaryPostgres({ fast: false });
  try {
    await withStack({ server, queue: 'postgres', signal }, async ({ origin, database }) => {
      const loaded = isLarge ? await loadLarge(database, { signal, say }) : null;
      const browser = await openBrowser(origin);
      try {
        const parts = [heading(loaded, rounds)];
        if (!isLarge) parts.push(await weights(browser, say));
        parts.push(await vitals(browser, { wanted: isLarge ? large : small, rounds, say }));
        parts.push(await keys(browser, say));
        console.log(parts.join('\n\n'));
      } finally {
        await browser.close();
      }
    });
  } finally {
    await server.stop();
  }
}

function optionsOf(args) {
  const options = {
    large: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
  };
  try {
    const { values } = parseArgs({ args, options });
    const rounds = Number(values.rounds);
    if (Number.isInteger(rounds) && rounds > 0) return { isLarge: values.large, rounds };
  } catch {
    // Told below.
  }
  throw new Refusal(usage);
}

function heading(loaded, rounds) {
  const [load] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  const data = loaded ?? 'demo data';
  return (
    `${day}, ${availableParallelism()} cores, load ${load.toFixed(1)} at the start, ${data}. ` +
    `Loading times: ${network.name}, CPU ×${cpuFactor}, empty cache, median of ${rounds}.`
  );
}

/** JavaScript of each screen from an empty cache, and how much of it the first page did not have. */
async function weights(browser, say) {
  const rows = [];
  let first;
  for (const [role, path] of pairsOf(screens)) {
    say(`weighing ${path} as ${role} …`);
    const scripts = await weigh(browser, { role, path });
    first ??= scripts;
    const own = [...scripts].filter(([url]) => !first.has(url));
    rows.push([path, role, kib(sum(scripts)), kib(sum(own)), String(scripts.size)]);
  }
  const line = `The first load must stay within ${kib(lines.firstLoad)} and has ${kib(sum(first))}${mark(sum(first) <= lines.firstLoad)}.`;
  const head = ['screen', 'as', 'JavaScript, gz', 'beyond the first load', 'files'];
  return `${line}\n\n${table(head, rows, 2)}`;
}

async function vitals(browser, { wanted, rounds, say }) {
  const rows = [];
  for (const [role, path] of pairsOf(wanted)) {
    say(`loading ${path} as ${role} …`);
    const taken = [];
    for (let round = 0; round < rounds; round += 1) {
      taken.push(await vitalsOf(browser, { role, path }));
    }
    const lcp = taken.map((vital) => vital.lcp);
    const shift = Math.max(...taken.map((vital) => vital.cls));
    rows.push([
      path,
      role,
      ms(quantile(lcp, 0.5)) + mark(quantile(lcp, 0.5) <= lines.lcp),
      ms(Math.max(...lcp)),
      shift.toFixed(3) + mark(shift < lines.cls),
    ]);
  }
  return table(['screen', 'as', 'LCP, median', 'LCP, most', 'CLS, most'], rows, 2);
}

async function keys(browser, say) {
  say(`pressing ${presses} keys …`);
  const times = await keyTimes(browser, presses);
  const row = [0.5, 0.95, 1].map(
    (q) => ms(quantile(times, q)) + mark(quantile(times, q) <= lines.key),
  );
  return table(
    ['J or K in the queue → next frame', 'p50', 'p95', 'most'],
    [[`${presses} presses, CPU ×${cpuFactor}`, ...row]],
  );
}

/** Each role with each of its paths. */
const pairsOf = (wanted) =>
  Object.entries(wanted).flatMap(([role, paths]) => paths.map((path) => [role, path]));

const sum = (scripts) => [...scripts].reduce((total, [, size]) => total + size, 0);
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
const mark = (holds) => (holds ? '' : ' (!)');
