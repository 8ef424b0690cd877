import { describe, expect, it } from '@jest/globals';
import { CooperationForm, District, Locale, type TagGraph, type TagWeight } from '@wilma/domain';
import fc from 'fast-check';
import {
  type Candidate,
  type Corpus,
  CorpusCounter,
  corpusOf,
  MatchIndex,
  type MatchPosting,
  adviceFor,
  adviceText,
  openQuestionText,
  questionsFor,
  reasonText,
  type Score,
  scorePair,
  STRENGTH_THRESHOLDS,
  topNeeds,
} from './index.js';
import { graphOf } from './postings.fixture.js';

const TAGS = Array.from({ length: 12 }, (_, index) => `tag-${String(index)}`);
const anyTag = fc.constantFrom(...TAGS, 'unknown');

/** Vocabularies of twelve tags with several levels, more than one broader tag, related ones. */
const anyGraph: fc.Arbitrary<TagGraph> = fc
  .tuple(...TAGS.map((_, index) => fc.tuple(above(index), fc.subarray(TAGS, { maxLength: 1 }))))
  .map((rows) => {
    const byTag = (values: string[][]): Record<string, string[]> =>
      Object.fromEntries(TAGS.map((tag, index) => [tag, values[index] ?? []]));
    return graphOf(byTag(rows.map(([broader]) => broader)), byTag(rows.map(([, other]) => other)));
  });

function above(index: number): fc.Arbitrary<string[]> {
  return fc.subarray(TAGS.slice(0, index), { maxLength: Math.min(2, index) });
}

const anyCorpus: fc.Arbitrary<Corpus> = fc.record({
  documents: fc.nat({ max: 500 }),
  frequency: fc
    .array(fc.tuple(anyTag, fc.nat({ max: 600 })), { maxLength: 12 })
    .map((rows) => new Map(rows)),
});

/** What counting postings one after the other comes to, after some were taken back. */
const counted = (postings: readonly MatchPosting[], graph: TagGraph): Corpus => {
  const counter = new CorpusCounter(graph);
  for (const posting of [...postings, ...postings]) counter.count(posting);
  for (const posting of postings) counter.count(posting, -1);
  return counter.corpus();
};

