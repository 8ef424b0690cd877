import { join } from 'node:path';
import { BASELINES } from './baselines.js';
import { exists, readCollection, readJudgements } from './collection.js';
import { matchAll, rankingOf } from './matcher.js';
import { reportTagging } from './tagging.js';
import { mean, ndcg, gainOver, recall, type Measured, type Ranking } from './measures.js';

/** Evaluation data lies beside the project, never in it. */
export const DATA = '../shared/data';

const SETS = [
  { folder: 'transport', needs: 'needs.jsonl' },
  { folder: 'eu-calls', needs: 'needs-p0.jsonl' },
  { folder: 'eu-calls', needs: 'needs-p3.jsonl' },
  { folder: 'eu-calls', needs: 'needs-p6.jsonl' },
];

/** Prints a table of every development set, with intervals against the best baseline. */
export async function report(): Promise<void> {
  for (const { folder, needs } of SETS) {
    const path = join(DATA, folder);
    if (!(await exists(path))) {
      console.log(`no evaluation data in ${path}: not measured`);
      continue;
    }
    const collection = await readCollection(path, needs);
    const judged = await readJudgements(join(path, 'qrels.txt'));
    const of = (ranking: Ranking): Figures => ({
      ndcg: ndcg(ranking, judged),
      recall: recall(ranking, judged),
    });
    const hasText = collection.offers.some(({ text }) => text !== '');
    const baselines = Object.entries(BASELINES)
      .filter(([name]) => hasText || !name.startsWith('MiniSearch'))
      .map(([name, baseline]) => ({ name, ...of(baseline(collection)) }));
    const best = baselines.reduce((a, b) => (mean(b.ndcg) > mean(a.ndcg) ? b : a));
    console.log(`\n${folder} ${needs}: ${judged.size} needs, ${collection.offers.length} offers`);
    console.log(line('', ['nDCG@10', 'R@20'], `nDCG@10 against ${best.name}`));
    for (const { name, ...figures } of baselines) console.log(row(name, figures));
    console.log(row('Wilma', of(rankingOf(matchAll(collection))), best));
    if (!hasText) continue;
    console.log(row('Wilma without full text', of(rankingOf(matchAll(collection, 'tags'))), best));
  }
  console.log('');
  await reportTagging(DATA);
}

interface Figures {
  readonly ndcg: Measured;
  readonly recall: Measured;
}

function row(name: string, figures: Figures, best?: Figures): string {
  const means = [figures.ndcg, figures.recall].map((values) => mean(values).toFixed(3));
  if (best === undefined) return line(name, means);
  const { mean: gain, low, high } = gainOver(figures.ndcg, best.ndcg);
  return line(name, means, `${signed(gain)} [${signed(low)}, ${signed(high)}]`);
}

const line = (name: string, figures: readonly string[], interval = ''): string =>
  [name.padEnd(30), ...figures.map((figure) => figure.padStart(8)), ` ${interval}`]
    .join(' ')
    .trimEnd();

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
