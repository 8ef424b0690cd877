import { FIT_KINDS, FIT_WEIGHT, NEUTRAL_FIT, type FitKind } from '../fit.js';
import type { ConceptPairWeight } from '../profile.js';
import type { RefusedPart } from './verdict.js';

/** Another tag of the offer that answers a tag of the need. */
export interface ConceptPair {
  readonly need: string;
  readonly offer: string;
}

/** The weights of the score, as they are learned. */
export interface Formula {
  /** Of the topic's signals, in their order; they sum to 1. */
  readonly topic: readonly number[];
  readonly fit: Readonly<Record<FitKind, number>>;
  readonly pairs: readonly ConceptPairWeight[];
}

/** What the topic consists of: which signals there are and what the first formula gives them. */
export interface TopicSignals {
  readonly names: readonly string[];
  readonly priors: readonly number[];
  /** Those that people agreed on and can read: tags and their labels. */
  readonly ofTags: readonly boolean[];
  /** The one that concept pairs are part of. */
  readonly joined: number;
}

/** A pair on which somebody has decided, as a formula reads it. */
export interface JudgedExample {
  readonly need: string;
  /** What decides; null where it was accepted. */
  readonly refused: RefusedPart | null;
  /** Share of the need that each signal of the topic covers, 0 to 1; null where it is silent. */
  readonly topic: readonly (number | null)[];
  /** How much of a topic the need's tags can prove, 0 to 1. */
  readonly evidence: number;
  /** Parts of the joined signal's share that come from concept pairs. */
  readonly joins: readonly (ConceptPair & { readonly share: number })[];
  /** Null where either side says nothing. */
  readonly fits: Readonly<Record<FitKind, number | null>>;
}

export const priorFormula = (signals: TopicSignals): Formula => ({
  topic: normalised(signals.priors),
  fit: FIT_WEIGHT,
  pairs: [],
});

/** The score, 0 to 1 and not rounded, that a formula gives. */
export function formulaScore(
  { topic, fit, pairs }: Formula,
  example: JudgedExample,
  joined: number,
): number {
  const covered = coveredBy(topic, sharesOf(example, pairs, joined)).share;
  return FIT_KINDS.reduce(
    (score, kind) => score * factorOf(fit[kind], example.fits[kind]),
    covered * example.evidence,
  );
}

type Topic = JudgedExample['topic'];

/** What the weights make of the shares; a signal that is silent leaves its weight to the rest. */
export function coveredBy(weights: readonly number[], shares: Topic): Covered {
  let [sum, of] = [0, 0];
  for (const [at, share] of shares.entries()) {
    if (share === null) continue;
    const weight = weights[at] ?? 0;
    sum += weight * share;
    of += weight;
  }
  return of === 0 ? { share: 0, of: 1 } : { share: sum / of, of };
}

interface Covered {
  readonly share: number;
  /** The weights of what is not silent. */
  readonly of: number;
}

/** The topic's shares after what concept pairs have lost. */
export function sharesOf(
  { topic, joins }: JudgedExample,
  pairs: readonly ConceptPairWeight[],
  joined: number,
): Topic {
  if (pairs.length === 0 || joins.length === 0) return topic;
  const lost = joins.reduce((sum, { need, offer, share }) => {
    const found = pairs.find((pair) => pair.need === need && pair.offer === offer);
    return found === undefined ? sum : sum + (share * (1000 - found.permille)) / 1000;
  }, 0);
  return topic.map((share, at) =>
    at === joined && share !== null ? Math.max(0, share - lost) : share,
  );
}

export const factorOf = (weight: number, fit: number | null): number =>
  1 - weight + weight * (fit ?? NEUTRAL_FIT);

export function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Tags carry at least half of the attainable topic points. */
export const TAGS_AT_LEAST = 0.5;

/** The nearest in proportion that sum to 1, none below 0, with enough for the tags. */
export function boundedTopic(weights: readonly number[], { ofTags }: TopicSignals): number[] {
  const positive = normalised(weights.map((weight) => Math.max(weight, 1e-6)));
  const tags = positive.reduce((sum, weight, at) => (ofTags[at] === true ? sum + weight : sum), 0);
  if (tags >= TAGS_AT_LEAST) return positive;
  return positive.map((weight, at) =>
    ofTags[at] === true
      ? (weight * TAGS_AT_LEAST) / tags
      : (weight * (1 - TAGS_AT_LEAST)) / (1 - tags),
  );
}
