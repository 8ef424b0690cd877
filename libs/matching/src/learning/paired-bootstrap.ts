/** The mean of paired differences with the interval that holds 95 % of its resampled values. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Enough for bounds that are stable in the third digit. */
const RESAMPLES = 2000;

/**
 * Percentile bootstrap over paired differences, one a need: the same differences in the same order
 * give the same interval. Of none it is 0 with an interval that excludes nothing.
 */
export function pairedInterval(differences: readonly number[], resamples = RESAMPLES): Interval {
  const { length } = differences;
  if (length === 0) return { mean: 0, low: -Infinity, high: Infinity };
  const random = randomOf(SEED);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let n = 0; n < length; n += 1) sum += differences[Math.floor(random() * length)] ?? 0;
    return sum / length;
  }).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.floor(share * (resamples - 1))] ?? 0;
  return {
    mean: differences.reduce((sum, one) => sum + one, 0) / length,
    low: at(0.025),
    high: at(0.975),
  };
}

const SEED = 20_261_127;

/** Numbers in [0, 1) that are the same in every run (a linear congruential generator). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
