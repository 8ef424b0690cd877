import type { PostingTerms } from './posting-terms.js';

/** Terms of a need with what each counts, and what all of them do: units are whole numbers. */
export interface NeedTerms {
  readonly units: ReadonlyMap<string, number>;
  /** Σ units × 1000. */
  readonly attainable: number;
}

/** How much of each of its terms an offer holds, in thousandths. */
export type OfferTerms = ReadonlyMap<string, number>;

export function needTerms(weights: Iterable<readonly [term: string, weight: number]>): NeedTerms {
  const units = new Map<string, number>();
  let sum = 0;
  for (const [term, weight] of weights) {
    const whole = Math.round(1000 * weight);
    units.set(term, whole);
    sum += whole;
  }
  return { units, attainable: 1000 * sum };
}

/** Σ units × permille over the terms that both have. */
export function coveredTerms({ units }: NeedTerms, offer: OfferTerms): number {
  let cover = 0;
  for (const [term, count] of units) cover += count * (offer.get(term) ?? 0);
  return cover;
}

/** Terms that are there or not. */
export const whole = (terms: Iterable<string>): OfferTerms =>
  new Map([...terms].map((term) => [term, 1000]));

/** BM25 (Robertson and Zaragoza 2009): how fast repetitions add less, and how much length costs. */
const K1 = 2;
const B = 0.75;

/** How much a text says about each of its terms: nearer to 1000 the more often it says it. */
export function saturated({ counts, length }: PostingTerms, meanLength: number): OfferTerms {
  const norm = K1 * (1 - B + (B * length) / Math.max(1, meanLength));
  return new Map(
    [...counts].map(([term, count]) => [term, Math.round((1000 * count) / (count + norm))]),
  );
}

/**
 * Inverse document frequency of a word, as BM25 has it: next to nothing where every posting holds
 * it, so that phrases that all of them share say nothing.
 */
export function wordRarity(
  term: string,
  documents: number,
  frequency: ReadonlyMap<string, number>,
): number {
  const carriers = Math.min(frequency.get(term) ?? 0, documents);
  return Math.log(1 + (documents - carriers + 0.5) / (carriers + 0.5));
}
