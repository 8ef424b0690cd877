// How long it takes to compute all matches of the demo data anew: to count the postings' words, and
// rank and explain the best offers of each need. The first run reads the vocabulary and all texts;
// later ones know them, as a running worker does. The baseline of the same run compares the tags of
// the same pairs (Jaccard) and sorts them.
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { ms, p50AndP95, quantile, table } from './figures.mjs';
import { readConcepts } from './vocabulary.mjs';

const built = (path) => import(new URL(`../../dist/${path}.js`, import.meta.url));
const BEST = 20;
const RUNS = 20;

export async function run() {
  const [{ TagGraph }, matching, { readDemo }] = await Promise.all(
    ['libs/domain/src/index', 'libs/matching/src/index', 'apps/cli/src/demo-file'].map(built),
  );
  const graph = new TagGraph(readConcepts());
  const demo = await readDemo();
  const [needs, offers] = [demo.needs, demo.offers].map((postings) =>
    postings.filter(({ state }) => state === 'PUBLISHED'),
  );
  const known = [needs, offers].map((postings) => postings.map(matchPosting));
  const recompute = () => ranked(matching, graph, ...known);
  const first = timeOf(recompute);
  const times = Array.from({ length: RUNS }, () => timeOf(recompute));
  const plain = Array.from({ length: RUNS }, () => timeOf(() => byTags(needs, offers)));
  const ratio = quantile(times, 0.95) / quantile(plain, 0.95);
  const [load] = loadavg();
  console.log(`${needs.length} needs, ${offers.length} offers; load ${load.toFixed(1)}\n`);
  const rows = [
    ['recompute', ...p50AndP95(times), ms(first), `${ratio.toFixed(1)}×`],
    ['baseline: tags in common', ...p50AndP95(plain), '', ''],
  ];
  console.log(table(['', 'p50', 'p95', 'first, with reading', 'p95 to it'], rows));
}

/** A posting as the matcher takes it. */
const matchPosting = (posting) => ({
  id: posting.key,
  organisation: posting.organisation,
  neverWith: [],
  tags: posting.tags,
  words: {
    locale: posting.language,
    title: posting.title,
    text: [posting.summary, posting.description, posting.goal, posting.tried, posting.evidence]
      .filter(Boolean)
      .join('\n'),
  },
  forms: posting.cooperationForms,
  trl: posting.trl,
  targetTrl: posting.targetTrl ?? null,
  district: posting.district,
  startsOn: null,
  endsOn: null,
});

function ranked({ CorpusCounter, MatchIndex }, graph, needs, offers) {
  const counter = new CorpusCounter(graph);
  for (const posting of [...needs, ...offers]) counter.count(posting);
  const index = new MatchIndex(graph, counter.corpus(), offers);
  return needs.map((need) => index.topOffers(need, BEST));
}

function byTags(needs, offers) {
  const sets = offers.map(({ tags }) => new Set(tags.map(({ tag }) => tag)));
  return needs.map(({ tags }) =>
    sets
      .map((set) => {
        const common = tags.filter(({ tag }) => set.has(tag)).length;
        return common / (set.size + tags.length - common);
      })
      .sort((one, other) => other - one)
      .slice(0, BEST),
  );
}

function timeOf(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}
