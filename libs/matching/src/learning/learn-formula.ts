import { FIT_KINDS, FIT_WEIGHT, type FitKind } from '../fit.js';
import { conceptPairWeights } from './concept-pairs.js';
import {
  boundedTopic,
  coveredBy,
  factorOf,
  type Formula,
  type JudgedExample,
  priorFormula,
  sharesOf,
  type TopicSignals,
} from './formula.js';
import type { RefusedPart } from './verdict.js';

/** A circumstance takes away at most so much of the score. */
const MAX_FIT_WEIGHT = 0.6;
/** How far a weight is expected to lie from its prior: the standard deviation of a normal prior. */
const PRIOR_DEVIATION = 0.1;
const ITERATIONS = 200;

/** Parts that are learned from their own refusals; form and district have no reason of their own. */
const GROUPS = ['TOPIC', 'MATURITY', 'TIME'] as const;
type Group = (typeof GROUPS)[number];
const GROUP_OF: Readonly<Record<FitKind, Group>> = {
  FORM: 'TOPIC',
  DISTRICT: 'TOPIC',
  MATURITY: 'MATURITY',
  TIME: 'TIME',
};

/**
 * Logistic regression of yes or no on the score itself, with normal priors around the weights that
 * were stated (L2): P(yes) = σ(α + κ · score). So what is learned are the weights of the very
 * formula that people read. A refusal counts against its own part: in a group's term all other
 * parts are held at their priors, and each group has an α of its own.
 */
export function learnFormula(examples: readonly JudgedExample[], signals: TopicSignals): Formula {
  const pairs = conceptPairWeights(examples);
  const prior = priorFormula(signals);
  const groups = GROUPS.map((group) => groupOf(group, examples, { prior, pairs, signals }));
  const samples = groups.flatMap((group) => (group.some(({ yes }) => !yes) ? group : []));
  if (!samples.some(({ yes }) => yes)) return { ...prior, pairs };
  const learned = descend(samples, prior, signals);
  return { topic: learned.topic, fit: learned.fit, pairs };
}

/** A decision on one part: the score is `topic · weights × Π factors × held`. */
interface Sample {
  readonly group: Group;
  readonly yes: boolean;
  readonly topic: JudgedExample['topic'];
  readonly fits: readonly (readonly [FitKind, number | null])[];
  /** Factors of the parts that are held at their priors. */
  readonly held: number;
}

interface Given {
  readonly prior: Formula;
  readonly pairs: Formula['pairs'];
  readonly signals: TopicSignals;
}

function groupOf(group: Group, examples: readonly JudgedExample[], given: Given): Sample[] {
  const concerns = ({ refused }: JudgedExample): boolean =>
    refused === null || refused === (group satisfies RefusedPart);
  return examples.filter(concerns).map((example) => sampleOf(group, example, given));
}

function sampleOf(group: Group, example: JudgedExample, { prior, pairs, signals }: Given): Sample {
  const free = FIT_KINDS.filter((kind) => GROUP_OF[kind] === group);
  const held = FIT_KINDS.filter((kind) => GROUP_OF[kind] !== group).reduce(
    (product, kind) => product * factorOf(prior.fit[kind], example.fits[kind]),
    example.evidence,
  );
  return {
    group,
    yes: example.refused === null,
    topic: sharesOf(example, pairs, signals.joined),
    fits: free.map((kind) => [kind, example.fits[kind]] as const),
    held,
  };
}

interface Parameters {
  readonly topic: readonly number[];
  readonly fit: Readonly<Record<FitKind, number>>;
  readonly slope: number;
  readonly offset: Readonly<Record<Group, number>>;
}

interface Step {
  readonly topic: number[];
  readonly fit: Record<FitKind, number>;
  slope: number;
  readonly offset: Record<Group, number>;
}

/** Projected gradient descent; a step that does not improve is halved, one that does is doubled. */
function descend(samples: readonly Sample[], prior: Formula, signals: TopicSignals): Parameters {
  let at: Parameters = {
    topic: prior.topic,
    fit: prior.fit,
    slope: 5,
    offset: { TOPIC: -3, MATURITY: -3, TIME: -3 },
  };
  let loss = lossOf(samples, at, prior);
  let rate = 1 / samples.length;
  for (let n = 0; n < ITERATIONS && rate > 1e-9; n += 1) {
    const next = moved(at, gradientOf(samples, at, prior), rate, signals);
    const nextLoss = lossOf(samples, next, prior);
    if (nextLoss < loss) [at, loss, rate] = [next, nextLoss, rate * 2];
    else rate /= 2;
  }
  return at;
}

