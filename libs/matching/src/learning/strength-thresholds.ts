import { STRENGTH_THRESHOLDS } from '../parts.js';
import type { StrengthThresholds } from '../profile.js';

/** Decisions from which on thresholds follow the share of acceptances. */
export const ENOUGH_ANSWERS = 100;
/** What the words promise: at least so many of ten are accepted. */
const PROMISED = { STRONG: 0.5, GOOD: 0.2 } as const;
/** Whatever the shares say, thresholds stay within these points. */
const RANGE = { GOOD: [30, 60], STRONG: [50, 85] } as const;
/** A strong match has at least so many points more than a good one. */
const APART = 10;
const STEP = 5;

export interface AnsweredPoints {
  readonly points: number;
  readonly accepted: boolean;
}

/**
 * The points from which on the share of acceptances keeps the promise of each word, read from an
 * isotonic regression (pool adjacent violators) of acceptance on points; the stated priors until
 * there are {@link ENOUGH_ANSWERS}. Pairs below good are never shown, so nothing is known of them:
 * where the weakest that were shown keep the promise of good, good lies a step below these.
 */
export function learnThresholds(answers: readonly AnsweredPoints[]): StrengthThresholds {
  if (answers.length < ENOUGH_ANSWERS) return STRENGTH_THRESHOLDS;
  const steps = isotonic(answers);
  const from = (promise: number): number =>
    steps.find(({ share }) => share >= promise)?.points ?? Infinity;
  const [good, lowest] = [from(PROMISED.GOOD), steps[0]?.points];
  const GOOD = within(RANGE.GOOD, good === lowest ? good - STEP : good);
  const STRONG = within(RANGE.STRONG, from(PROMISED.STRONG));
  return { GOOD, STRONG: Math.max(STRONG, GOOD + APART) };
}

const within = ([low, high]: readonly [number, number], value: number): number =>
  Math.min(high, Math.max(low, value));

export interface AcceptedShare {
  /** The lowest points that the share holds for. */
  readonly points: number;
  /** Of acceptances among the decisions. */
  readonly share: number;
}

/** The share of acceptances as a function of points that never falls. */
export function isotonic(answers: readonly AnsweredPoints[]): AcceptedShare[] {
  const blocks: { points: number; accepted: number; decisions: number }[] = [];
  for (const { points, accepted, decisions } of byPoints(answers)) {
    let block = { points, accepted, decisions };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.accepted * block.decisions < block.accepted * last.decisions) break;
      blocks.pop();
      block = {
        points: last.points,
        accepted: last.accepted + block.accepted,
        decisions: last.decisions + block.decisions,
      };
    }
    blocks.push(block);
  }
  return blocks.map(({ points, accepted, decisions }) => ({ points, share: accepted / decisions }));
}

function byPoints(answers: readonly AnsweredPoints[]) {
  const levels = new Map<number, { points: number; accepted: number; decisions: number }>();
  for (const { points, accepted } of answers) {
    const level = levels.get(points) ?? { points, accepted: 0, decisions: 0 };
    level.decisions += 1;
    if (accepted) level.accepted += 1;
    levels.set(points, level);
  }
  return [...levels.values()].sort((a, b) => a.points - b.points);
}
