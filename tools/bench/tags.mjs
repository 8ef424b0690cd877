// How long it takes to suggest tags for a text of 4,000 characters, with vocabularies of 1,000 and
// of 80,000 tags that are made of the words of ours. The baseline of the same run looks for every
// label as it is written (String.includes), without stems, compounds, places or a score.
import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { ms, p50AndP95, quantile, table } from './figures.mjs';
import { readConcepts } from './vocabulary.mjs';

const built = (path) => new URL(`../../dist/libs/${path}/src/index.js`, import.meta.url);
const SIZES = [1_000, 80_000];
const LETTERS = 4_000;
const TEXTS = 200;
const FILLING = 'und der die wir suchen mit einem für unsere in der Lausitz auch bei'.split(' ');

export async function run() {
  const [{ TagGraph }, { suggestTags }] = await Promise.all(
    ['domain', 'matching'].map((name) => import(built(name))),
  );
  const concepts = readConcepts().map((one) => ({ ...one, broader: [], related: [] }));
  const random = numbers(7);
  const texts = Array.from({ length: TEXTS }, () => textOf(concepts, random));
  const rows = [];
  for (const size of SIZES) {
    const tags = enlarged(concepts, size, random);
    const graph = new TagGraph(tags);
    const began = performance.now();
    suggestTags(graph, texts[0], { locale: 'de', first: 10 });
    const first = performance.now() - began;
    const times = timesOf(texts, (text) => suggestTags(graph, text, { locale: 'de', first: 10 }));
    const labels = tags.flatMap(({ label, synonyms }) => [label.de, ...synonyms.de]);
    const plain = timesOf(texts, (text) => labels.filter((label) => text.includes(label)));
    const ratio = quantile(times, 0.95) / quantile(plain, 0.95);
    rows.push([`${size} tags`, ...p50AndP95(times), ms(first), `${ratio.toFixed(2)}×`]);
    rows.push(['baseline: each label as written', ...p50AndP95(plain), '', '']);
  }
  const [load] = loadavg();
  console.log(`${TEXTS} texts of ${LETTERS} characters; load ${load.toFixed(1)}\n`);
  console.log(table(['', 'p50', 'p95', 'first, with reading the vocabulary', 'p95 to it'], rows));
}

/** The vocabulary, and as many tags of two of its labels each as are missing. */
function enlarged(concepts, size, random) {
  const pick = () => concepts[Math.floor(random() * concepts.length)].label;
  const more = Array.from({ length: Math.max(0, size - concepts.length) }, (_, at) => {
    const [one, other] = [pick(), pick()];
    const label = { de: `${one.de} ${other.de}`, en: `${one.en} ${other.en}` };
    return { id: `made-${at}`, label, synonyms: { de: [], en: [] }, broader: [], related: [] };
  });
  return [...concepts, ...more];
}

function textOf(concepts, random) {
  let text = '';
  while (text.length < LETTERS) {
    const { label, synonyms } = concepts[Math.floor(random() * concepts.length)];
    const words = [label.de, ...synonyms.de];
    const filling = Array.from({ length: 6 }, () => FILLING[Math.floor(random() * FILLING.length)]);
    text += `${filling.join(' ')} ${words[Math.floor(random() * words.length)]}. `;
  }
  return text.slice(0, LETTERS);
}

/** Milliseconds of each text; a first round warms up and does not count. */
function timesOf(texts, work) {
  texts.slice(0, 20).forEach((text) => work(text));
  return texts.map((text) => {
    const began = performance.now();
    work(text);
    return performance.now() - began;
  });
}

/** Mulberry32: numbers from 0 to 1 that are the same on every machine. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
