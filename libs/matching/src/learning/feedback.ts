import { similarity, type TermVector } from './term-vector.js';
import type { RefusedPart, Verdict } from './verdict.js';

/**
 * Rocchio's weights for what was accepted and what was refused (Rocchio 1971, with the values that
 * are usual since): a yes says what is wanted, a no rules out little. Likeness counts half of all
 * points: with all of them one yes would outweigh the need itself.
 */
export const ROCCHIO = { accepted: 0.75, refused: 0.15, points: 50 } as const;

/** Share of its points that a join keeps from which a pair was refused for its topic (prior). */
const REFUSED_JOIN = 0.5;

/** A tag of the need and another tag of the offer that answers it, with the points it brings. */
export interface Join {
  readonly need: string;
  readonly offer: string;
  readonly points: number;
}

/** An offer beside a need, as feedback reads it. */
export interface FeedbackPair {
  readonly terms: TermVector;
  /** Without tags that both name: those are what the need asks for. */
  readonly joins: readonly Join[];
  /** Of the offer's owner. */
  readonly organisation: string;
  /** How well each fits, 0 to 1 (null: not known), and the points that it brings. */
  readonly maturity: { readonly fit: number | null; readonly points: number };
  readonly time: { readonly fit: number | null; readonly points: number };
}

/** A pair of the same need on which somebody has decided. */
export interface JudgedPair {
  readonly pair: FeedbackPair;
  readonly verdict: Verdict;
}

/**
 * What decisions on a need's other pairs add to a pair's place in the list. It never enters the
 * score: that changes with the pair alone, so that both sides read the same today and tomorrow.
 */
export interface FeedbackPart {
  readonly kind: 'ACCEPTED' | 'JOIN' | 'MATURITY' | 'OWNER' | 'TIME' | 'TOPIC';
  /** Whole points; negative where it was refused. */
  readonly points: number;
}

/** The parts that are not 0, in a fixed order. The order of the judged pairs plays no role. */
export function feedbackOf(pair: FeedbackPair, judged: readonly JudgedPair[]): FeedbackPart[] {
  const accepted = judged.filter(({ verdict }) => verdict.kind === 'ACCEPTED');
  const refused = (part: RefusedPart): FeedbackPair[] =>
    judged.flatMap((one) =>
      one.verdict.kind === 'REFUSED' && one.verdict.part === part ? [one.pair] : [],
    );
  const accepts = accepted.map((one) => one.pair);
  const parts: FeedbackPart[] = [
    { kind: 'ACCEPTED', points: Math.round(ROCCHIO.accepted * likeness(pair, accepts)) },
    { kind: 'TOPIC', points: -lostLikeness(pair, refused('TOPIC'), accepts) },
    { kind: 'JOIN', points: -lostJoins(pair, refused('TOPIC'), accepts) },
    { kind: 'MATURITY', points: -lostFit('maturity', pair, refused('MATURITY')) },
    { kind: 'TIME', points: -lostFit('time', pair, refused('TIME')) },
    { kind: 'OWNER', points: -lostOwner(pair, refused('OWNER')) },
  ];
  return parts.filter(({ points }) => points !== 0);
}

/** What parts beside the score add to the points by which a need's pairs are ordered. */
export const feedbackPoints = (parts: readonly { readonly points: number }[]): number =>
  parts.reduce((sum, { points }) => sum + points, 0);

/**
 * Counts as soon as something was accepted: what was found for a need resembles the need, so that
 * refusals alone would push away from what is sought.
 */
const lostLikeness = (
  pair: FeedbackPair,
  refused: readonly FeedbackPair[],
  accepted: readonly FeedbackPair[],
): number => (accepted.length === 0 ? 0 : Math.round(ROCCHIO.refused * likeness(pair, refused)));

/** How alike an offer is to others in the mean, in points: the product with their centroid. */
function likeness({ terms }: FeedbackPair, others: readonly FeedbackPair[]): number {
  if (others.length === 0) return 0;
  const sum = others.reduce((total, other) => total + similarity(terms, other.terms), 0);
  return (ROCCHIO.points * sum) / (1000 * others.length);
}

/** A join from which nothing but refused pairs came keeps half of what it brings. */
function lostJoins(
  { joins }: FeedbackPair,
  refused: readonly FeedbackPair[],
  accepted: readonly FeedbackPair[],
): number {
  const inAny = (pairs: readonly FeedbackPair[], { need, offer }: Join): boolean =>
    pairs.some((pair) => pair.joins.some((join) => join.need === need && join.offer === offer));
  return joins
    .filter((join) => inAny(refused, join) && !inAny(accepted, join))
    .reduce((sum, { points }) => sum + Math.round(REFUSED_JOIN * points), 0);
}

/** What fits no better than something that was refused for it brings nothing. */
function lostFit(
  part: 'maturity' | 'time',
  pair: FeedbackPair,
  refused: readonly FeedbackPair[],
): number {
  const { fit, points } = pair[part];
  const isNoBetter = refused.some((other) => {
    const bound = other[part].fit;
    return fit !== null && bound !== null && fit <= bound;
  });
  return isNoBetter ? points : 0;
}

/** Points that offers of somebody's competitor lose (prior): as much as a form that does not fit. */
const COMPETITOR_POINTS = 30;

const lostOwner = ({ organisation }: FeedbackPair, refused: readonly FeedbackPair[]): number =>
  refused.some((other) => other.organisation === organisation) ? COMPETITOR_POINTS : 0;
