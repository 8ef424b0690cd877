import { describe, expect, it } from '@jest/globals';
import { EVEN, GRAPH, need, offer } from './postings.fixture.js';
import { MatchIndex, topNeeds } from './index.js';

describe('MatchIndex', () => {
  it('puts the more focused of equal offers first, then the lower id', () => {
    const index = new MatchIndex(GRAPH, EVEN, [
      offer(['welding', 'chemistry'], { id: 'a' }),
      offer(['welding'], { id: 'c' }),
      offer(['welding'], { id: 'b' }),
    ]);
    expect(index.topOffers(need(['welding']), 3).map((one) => one.offer)).toEqual(['b', 'c', 'a']);
  });

  it('leaves out the own organisation', () => {
    const index = new MatchIndex(GRAPH, EVEN, [offer(['welding'], { organisation: 'company' })]);
    expect(index.topOffers(need(['welding']), 5)).toEqual([]);
  });

  it('leaves out what either side is never matched with', () => {
    const index = new MatchIndex(GRAPH, EVEN, [
      offer(['welding'], { id: 'a', neverWith: ['company'] }),
      offer(['welding'], { id: 'b' }),
      offer(['welding'], { id: 'c', organisation: 'rival' }),
    ]);
    const asked = need(['welding'], { neverWith: ['rival'] });
    expect(index.topOffers(asked, 5).map((one) => one.offer)).toEqual(['b']);
  });

  it('answers a need without tags and an index without offers with nothing', () => {
    expect(new MatchIndex(GRAPH, EVEN, [offer(['welding'])]).topOffers(need([]), 5)).toEqual([]);
    expect(new MatchIndex(GRAPH, EVEN, []).topOffers(need(['welding']), 5)).toEqual([]);
  });
});

describe('topNeeds', () => {
  it('agrees with the search in the other direction', () => {
    const [asked, given] = [need(['plastics']), offer(['extrusion'])];
    expect(topNeeds(given, [asked], { graph: GRAPH, corpus: EVEN, k: 1 })).toEqual(
      new MatchIndex(GRAPH, EVEN, [given]).topOffers(asked, 1),
    );
  });
});
