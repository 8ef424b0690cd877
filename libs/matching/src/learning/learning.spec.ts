import { describe, expect, it } from '@jest/globals';
import { DismissReason } from '@wilma/domain';
import fc from 'fast-check';
import { STRENGTH_THRESHOLDS } from '../parts.js';
import {
  conceptPairWeights,
  feedbackOf,
  feedbackPoints,
  type FeedbackPair,
  formulaScore,
  GATE,
  isotonic,
  type JudgedExample,
  type JudgedPair,
  learnBehindGate,
  learnFormula,
  learnThresholds,
  pairedInterval,
  randomOf,
  similarity,
  verdictOf,
} from './index.js';
import {
  aJudged,
  aPair,
  aTermVector,
  byChance,
  examplesOf,
  ofSecond,
  PRIOR,
  SIGNALS,
} from './learning.fixture.js';

const pointsOf = (pair: FeedbackPair, judged: readonly JudgedPair[]): number =>
  feedbackPoints(feedbackOf(pair, judged));

const GLASS: FeedbackPair = {
  terms: new Map([['glass', 1000]]),
  joins: [{ need: 'melting', offer: 'glass', points: 20 }],
  organisation: 'uni',
  maturity: { fit: 0.5, points: 8 },
  time: { fit: 0.5, points: 6 },
};

