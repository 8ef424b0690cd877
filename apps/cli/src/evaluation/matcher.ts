import { MatchIndex } from '@wilma/matching';
import { asPostings, type Signals } from './as-postings.js';
import { DEPTH } from './baselines.js';
import type { Collection } from './collection.js';
import type { Ranking } from './measures.js';

/** An offer that the matcher lists for a need. */
export interface Listed {
  readonly offer: string;
  readonly score: number;
}

export type Run = ReadonlyMap<string, readonly Listed[]>;

/** Lets the product's matcher answer every need of a collection. */
export function matchAll(collection: Collection, signals: Signals = 'all'): Run {
  const { graph, corpus, needs, offers } = asPostings(collection, signals);
  const index = new MatchIndex(graph, corpus, offers);
  const barred = new Map(collection.needs.map(({ id, exclude }) => [id, new Set(exclude)]));
  return new Map(
    needs.map((need) => {
      const found = index.topOffers(need, DEPTH, ({ id }) => barred.get(need.id)?.has(id) !== true);
      return [need.id, found.map(({ offer, score }) => ({ offer, score: score.rank }))];
    }),
  );
}

export const rankingOf = (run: Run): Ranking =>
  new Map([...run].map(([need, listed]) => [need, listed.map(({ offer }) => offer)]));

/**
 * A run in TREC's format. Tools sort by the score again, so equal ones are set apart by their
 * place.
 */
export const asTrecRun = (run: Run): string =>
  [...run]
    .flatMap(([need, listed]) =>
      listed.map(({ offer, score }, index) => {
        const apart = (score - (index + 1) / 1000).toFixed(3);
        return `${need} Q0 ${offer} ${index + 1} ${apart} wilma\n`;
      }),
    )
    .join('');
