import { beforeAll, describe, expect, it } from '@jest/globals';
import { TagGraph } from '@wilma/domain';
import { readVocabulary } from '@wilma/taxonomy';
import { corpusOf, MatchIndex, type MatchPosting, suggestTags } from '@wilma/matching';
import { NEEDS, OFFERS, type SampleText } from './sample.fixture.js';

let places: number[];

beforeAll(async () => {
  const graph = new TagGraph(await readVocabulary());
  const posting = (id: string, [locale, title, text]: SampleText, side: string): MatchPosting => ({
    id,
    organisation: side,
    tags: suggestTags(graph, `${title}\n\n${text}`, { locale, first: 8 }).map(({ tag }) => ({
      tag,
      weight: 2,
    })),
    words: { locale, title, text },
    forms: [],
    trl: null,
    district: null,
    startsOn: null,
    endsOn: null,
  });
  const offers = Object.entries(OFFERS).map(([id, text]) => posting(id, text, 'university'));
  const index = new MatchIndex(graph, corpusOf(offers, graph), offers);
  places = Object.entries(NEEDS).map(([id, text]) => {
    const found = index.topOffers(posting(id, text, 'company'), offers.length);
    const place = found.findIndex(({ offer }) => offer === id);
    return place < 0 ? Infinity : place + 1;
  });
});

/** Floors, below what is reached: whoever falls under one has broken something. */
describe('the ranking of a small sample in two languages', () => {
  it('has the right offer first for three needs of four', () => {
    expect(places.filter((place) => place === 1).length).toBeGreaterThanOrEqual(9);
  });

  it('has it among the first three for all but one', () => {
    expect(places.filter((place) => place <= 3).length).toBeGreaterThanOrEqual(11);
  });
});