const day = fc
  .tuple(fc.integer({ min: 2026, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${String(year)}-${String(month).padStart(2, '0')}-15`);
const trl = fc.option(fc.integer({ min: 1, max: 9 }));

/** Texts that name some tags, whole or within a compound, among words of their own. */
const anyWords = fc.record({
  locale: fc.constantFrom(...Object.values(Locale)),
  title: fc.array(anyWord(), { maxLength: 3 }).map((words) => words.join(' ')),
  text: fc.array(anyWord(), { maxLength: 8 }).map((words) => words.join(' ')),
});

function anyWord(): fc.Arbitrary<string> {
  return fc.constantFrom(...TAGS, 'welding', 'Wasserstoffspeicher', 'Speicher', 'und', 'Prüfung');
}

const anyPosting: fc.Arbitrary<MatchPosting> = fc
  .record({ own: anyBare(), words: fc.option(anyWords) })
  .map(({ own, words }) => ({ ...own, ...(words && { words }) }));

function anyBare(): fc.Arbitrary<MatchPosting> {
  return fc.record({
    id: fc.uuid(),
    organisation: fc.constantFrom('a', 'b', 'c'),
    tags: fc.array(fc.record({ tag: anyTag, weight: fc.constantFrom<TagWeight[]>(1, 2, 3) }), {
      maxLength: 6,
    }),
    forms: fc.subarray(Object.values(CooperationForm), { maxLength: 3 }),
    trl,
    targetTrl: fc.constant(null),
    district: fc.option(fc.constantFrom(...Object.values(District))),
    startsOn: fc.option(day),
    endsOn: fc.option(day),
  });
}

const anyNeed: fc.Arbitrary<MatchPosting> = fc
  .tuple(anyPosting, trl)
  .map(([one, targetTrl]) => ({ ...one, targetTrl }));

/** Postings with ids of their own. */
const anyPostings = (of: fc.Arbitrary<MatchPosting>): fc.Arbitrary<MatchPosting[]> =>
  fc.uniqueArray(of, { maxLength: 25, selector: ({ id }) => id });

describe('any score', () => {
  const anyPair = fc.record({
    asked: anyNeed,
    given: anyPosting,
    graph: anyGraph,
    corpus: anyCorpus,
  });
  interface Pair {
    asked: MatchPosting;
    given: MatchPosting;
    graph: TagGraph;
    corpus: Corpus;
  }
  const of = ({ asked, given, graph, corpus }: Pair): Score =>
    scorePair(asked, given, graph, corpus);
  const always = (check: (pair: Pair) => void): void =>
    fc.assert(fc.property(anyPair, check), { numRuns: 250 });

  it('is the sum of its parts, none below 0 or above its maximum', () => {
    always((pair) => {
      const { points, parts } = of(pair);
      expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
      expect(parts.reduce((sum, part) => sum + part.max, 0)).toBe(100);
      expect(parts.filter((part) => part.points < 0 || part.points > part.max)).toEqual([]);
    });
  });

  it('splits the points of its topic, and what they could be, among the ways to compare it', () => {
    always((pair) => {
      const [topic] = of(pair).parts;
      const signals = topic?.signals ?? [];
      const sum = (of: 'max' | 'points'): number =>
        signals.reduce((total, one) => total + one[of], 0);
      expect(sum('points')).toBe(topic?.points);
      expect(sum('max')).toBe(signals.length === 0 ? 0 : topic?.max);
      expect(signals.filter(({ points, max }) => points < 0 || points > max)).toEqual([]);
    });
  });

  it('has the strength that its points say', () => {
    always((pair) => {
      const { points, strength } = of(pair);
      const { STRONG, GOOD } = STRENGTH_THRESHOLDS;
      expect(strength).toBe(points >= STRONG ? 'STRONG' : points >= GOOD ? 'GOOD' : 'POSSIBLE');
    });
  });

  it('never falls when the offer gains a tag of the need', () => {
    always((pair) => {
      const tags = [...pair.given.tags, ...pair.asked.tags.slice(0, 1)];
      const richer = of({ ...pair, given: { ...pair.given, tags } });
      expect(richer.points).toBeGreaterThanOrEqual(of(pair).points);
    });
  });

  it('does not depend on the order in which a posting was read', () => {
    always((pair) => {
      const turned = (one: MatchPosting): MatchPosting => ({
        ...one,
        tags: [...one.tags].reverse(),
        forms: [...one.forms].reverse(),
      });
      expect(of({ ...pair, asked: turned(pair.asked), given: turned(pair.given) })).toEqual(
        of(pair),
      );
    });
  });

  it('is nothing within one organisation', () => {
    always((pair) => {
      const { organisation } = pair.asked;
      const own = of({ ...pair, given: { ...pair.given, organisation } });
      expect(own).toMatchObject({ points: 0, reasons: [], openQuestions: [] });
    });
  });

  it('is nothing between a posting and an organisation that it is never matched with', () => {
    always((pair) => {
      const { asked, given } = pair;
      for (const apart of [
        { ...pair, asked: { ...asked, neverWith: ['x', given.organisation] } },
        { ...pair, given: { ...given, neverWith: [asked.organisation] } },
      ]) {
        expect(of(apart)).toMatchObject({ points: 0, reasons: [], openQuestions: [] });
      }
      expect(of({ ...pair, asked: { ...asked, neverWith: ['x'] } })).toEqual(of(pair));
    });
  });

  it('survives being stored as JSON', () => {
    always((pair) => {
      expect(JSON.parse(JSON.stringify(of(pair)))).toEqual(of(pair));
    });
  });
});

describe('a corpus', () => {
  it('is the same in whichever order it is counted, and after what was counted has gone', () => {
    fc.assert(
      fc.property(anyPostings(anyPosting), anyNeed, anyGraph, (postings, asked, graph) => {
        const score = (corpus: Corpus): Score[] =>
          postings.map((one) => scorePair(asked, one, graph, corpus));
        const expected = score(corpusOf(postings, graph));
        expect(score(corpusOf([...postings].reverse(), graph))).toEqual(expected);
        expect(score(counted(postings, graph))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

const tagCount = ({ tags }: MatchPosting): number => new Set(tags.map(({ tag }) => tag)).size;
const byId = (a: MatchPosting, b: MatchPosting): number => (a.id < b.id ? -1 : 1);
const inFirstHalf = ({ id }: MatchPosting): boolean => id < '8';
const anyCount = fc.oneof(fc.integer({ min: -1, max: 5 }), fc.constant(100));

describe('a search', () => {
  it('finds what scoring every offer finds', () => {
    const cases = fc.record({
      asked: anyNeed,
      offers: anyPostings(anyPosting),
      graph: anyGraph,
      corpus: anyCorpus,
      k: anyCount,
      filter: fc.constantFrom(undefined, inFirstHalf),
    });
    fc.assert(
      fc.property(cases, ({ asked, offers, graph, corpus, k, filter }) => {
        const expected = offers
          .filter((one) => filter?.(one) ?? true)
          .map((one) => ({ one, score: scorePair(asked, one, graph, corpus) }))
          .filter(({ score }) => score.points > 0)
          .sort(
            (a, b) =>
              b.score.rank - a.score.rank ||
              tagCount(a.one) - tagCount(b.one) ||
              byId(a.one, b.one),
          )
          .slice(0, Math.max(0, k))
          .map(({ one, score }): Candidate => ({ need: asked.id, offer: one.id, score }));
        const index = new MatchIndex(graph, corpus, offers);
        expect(index.topOffers(asked, k, filter)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('finds for an offer the needs that scoring each of them finds', () => {
    const cases = fc.record({
      given: anyPosting,
      needs: anyPostings(anyNeed),
      graph: anyGraph,
      corpus: anyCorpus,
      k: anyCount,
      filter: fc.constantFrom(undefined, inFirstHalf),
    });
    fc.assert(
      fc.property(cases, ({ given, needs, graph, corpus, k, filter }) => {
        const found = topNeeds(given, needs, { graph, corpus, k, ...(filter && { filter }) });
        const expected = needs
          .filter((one) => filter?.(one) ?? true)
          .sort(byId)
          .map((one) => ({ need: one.id, score: scorePair(one, given, graph, corpus) }))
          .filter(({ score }) => score.points > 0)
          .sort((a, b) => b.score.rank - a.score.rank)
          .slice(0, Math.max(0, k))
          .map(({ need, score }) => ({ need, points: score.points }));
        expect(found.map((one) => ({ need: one.need, points: one.score.points }))).toEqual(
          expected,
        );
      }),
      { numRuns: 200 },
    );
  });
});

const WHOLE_SENTENCE = /^(?!.*(undefined|null|NaN))[\p{Lu}„“<].*\.$/u;
const WHOLE_QUESTION = /^(?!.*(undefined|null|NaN))[\p{Lu}„“<].*\?$/u;

describe('every sentence', () => {
  it('is whole in both languages', () => {
    fc.assert(
      fc.property(anyNeed, anyPosting, anyGraph, anyCorpus, (asked, given, graph, corpus) => {
        const { reasons, openQuestions } = scorePair(asked, given, graph, corpus);
        for (const locale of Object.values(Locale)) {
          for (const reader of ['NEED', 'OFFER', 'BETWEEN'] as const) {
            const telling = { locale, reader, labelOf: (tag: string): string => `<${tag}>` };
            const asked = questionsFor(openQuestions, reader);
            const advised = adviceFor(openQuestions, reader);
            for (const one of reasons) expect(reasonText(one, telling)).toMatch(WHOLE_SENTENCE);
            for (const one of asked) {
              expect(openQuestionText(one, telling)).toMatch(WHOLE_QUESTION);
            }
            for (const one of advised) expect(adviceText(one, telling)).toMatch(WHOLE_SENTENCE);
            expect(asked.filter((question) => advised.includes(question))).toEqual([]);
          }
        }
      }),
      { numRuns: 250 },
    );
  });
});
