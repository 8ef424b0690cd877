import { type Formula, formulaScore, type JudgedExample, type TopicSignals } from './formula.js';
import { learnFormula } from './learn-formula.js';
import { type Interval, pairedInterval } from './paired-bootstrap.js';

/** From fewer than these nothing is learned: it made rankings worse in every trial. */
export const GATE = { judgements: 500, acceptances: 30 } as const;

/** What a formula would be used for, or why it is not. */
export type GateResult = 'BETTER' | 'NOT_BETTER' | 'TOO_FEW' | 'TOO_SOON';

export interface Measured {
  readonly result: GateResult;
  readonly judgements: number;
  readonly acceptances: number;
  /** Needs with both acceptances and refusals: those that an order can be measured on. */
  readonly needs: number;
  /** Share of pairs of an accepted and a refused offer of a need that are in the right order. */
  readonly before: number;
  readonly after: number;
  /** Of the difference, over needs that the weights were not learned from. */
  readonly interval: Interval | null;
}

export interface Learned {
  /** Learned from everything; null where it may not be used. */
  readonly formula: Formula | null;
  readonly measured: Measured;
}

const FOLDS = 5;

/**
 * Judgements must have grown by so much since weights were last measured: whoever looks at chance
 * every night finds something sooner or later.
 */
const GROWN_BY = 1.1;

export interface Compared {
  /** The weights that are used now. */
  readonly current: Formula;
  readonly signals: TopicSignals;
  /** Judgements when weights were measured last; 0 where they never were. */
  readonly lastMeasuredAt: number;
}

const UNMEASURED = { needs: 0, before: 0, after: 0, interval: null };

/**
 * Learns weights and says whether they may be used: with enough judgements, and where on needs
 * that they were not learned from they order better than the present ones, by a paired bootstrap
 * interval over needs that excludes zero.
 */
export function learnBehindGate(
  examples: readonly JudgedExample[],
  { current, signals, lastMeasuredAt }: Compared,
): Learned {
  const judgements = examples.length;
  const acceptances = examples.filter(({ refused }) => refused === null).length;
  const counts = { judgements, acceptances };
  if (judgements < GATE.judgements || acceptances < GATE.acceptances) {
    return { formula: null, measured: { result: 'TOO_FEW', ...counts, ...UNMEASURED } };
  }
  if (judgements < GROWN_BY * lastMeasuredAt) {
    return { formula: null, measured: { result: 'TOO_SOON', ...counts, ...UNMEASURED } };
  }
  const orders = heldOut(examples, current, signals);
  const interval = pairedInterval(orders.map(({ before, after }) => after - before));
  const isBetter = interval.low > 0;
  return {
    formula: isBetter ? learnFormula(examples, signals) : null,
    measured: {
      result: isBetter ? 'BETTER' : 'NOT_BETTER',
      ...counts,
      needs: orders.length,
      before: mean(orders.map(({ before }) => before)),
      after: mean(orders.map(({ after }) => after)),
      interval,
    },
  };
}

interface Orders {
  readonly before: number;
  readonly after: number;
}

/** Each need ordered by weights that were learned from the needs of the other folds. */
function heldOut(
  examples: readonly JudgedExample[],
  current: Formula,
  signals: TopicSignals,
): Orders[] {
  const needs = [...new Set(examples.map(({ need }) => need))].sort();
  const foldOf = new Map(needs.map((need, at) => [need, at % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const learned = learnFormula(
      examples.filter(({ need }) => foldOf.get(need) !== fold),
      signals,
    );
    return needs
      .filter((need) => foldOf.get(need) === fold)
      .flatMap((need): Orders[] => {
        const own = examples.filter((example) => example.need === need);
        const before = inOrder(own, (example) => formulaScore(current, example, signals.joined));
        const after = inOrder(own, (example) => formulaScore(learned, example, signals.joined));
        return before === null || after === null ? [] : [{ before, after }];
      });
  }).flat();
}

/** Share of pairs (accepted, refused) in the right order, equals half; null where there is none. */
export function inOrder(
  examples: readonly JudgedExample[],
  scoreOf: (example: JudgedExample) => number,
): number | null {
  const scored = examples.map((example) => ({ ...example, score: scoreOf(example) }));
  const accepted = scored.filter(({ refused }) => refused === null);
  const refused = scored.filter((example) => example.refused !== null);
  if (accepted.length === 0 || refused.length === 0) return null;
  const right = accepted.flatMap((one) =>
    refused.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)),
  );
  return mean(right);
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