describe('what was decided on other pairs of a need', () => {
  it('never lowers an offer that is equal to one that was accepted', () => {
    fc.assert(
      fc.property(aPair, fc.array(aJudged, { maxLength: 5 }), (pair, judged) => {
        const accepted: JudgedPair = { pair, verdict: { kind: 'ACCEPTED' } };
        expect(pointsOf(pair, [...judged, accepted])).toBeGreaterThanOrEqual(
          pointsOf(pair, judged),
        );
      }),
    );
  });

  it('counts alike in any order, in whole points', () => {
    fc.assert(
      fc.property(aPair, fc.array(aJudged, { maxLength: 6 }), (pair, judged) => {
        const parts = feedbackOf(pair, judged);
        expect(feedbackOf(pair, [...judged].reverse())).toEqual(parts);
        expect(parts.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true);
      }),
    );
  });

  it('raises by yes alone and lowers by no alone', () => {
    fc.assert(
      fc.property(aPair, fc.array(aJudged, { maxLength: 6 }), (pair, judged) => {
        const of = (kind: 'ACCEPTED' | 'REFUSED'): JudgedPair[] =>
          judged.filter(({ verdict }) => verdict.kind === kind);
        expect(pointsOf(pair, of('ACCEPTED'))).toBeGreaterThanOrEqual(0);
        expect(pointsOf(pair, of('REFUSED'))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['TOPIC', { JOIN: -10 }],
    ['MATURITY', { MATURITY: -8 }],
    ['TIME', { TIME: -6 }],
    ['OWNER', { OWNER: -30 }],
  ] as const)('acts on its own part: %s', (part, expected) => {
    const judged: JudgedPair[] = [{ pair: GLASS, verdict: { kind: 'REFUSED', part } }];
    const parts = feedbackOf(GLASS, judged);
    expect(Object.fromEntries(parts.map(({ kind, points }) => [kind, points]))).toEqual(expected);
  });

  it('moves away from refusals as soon as something was accepted', () => {
    const refused: JudgedPair = { pair: GLASS, verdict: { kind: 'REFUSED', part: 'TOPIC' } };
    const timber = { ...GLASS, terms: new Map([['timber', 1000]]), joins: [] };
    const accepted: JudgedPair = { pair: timber, verdict: { kind: 'ACCEPTED' } };
    expect(feedbackOf(GLASS, [refused, accepted])).toEqual([
      { kind: 'TOPIC', points: -8 },
      { kind: 'JOIN', points: -10 },
    ]);
    expect(feedbackOf(timber, [refused, accepted])).toEqual([{ kind: 'ACCEPTED', points: 38 }]);
  });

  it('leaves alone what fits better than what was refused, or is not known', () => {
    const refused = (part: 'MATURITY' | 'TIME'): JudgedPair => ({
      pair: GLASS,
      verdict: { kind: 'REFUSED', part },
    });
    const riper = { ...GLASS, maturity: { fit: 0.6, points: 9 } };
    expect(feedbackOf(riper, [refused('MATURITY')])).toEqual([]);
    const silent = { ...GLASS, time: { fit: null, points: 5 } };
    expect(feedbackOf(silent, [refused('TIME')])).toEqual([]);
  });

  it('is most where offers are equal and nothing where they share no term', () => {
    fc.assert(
      fc.property(aTermVector, aTermVector, (one, other) => {
        expect(similarity(one, one)).toBe(1000);
        expect(similarity(one, other)).toBe(similarity(other, one));
        expect(similarity(one, new Map([['else', 7]]))).toBe(0);
      }),
    );
  });
});

describe('verdicts', () => {
  it('are what the coordinator and the sides said, each reason about its part', () => {
    const said = (state: 'DECLINED' | 'DISMISSED') =>
      Object.values(DismissReason).map((reason) => {
        const reasons = { dismissReason: null, declineReason: null };
        const column = state === 'DECLINED' ? 'declineReason' : 'dismissReason';
        const verdict = verdictOf({ state, ...reasons, [column]: reason });
        return verdict?.kind === 'REFUSED' ? `${reason} ${verdict.part}` : null;
      });
    const parts = ['TOPIC TOPIC', 'MATURITY MATURITY', 'TIMING TIME'];
    const expected = [...parts, null, null, 'COMPETITOR OWNER', null, null];
    expect(said('DISMISSED')).toEqual(expected);
    expect(said('DECLINED')).toEqual(expected);
  });

  it.each([
    ['SUGGESTED', null],
    ['SNOOZED', null],
    ['WITHDRAWN', null],
    ['APPROVED', 'ACCEPTED'],
    ['EXPIRED', 'ACCEPTED'],
    ['INTRODUCED', 'ACCEPTED'],
    ['NO_COLLABORATION', 'ACCEPTED'],
  ] as const)('%s: %s', (state, kind) => {
    const verdict = verdictOf({ state, dismissReason: null, declineReason: 'TOPIC' });
    expect(verdict?.kind ?? null).toBe(kind);
  });
});

const COMPARED = { current: PRIOR, signals: SIGNALS, lastMeasuredAt: 0 };

describe('the gate', () => {
  it.each([
    ['too few judgements', [499, 100], 'TOO_FEW'],
    ['too few acceptances', [500, 29], 'TOO_FEW'],
    ['just enough of both', [500, 30], 'BETTER'],
    ['plenty', [600, 150], 'BETTER'],
  ] as const)('%s: %j %s', (_name, sizes, result) => {
    const { formula, measured } = learnBehindGate(examplesOf(sizes, ofSecond), COMPARED);
    expect(measured).toMatchObject({
      result,
      judgements: sizes[0],
      acceptances: sizes[1],
    });
    expect(formula === null).toBe(result !== 'BETTER');
    expect(GATE).toEqual({ judgements: 500, acceptances: 30 });
  });

  it('looks again when there is a tenth more to learn from', () => {
    const examples = examplesOf([549, 60], ofSecond);
    const { measured } = learnBehindGate(examples, { ...COMPARED, lastMeasuredAt: 500 });
    expect(measured).toMatchObject({ result: 'TOO_SOON', interval: null });
  });

  it('lets nothing through that was decided by chance', () => {
    const { formula, measured } = learnBehindGate(examplesOf([500, 100], byChance), COMPARED);
    expect([formula, measured.result]).toEqual([null, 'NOT_BETTER']);
    expect(measured.interval?.low).toBeLessThanOrEqual(0);
  });

  it('measures on other needs: the same decisions give the same result in any order', () => {
    const examples = examplesOf([500, 60], ofSecond);
    const once = learnBehindGate(examples, COMPARED);
    expect(learnBehindGate(examples, COMPARED)).toEqual(once);
    expect(once.measured.after).toBeGreaterThan(once.measured.before);
    expect(once.measured.needs).toBeLessThanOrEqual(100);
  });
});

describe('learned weights', () => {
  it('follow what is decided by, and tags keep half of the topic', () => {
    const onText = ([, , third = 0]: readonly number[], random: number) => third + random / 10;
    const second = learnFormula(examplesOf([600, 150], ofSecond), SIGNALS);
    expect(second.topic[1]).toBeGreaterThan(PRIOR.topic[1] ?? 1);
    const third = learnFormula(examplesOf([600, 150], onText), SIGNALS);
    expect(third.topic[2]).toBeCloseTo(0.5, 10);
    for (const { topic } of [second, third]) {
      expect(topic.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 10);
      expect(Math.min(...topic)).toBeGreaterThanOrEqual(0);
    }
  });

  it('move the part that was refused, and no other', () => {
    const random = randomOf(3);
    const base = examplesOf([400, 200], byChance).filter(({ refused }) => refused === null);
    const unripe = base.map((example): JudgedExample => {
      const isRefused = random() < 0.5;
      const fits = { ...example.fits, MATURITY: isRefused ? random() * 0.3 : 1 - random() * 0.3 };
      return { ...example, refused: isRefused ? 'MATURITY' : null, fits };
    });
    const { fit, topic } = learnFormula(unripe, SIGNALS);
    expect(fit.MATURITY).toBeGreaterThan(PRIOR.fit.MATURITY + 0.02);
    expect([fit.FORM, fit.DISTRICT, fit.TIME]).toEqual([
      PRIOR.fit.FORM,
      PRIOR.fit.DISTRICT,
      PRIOR.fit.TIME,
    ]);
    expect(topic).toEqual(PRIOR.topic);
  });

  it('are the priors where there is nothing to learn from', () => {
    expect(learnFormula([], SIGNALS)).toEqual(PRIOR);
    const refused = examplesOf([20, 5], byChance).filter((example) => example.refused !== null);
    expect(learnFormula(refused, SIGNALS)).toEqual(PRIOR);
  });

  it('give a concept pair less that is refused again and again', () => {
    const join = { need: 'glass', offer: 'ceramics', share: 0.4 };
    const joined = examplesOf([100, 50], byChance).map((example, at) =>
      at % 5 === 0 ? { ...example, refused: 'TOPIC' as const, joins: [join] } : example,
    );
    const pairs = conceptPairWeights(joined);
    expect(pairs).toMatchObject([{ need: 'glass', offer: 'ceramics' }]);
    expect(pairs[0]?.permille).toBeLessThan(500);
    const [example] = joined;
    const score = (of: typeof pairs): number =>
      formulaScore({ ...PRIOR, pairs: of }, example!, SIGNALS.joined);
    expect(score(pairs)).toBeLessThan(score([]));
    expect(conceptPairWeights(joined.slice(0, 10))).toEqual([]);
  });
});

describe('thresholds', () => {
  const answers = (count: number, accepted: (points: number) => boolean) =>
    Array.from({ length: count }, (_, at) => {
      const points = 40 + (at % 50);
      return { points, accepted: accepted(points) };
    });

  it('are the stated ones until there are enough answers', () => {
    expect(learnThresholds(answers(99, (points) => points > 55))).toEqual(STRENGTH_THRESHOLDS);
    expect(learnThresholds(answers(100, (points) => points > 55))).toEqual({
      GOOD: 56,
      STRONG: 66,
    });
  });

  it('go a step below what was shown where even the weakest were wanted', () => {
    expect(learnThresholds(answers(200, (points) => points % 2 === 0))).toMatchObject({ GOOD: 35 });
    expect(learnThresholds(answers(200, () => false))).toEqual({ GOOD: 60, STRONG: 85 });
  });

  it('come from shares that never fall, and hold every answer', () => {
    const anAnswer = fc.record({
      points: fc.integer({ min: 0, max: 100 }),
      accepted: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anAnswer, { minLength: 1, maxLength: 200 }), (given) => {
        const steps = isotonic(given);
        const shares = steps.map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(isotonic([...given].reverse())).toEqual(steps);
        const { GOOD, STRONG } = learnThresholds(given);
        expect(STRONG).toBeGreaterThan(GOOD);
      }),
    );
  });
});

describe('a paired interval', () => {
  it('excludes zero for what is always better, and holds it for what is not', () => {
    expect(pairedInterval([0.1, 0.2, 0.1, 0.3]).low).toBeGreaterThan(0);
    const mixed = pairedInterval([0.1, -0.1, 0.1, -0.1, 0.05]);
    expect(mixed.low).toBeLessThan(0);
    expect(mixed.high).toBeGreaterThan(0);
    expect(pairedInterval([]).low).toBe(-Infinity);
  });
});
