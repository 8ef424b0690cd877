// The search as visitors use it, over HTTP against the built API, with as many postings as a large
// region would have. The baseline of the same run is what a search without an index does: ILIKE.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { startTemporaryPostgres } from '../embedded-postgres.mjs';
import { Refusal } from '../program.mjs';
import { ms, p50AndP95, quantile, table } from './figures.mjs';
import { loadPostings } from './search-data.mjs';
import { withStack } from './stack.mjs';

const usage = 'Usage: npm run bench -- search [--postings 20000] [--rounds 5]';
const queries = new URL('../../apps/api/test/search/queries.yaml', import.meta.url);
const lists = { NEED: 'needs', OFFER: 'offers' };
/** What a page of results shows. */
const card = `edges { cursor node { id title summary district cooperationForms publishedAt sector
  sizeClass tags { weight tag { id label } } organisation { id name } } } pageInfo { hasNextPage }
  totalCount search { corrections { word taken } ignored isPartly }`;
const facets = `facets { tags { tag { id label } count } cooperationForms { form count }
  districts { district count } kinds { kind count } }`;

export async function run(args, { signal, say }) {
  const { postings, rounds } = optionsOf(args);
  const server = await startTemporaryPostgres({ fast: false });
  try {
    await withStack({ server, queue: 'postgres', signal }, async (stack) => {
      const words = await loadPostings(stack.database, { total: postings, signal, say });
      const asked = parse(readFileSync(queries, 'utf8'));
      const rows = [];
      for (const workers of [1, 4]) {
        for (const [what, selection] of [
          ['list, count', card],
          ['list, count, facets', `${card} ${facets}`],
        ]) {
          say(`${what}, ${workers} at a time …`);
          const times = await measure(stack.origin, { asked, rounds, workers, selection });
          rows.push([what, String(workers), ...p50AndP95(times), ms(quantile(times, 1))]);
        }
      }
      const plain = await baseline(stack.database, asked, rounds);
      rows.push(['baseline: ILIKE in SQL alone', '1', ...p50AndP95(plain), ms(quantile(plain, 1))]);
      const [load] = loadavg();
      console.log(
        `${asked.length} searches × ${rounds} as a visitor over HTTP; ${postings} postings, ${words} words; load ${load.toFixed(1)}\n`,
      );
      console.log(table(['', 'at a time', 'p50', 'p95', 'most'], rows));
    });
  } finally {
    await server.stop();
  }
}

function optionsOf(args) {
  const options = {
    postings: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
  };
  try {
    const { values } = parseArgs({ args, options });
    const [postings, rounds] = [values.postings, values.rounds].map(Number);
    if (Number.isInteger(postings) && Number.isInteger(rounds) && rounds > 0) {
      return { postings, rounds };
    }
  } catch {
    // Told below.
  }
  throw new Refusal(usage);
}

/** Milliseconds of each search; a first round warms up and does not count. */
async function measure(origin, { asked, rounds, workers, selection }) {
  const times = [];
  const waiting = Array.from({ length: rounds + 1 }, (_, round) =>
    asked.map((query) => ({ ...query, round })),
  ).flat();
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const began = performance.now();
      await ask(origin, next, selection);
      if (next.round > 0) times.push(performance.now() - began);
      if (process.env.WILMA_BENCH_EACH && next.round === 1)
        console.error(Math.round(performance.now() - began), next.search);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return times;
}

async function ask(origin, { search, kind }, selection) {
  const query = `query ($search: String!) {
    ${lists[kind]}(filter: { search: $search }, first: 20) { ${selection} } }`;
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { search } }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data[lists[kind]];
}

/** The same page and count by looking into every text. */
async function baseline(database, asked, rounds) {
  const where = `kind = $1 AND state = 'PUBLISHED' AND visibility IN ('NAMED', 'BLINDED')
    AND (title || ' ' || summary || ' ' || description) ILIKE $2`;
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { search, kind } of asked) {
      const began = performance.now();
      await database.query(
        `SELECT id FROM posting WHERE ${where} ORDER BY published_at DESC LIMIT 21`,
        [kind, `%${search}%`],
      );
      await database.query(`SELECT count(*) FROM posting WHERE ${where}`, [kind, `%${search}%`]);
      times.push(performance.now() - began);
    }
  }
  return times;
}
