import type { MatchStrength } from '@wilma/domain';
import { FIT_KINDS, NEUTRAL_FIT, type FitKind, type Fits } from './fit.js';
import { SIGNALS, type Profile, type Signal, type StrengthThresholds } from './profile.js';
import type { NeedSignals, Shares } from './signals.js';
import { evidenceOf } from './topic.js';

export type PartKind = 'TOPIC' | FitKind;

export interface ScorePart {
  readonly kind: PartKind;
  readonly points: number;
  /** What the part brings to a pair that fits in every respect, the topic included. */
  readonly max: number;
  /** Of the topic: what each way to compare it brings; only those that the need allows. */
  readonly signals?: readonly SignalPart[];
}

export type PartMaximum = Pick<ScorePart, 'kind' | 'max'>;

export interface SignalPart {
  readonly kind: Signal;
  readonly points: number;
  readonly max: number;
}

/** A pair in figures: shares of the topic by signal, and circumstances. */
export interface Figures {
  readonly need: NeedSignals;
  readonly shares: Shares;
  readonly fits: Fits;
  readonly profile: Profile;
}

/**
 * Points from which on a match is strong or good (priors; below it is possible and not stored).
 * With equally rare tags and no texts: three of four and a fitting form and time are strong; two of
 * four and the same are good, as are all four with neither form nor time; one of four never is.
 */
export const STRENGTH_THRESHOLDS: StrengthThresholds = { STRONG: 52, GOOD: 34 } as const;

export function strengthOf(
  points: number,
  { STRONG, GOOD }: StrengthThresholds = STRENGTH_THRESHOLDS,
): MatchStrength {
  if (points >= STRONG) return 'STRONG';
  return points >= GOOD ? 'GOOD' : 'POSSIBLE';
}

/** The share of the need's topic, 0 to 1. */
export function topicOfPair({ need, shares }: Pick<Figures, 'need' | 'shares'>): number {
  let sum = 0;
  for (const signal of SIGNALS) sum += need.weights[signal] * shares[signal];
  return Math.min(1, sum) * evidenceOf(need.tags);
}

const factor = (weight: number, fit: number | null): number =>
  1 - weight + weight * (fit ?? NEUTRAL_FIT);

/**
 * Topic × Π (1 − w + w·fit) in millionths, a whole number: lists are ordered by it, so that equal
 * ones are equal.
 */
export function rankOf(topic: number, fits: Fits, { fit }: Profile): number {
  let product = topic;
  for (const kind of FIT_KINDS) product *= factor(fit[kind], fits[kind]);
  return Math.round(1e6 * product);
}

/** Whole points, rounded down. */
export const pointsOf = (rank: number): number => Math.floor(rank / 10_000);

/** The topic as if nothing else fitted, then what each fit adds to the ones before it, × 100. */
function gainsOf(topic: number, fits: Fits, { fit }: Profile): number[] {
  let product = FIT_KINDS.reduce((rest, kind) => rest * (1 - fit[kind]), 100 * topic);
  const gains = [product];
  for (const kind of FIT_KINDS) {
    const next = (product / (1 - fit[kind])) * factor(fit[kind], fits[kind]);
    gains.push(next - product);
    product = next;
  }
  return gains;
}

const PERFECT: Fits = { FORM: 1, MATURITY: 1, DISTRICT: 1, TIME: 1 };
const maxima = new WeakMap<Profile, readonly number[]>();

function maxPoints(profile: Profile): readonly number[] {
  const max = maxima.get(profile) ?? apportion(gainsOf(1, PERFECT, profile), 100);
  maxima.set(profile, max);
  return max;
}

const PART_KINDS: readonly PartKind[] = ['TOPIC', ...FIT_KINDS];

/** What each part brings at most; together 100. */
export const partMaxima = (profile: Profile): PartMaximum[] =>
  PART_KINDS.map((kind, index) => ({ kind, max: maxPoints(profile)[index] ?? 0 }));

/** The points of a pair, split in a fixed order into what each part added. */
export function partsOf(figures: Figures): ScorePart[] {
  const { fits, profile } = figures;
  const topic = topicOfPair(figures);
  const max = maxPoints(profile);
  const points = apportion(
    gainsOf(topic, fits, profile),
    pointsOf(rankOf(topic, fits, profile)),
    max,
  );
  return PART_KINDS.map((kind, index) => {
    const part = { kind, points: points[index] ?? 0, max: max[index] ?? 0 };
    return kind === 'TOPIC' ? { ...part, signals: signalParts(figures, part) } : part;
  });
}

/** The topic's points, split into what each signal brought. */
function signalParts(
  { need, shares }: Figures,
  { points, max }: { readonly points: number; readonly max: number },
): SignalPart[] {
  const kinds = SIGNALS.filter((signal) => need.weights[signal] > 0);
  const most = apportion(
    kinds.map((kind) => need.weights[kind] * max),
    max,
  );
  const brought = kinds.map((kind) => need.weights[kind] * shares[kind]);
  const sum = brought.reduce((total, share) => total + share, 0);
  const got = apportion(
    brought.map((share) => (sum === 0 ? 0 : (share / sum) * points)),
    points,
    most,
  );
  return kinds.map((kind, index) => ({
    kind,
    points: got[index] ?? 0,
    max: most[index] ?? 0,
  }));
}

/**
 * Splits whole points among the gains by largest remainder, none above its maximum. Since points
 * are rounded down there is room below the maxima.
 */
function apportion(
  gains: readonly number[],
  points: number,
  max: readonly number[] = gains.map(() => points),
): number[] {
  const shares = gains.map((gain, index) => Math.min(Math.floor(gain + 1e-9), max[index] ?? 0));
  const byRemainder = gains
    .map((gain, index) => ({ index, remainder: gain - (shares[index] ?? 0) }))
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