function moved(at: Parameters, step: Step, rate: number, signals: TopicSignals): Parameters {
  const fitOf = (kind: FitKind): number =>
    Math.min(MAX_FIT_WEIGHT, Math.max(0, at.fit[kind] - WEIGHT_RATE * rate * step.fit[kind]));
  const offsetOf = (group: Group): number => at.offset[group] - rate * step.offset[group];
  return {
    topic: boundedTopic(
      at.topic.map((weight, n) => weight - WEIGHT_RATE * rate * (step.topic[n] ?? 0)),
      signals,
    ),
    fit: {
      FORM: fitOf('FORM'),
      MATURITY: fitOf('MATURITY'),
      DISTRICT: fitOf('DISTRICT'),
      TIME: fitOf('TIME'),
    },
    slope: Math.min(50, Math.max(0.5, at.slope - SLOPE_RATE * rate * step.slope)),
    offset: { TOPIC: offsetOf('TOPIC'), MATURITY: offsetOf('MATURITY'), TIME: offsetOf('TIME') },
  };
}

/** Parameters of different size move at rates of their own. */
const WEIGHT_RATE = 0.02;
const SLOPE_RATE = 10;

/** The topic counts with its prior where another part is asked about. */
function scoreOf(sample: Sample, { topic, fit }: Parameters, prior: Formula): number {
  const covered = coveredBy(sample.group === 'TOPIC' ? topic : prior.topic, sample.topic).share;
  return sample.fits.reduce(
    (score, [kind, value]) => score * factorOf(fit[kind], value),
    covered * sample.held,
  );
}

const logitOf = (sample: Sample, at: Parameters, prior: Formula): number =>
  at.offset[sample.group] + at.slope * scoreOf(sample, at, prior);

function lossOf(samples: readonly Sample[], at: Parameters, prior: Formula): number {
  const squares = (now: readonly number[], before: readonly number[]): number =>
    now.reduce((sum, value, n) => sum + (value - (before[n] ?? 0)) ** 2, 0);
  const fits = (of: Formula['fit']): number[] => FIT_KINDS.map((kind) => of[kind]);
  const penalty = squares(at.topic, prior.topic) + squares(fits(at.fit), fits(FIT_WEIGHT));
  const loss = samples.reduce((sum, sample) => {
    const logit = logitOf(sample, at, prior);
    return sum + Math.log1p(Math.exp(sample.yes ? -logit : logit));
  }, 0);
  return loss + penalty / (2 * PRIOR_DEVIATION ** 2);
}

function gradientOf(samples: readonly Sample[], at: Parameters, prior: Formula): Step {
  const pull = (now: number, before: number): number => (now - before) / PRIOR_DEVIATION ** 2;
  const step: Step = {
    topic: at.topic.map((weight, n) => pull(weight, prior.topic[n] ?? 0)),
    fit: {
      FORM: pull(at.fit.FORM, FIT_WEIGHT.FORM),
      MATURITY: pull(at.fit.MATURITY, FIT_WEIGHT.MATURITY),
      DISTRICT: pull(at.fit.DISTRICT, FIT_WEIGHT.DISTRICT),
      TIME: pull(at.fit.TIME, FIT_WEIGHT.TIME),
    },
    slope: 0,
    offset: { TOPIC: 0, MATURITY: 0, TIME: 0 },
  };
  for (const sample of samples) addGradient(step, sample, at, prior);
  return step;
}

function addGradient(step: Step, sample: Sample, at: Parameters, prior: Formula): void {
  const score = scoreOf(sample, at, prior);
  const logit = at.offset[sample.group] + at.slope * score;
  const error = 1 / (1 + Math.exp(-logit)) - (sample.yes ? 1 : 0);
  step.offset[sample.group] += error;
  step.slope += error * score;
  for (const [kind, value] of sample.fits) {
    const factor = factorOf(at.fit[kind], value);
    step.fit[kind] += (error * at.slope * score * (factorOf(1, value) - 1)) / factor;
  }
  if (sample.group !== 'TOPIC') return;
  const rest = sample.fits.reduce(
    (product, [kind, value]) => product * factorOf(at.fit[kind], value),
    sample.held,
  );
  const covered = coveredBy(at.topic, sample.topic);
  for (const [n, share] of sample.topic.entries()) {
    if (share === null) continue;
    const gain = (share - covered.share) / covered.of;
    step.topic[n] = (step.topic[n] ?? 0) + error * at.slope * rest * gain;
  }
}
