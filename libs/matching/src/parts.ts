import type { MatchStrength } from '@wilma/domain';
import { FIT_KINDS, FIT_WEIGHT, NEUTRAL_FIT, type FitKind, type Fits } from './fit.js';

export type PartKind = 'TOPIC' | FitKind;

export interface ScorePart {
  readonly kind: PartKind;
  readonly points: number;
  /** What the part brings to a pair that fits in every respect, the topic included. */
  readonly max: number;
}

/**
 * Points from which on a match is strong or good (priors; below it is possible and not stored).
 * With equally rare tags: three of four and a fitting form and time are strong; two of four and a
 * narrower one are good, as are all four with neither form nor time; one of four never is.
 */
export const STRENGTH_THRESHOLDS = { STRONG: 62, GOOD: 40 } as const;

export function strengthOf(points: number): MatchStrength {
  if (points >= STRENGTH_THRESHOLDS.STRONG) return 'STRONG';
  return points >= STRENGTH_THRESHOLDS.GOOD ? 'GOOD' : 'POSSIBLE';
}

const factor = (kind: FitKind, fit: number | null): number =>
  1 - FIT_WEIGHT[kind] + FIT_WEIGHT[kind] * (fit ?? NEUTRAL_FIT);

/** Topic × Π (1 − w + w·fit), as whole points rounded down. */
export function pointsOf(topic: number, fits: Fits): number {
  return wholePoints(
    FIT_KINDS.reduce((product, kind) => product * factor(kind, fits[kind]), topic),
  );
}

/** Rounded down, after a tolerance for floating-point error: .75 is 75 points, never 74. */
const wholePoints = (score: number): number => Math.floor(100 * score + 1e-9);

/** The topic as if nothing else fitted, then what each fit adds to the ones before it, × 100. */
function gainsOf(topic: number, fits: Fits): number[] {
  let product = FIT_KINDS.reduce((rest, kind) => rest * (1 - FIT_WEIGHT[kind]), 100 * topic);
  const gains = [product];
  for (const kind of FIT_KINDS) {
    const next = (product / (1 - FIT_WEIGHT[kind])) * factor(kind, fits[kind]);
    gains.push(next - product);
    product = next;
  }
  return gains;
}

const PERFECT: Fits = { FORM: 1, MATURITY: 1, DISTRICT: 1, TIME: 1 };
const MAX_POINTS = apportion(gainsOf(1, PERFECT), 100, [100, 100, 100, 100, 100]);

/** The points of a pair, split in a fixed order into what each part added. */
export function partsOf(topic: number, fits: Fits): ScorePart[] {
  const points = apportion(gainsOf(topic, fits), pointsOf(topic, fits), MAX_POINTS);
  return (['TOPIC', ...FIT_KINDS] as const).map((kind, index) => ({
    kind,
    points: points[index] ?? 0,
    max: MAX_POINTS[index] ?? 0,
  }));
}

/**
 * Splits whole points among the gains by largest remainder, none above its maximum. Since points
 * are rounded down there is always room below the maxima of these weights.
 */
function apportion(gains: readonly number[], points: number, max: readonly number[]): number[] {
  const shares = gains.map((gain) => Math.floor(gain));
  const byRemainder = gains
    .map((gain, index) => ({ index, remainder: gain - Math.floor(gain) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = points - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of byRemainder) {
    const share = shares[index] ?? 0;
    if (left > 0 && share < (max[index] ?? 0)) {
      shares[index] = share + 1;
      left -= 1;
    }
  }
  return shares;
}
