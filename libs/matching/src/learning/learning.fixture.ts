import fc from 'fast-check';
import {
  type FeedbackPair,
  type JudgedExample,
  type JudgedPair,
  priorFormula,
  randomOf,
  type TopicSignals,
} from './index.js';

const TERMS = ['glass', 'melting', 'energy', 'sensors', 'timber'];

export const aTermVector = fc
  .uniqueArray(fc.constantFrom(...TERMS), { minLength: 1 })
  .chain((terms) =>
    fc
      .array(fc.integer({ min: 1, max: 3000 }), { minLength: terms.length })
      .map((weights) => new Map(terms.map((term, at) => [term, weights[at] ?? 1]))),
  );
const aFit = fc.record({
  fit: fc.option(fc.constantFrom(0, 0.3, 0.6, 1)),
  points: fc.integer({ min: 0, max: 20 }),
});
export const aPair: fc.Arbitrary<FeedbackPair> = fc.record({
  terms: aTermVector,
  joins: fc.array(
    fc.record({
      need: fc.constantFrom(...TERMS),
      offer: fc.constantFrom(...TERMS),
      points: fc.integer({ min: 0, max: 30 }),
    }),
    { maxLength: 3 },
  ),
  organisation: fc.constantFrom('uni', 'institute', 'company'),
  maturity: aFit,
  time: aFit,
});
export const aJudged: fc.Arbitrary<JudgedPair> = fc.record({
  pair: aPair,
  verdict: fc.oneof(
    fc.constant({ kind: 'ACCEPTED' } as const),
    fc.record({
      kind: fc.constant('REFUSED' as const),
      part: fc.constantFrom('TOPIC', 'MATURITY', 'TIME', 'OWNER'),
    }),
  ),
});
export const SIGNALS: TopicSignals = {
  names: ['first', 'second', 'third'],
  priors: [0.3, 0.2, 0.5],
  ofTags: [true, true, false],
  joined: 0,
};
export const PRIOR = priorFormula(SIGNALS);

/** Five decisions on each need; `accepts` sees the shares and a random number. */
export function examplesOf(
  [judgements, acceptances]: readonly [number, number],
  liking: (shares: readonly number[], random: number) => number,
): JudgedExample[] {
  const random = randomOf(7);
  const drawn = Array.from({ length: judgements }, (_, at) => {
    const topic = [random(), random(), random()];
    return { need: `need-${String(Math.floor(at / 5))}`, topic, liked: liking(topic, random()) };
  });
  const [least = 0] = drawn
    .map(({ liked }) => liked)
    .sort((a, b) => b - a)
    .slice(acceptances - 1);
  return drawn.map(({ need, topic, liked }) => ({
    need,
    topic,
    refused: liked >= least ? null : 'TOPIC',
    evidence: 1,
    joins: [],
    fits: { FORM: null, MATURITY: null, DISTRICT: null, TIME: null },
  }));
}

/** Somebody who looks at the second signal, with a slip now and then. */
export const ofSecond = ([, second = 0]: readonly number[], random: number): number =>
  second + random / 10;
export const byChance = (_shares: readonly number[], random: number): number => random;
