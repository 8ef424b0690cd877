import { type Interval, pairedInterval } from '@wilma/matching';
import type { Judgements } from './collection.js';

/** By need, its offers, best first. */
export type Ranking = ReadonlyMap<string, readonly string[]>;

/** A measure of every judged need, in the order of the judgements, so that runs can be paired. */
export type Measured = readonly number[];

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Normalised discounted cumulative gain of the first k: 2^gain − 1 over log2(place + 1), as
 * gdeval and ir-measures' nDCG(dcg='exp-log2') compute it; with a single grade the same as trec_eval.
 */
export const ndcg = (ranking: Ranking, judged: Judgements, k = 10): Measured =>
  measured(ranking, judged, (offers, gains) => {
    const found = offers.slice(0, k).map((offer) => gains.get(offer) ?? 0);
    const ideal = [...gains.values()].sort((a, b) => b - a).slice(0, k);
    return discounted(found) / discounted(ideal);
  });

/** The share of the relevant offers that are among the first k. */
export const recall = (ranking: Ranking, judged: Judgements, k = 20): Measured =>
  measured(
    ranking,
    judged,
    (offers, gains) => offers.slice(0, k).filter((offer) => gains.has(offer)).length / gains.size,
  );

/** Of every need the best place of an offer with the highest gain, counted from 1. */
export const firstChoice = (ranking: Ranking, judged: Judgements): Measured =>
  measured(ranking, judged, (offers, gains) => {
    const best = Math.max(...gains.values());
    const place = offers.findIndex((offer) => gains.get(offer) === best);
    return place < 0 ? Infinity : place + 1;
  });

function measured(
  ranking: Ranking,
  judged: Judgements,
  of: (offers: readonly string[], gains: ReadonlyMap<string, number>) => number,
): number[] {
  return [...judged]
    .filter(([, gains]) => gains.size > 0)
    .map(([need, gains]) => of(ranking.get(need) ?? [], gains));
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, index) => sum + (2 ** gain - 1) / Math.log2(index + 2), 0);

/** The mean gain of one run over another, need by need, with its 95 % interval. */
export const gainOver = (run: Measured, other: Measured): Interval =>
  pairedInterval(
    run.map((value, index) => value - (other[index] ?? 0)),
    DRAWS,
  );

const DRAWS = 5000;
