import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCircle, type TagConcept, TagGraph } from './tag-graph.js';

const concept = (id: string, broader: string[] = [], related: string[] = []): TagConcept => ({
  id,
  label: { de: id, en: id },
  synonyms: { de: [], en: [] },
  broader,
  related,
});

const graph = new TagGraph([
  concept('energy'),
  concept('storage', ['energy']),
  concept('hydrogen', ['energy'], ['sensors']),
  concept('hydrogen-storage', ['hydrogen', 'storage']),
  concept('sensors'),
]);

describe('TagGraph', () => {
  it('knows its concepts', () => {
    expect([graph.size, graph.has('hydrogen'), graph.has('helium')]).toEqual([5, true, false]);
    expect(graph.get('hydrogen')?.label.de).toBe('hydrogen');
    expect([...graph.all()].filter(({ id }) => graph.isRoot(id)).map(({ id }) => id)).toEqual([
      'energy',
      'sensors',
    ]);
  });

  it('goes up and down by one step', () => {
    expect(graph.broader('hydrogen-storage')).toEqual(['hydrogen', 'storage']);
    expect(graph.narrower('energy')).toEqual(['storage', 'hydrogen']);
  });

  it('relates in both directions, however often and wherever it was written', () => {
    expect(graph.related('hydrogen')).toEqual(['sensors']);
    expect(graph.related('sensors')).toEqual(['hydrogen']);
    const twice = new TagGraph([concept('a', [], ['b']), concept('b', [], ['a'])]);
    expect([twice.related('a'), twice.related('b')]).toEqual([['b'], ['a']]);
  });

  it('answers nothing about what it does not know', () => {
    expect(graph.get('helium')).toBeUndefined();
    expect([graph.broader('helium'), graph.narrower('helium'), graph.related('helium')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('withNarrower', () => {
  it('holds the concepts and all below them, each once', () => {
    expect(graph.withNarrower(['energy']).sort()).toEqual([
      'energy',
      'hydrogen',
      'hydrogen-storage',
      'storage',
    ]);
    expect(graph.withNarrower(['storage', 'hydrogen-storage', 'storage']).sort()).toEqual([
      'hydrogen-storage',
      'storage',
    ]);
    expect(graph.withNarrower([])).toEqual([]);
  });

  it('keeps what it does not know, so that a filter by it finds nothing', () => {
    expect(graph.withNarrower(['helium'])).toEqual(['helium']);
  });

  it('ends on every graph, one that turns in circles included', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const anyGraph = fc
      .tuple(...ids.map(() => fc.subarray(ids)))
      .map((broader) => new TagGraph(ids.map((id, index) => concept(id, broader[index]))));
    fc.assert(
      fc.property(anyGraph, fc.subarray(ids), (circling, asked) => {
        const found = circling.withNarrower(asked);
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining(asked));
        const below = found.flatMap((id) => circling.narrower(id));
        expect(found).toEqual(expect.arrayContaining(below));
      }),
    );
  });
});

describe('a merged concept', () => {
  const merged = new TagGraph(
    [concept('energy'), concept('hydrogen', ['energy'], ['sensors']), concept('sensors')],
    [['h2', 'hydrogen']],
  );

  it('is the one that it went into, under either id', () => {
    expect([merged.resolve('h2'), merged.resolve('energy')]).toEqual(['hydrogen', 'energy']);
    expect([merged.has('h2'), merged.size]).toEqual([true, 3]);
    expect(merged.get('h2')).toBe(merged.get('hydrogen'));
    expect([merged.broader('h2'), merged.related('h2'), merged.isRoot('h2')]).toEqual([
      ['energy'],
      ['sensors'],
      false,
    ]);
    expect(merged.withNarrower(['h2'])).toEqual(['hydrogen']);
  });
});

describe('findCircle', () => {
  const circleOf = (broader: Record<string, string[]>) =>
    findCircle(new Map(Object.entries(broader)));

  it('finds none in a tree, nor where ways meet again', () => {
    expect(circleOf({})).toBeNull();
    expect(circleOf({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: ['gone'] })).toBeNull();
  });

  it.each([
    ['itself', { a: ['a'] }, ['a']],
    ['a second parent', { x: ['y', 'a'], y: [], a: ['x'] }, ['x', 'a']],
    ['what comes later', { r: [], a: ['b'], b: ['a'] }, ['a', 'b']],
    ['each other', { a: ['b'], b: ['a'] }, ['a', 'b']],
    ['a long way round', { x: ['a'], a: ['b'], b: ['c', 'r'], c: ['a'], r: [] }, ['a', 'b', 'c']],
  ])('finds what stands below %s', (_what, broader, circle) => {
    expect(circleOf(broader)).toEqual(circle);
  });
});
