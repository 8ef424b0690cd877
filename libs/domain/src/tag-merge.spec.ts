import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CarriedTag, mergeCarried, splitCarried } from './tag-merge.js';
import { Bounds, type TagWeight } from './vocabulary.js';

/** Tags in the order of their author; `name:weight`, 2 where none is told. */
const tags = (text: string): CarriedTag[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one, position) => {
      const [tag = '', weight = '2'] = one.split(':');
      return { tag, weight: Number(weight) as TagWeight, position };
    });
const written = (list: readonly CarriedTag[]): string =>
  [...list]
    .sort((a, b) => a.position - b.position)
    .map(({ tag, weight }) => `${tag}:${String(weight)}`)
    .join(' ');

const merging = (from: string, into: string) => ({ from: new Set(from.split(' ')), into });

function merged(before: readonly CarriedTag[], from: string, into: string) {
  const plan = merging(from, into);
  const change = mergeCarried(before, plan.from, plan.into);
  if (change === null) return null;
  const gone = change.before.map(({ tag }) => tag);
  return { change, tags: [...before.filter(({ tag }) => !gone.includes(tag)), change.after] };
}

describe('mergeCarried', () => {
  it.each([
    ['one takes the place of the other', 'x a:3 y', 'a', 'x:2 b:3 y:2'],
    ['both: one remains, where the first stood', 'a:1 x b:3 y', 'a', 'b:3 x:2 y:2'],
    ['both, the other way round', 'b:1 x a:2', 'a', 'b:2 x:2'],
    ['several at once', 'x c:1 a:2 y', 'a c', 'x:2 b:2 y:2'],
    ['all of them', 'a:1 b:1 c:3', 'a c', 'b:3'],
  ])('%s', (_what, before, from, after) => {
    expect(written(merged(tags(before), from, 'b')?.tags ?? [])).toBe(after);
  });

  it('goes by the places of the tags, in whatever order they are listed', () => {
    const listed = tags('a:1 x b:3').reverse();
    const change = mergeCarried(listed, new Set(['a']), 'b');
    expect(change?.after).toEqual({ tag: 'b', weight: 3, position: 0 });
    expect(change?.before).toEqual([tags('a:1')[0], tags('a:1 x b:3')[2]]);
  });

  it('leaves alone what carries none of the merged tags', () => {
    expect(merged(tags('b x'), 'a', 'b')).toBeNull();
  });
});

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'];
const someTags = fc
  .uniqueArray(
    fc.record({ tag: fc.constantFrom(...NAMES), weight: fc.constantFrom(1 as const, 2, 3) }),
    { selector: ({ tag }) => tag, maxLength: Bounds.tags.max },
  )
  .map((list) => list.map((one, position) => ({ ...one, position })));

describe('splitCarried', () => {
  it('gives back exactly what was merged, where nobody touched it', () => {
    fc.assert(
      fc.property(someTags, fc.subarray(['a', 'c', 'd'], { minLength: 1 }), (before, from) => {
        const result = merged(before, from.join(' '), 'b');
        if (result === null) return;
        expect(splitCarried(result.tags, result.change)).toEqual(before);
      }),
    );
  });

  const change = merged(tags('x a:3 y b:1'), 'a', 'b')?.change;
  const split = (now: string): string =>
    written(change === undefined ? [] : splitCarried(tags(now), change));

  it.each([
    ['took it off: nothing returns', 'x y', 'x:2 y:2'],
    ['added a tag: it stays', 'x b:3 y z', 'x:2 a:3 b:1 y:2 z:2'],
    ['changed the order: it is kept', 'b:3 y x', 'a:3 b:1 y:2 x:2'],
    ['has put one of them on meanwhile: it is there once', 'x a:1 b:3 y', 'x:2 a:1 b:1 y:2'],
    ['gave it another weight: it goes to both', 'x b:2 y', 'x:2 a:2 y:2 b:2'],
  ])('where the author %s', (_what, now, after) => {
    expect(split(now)).toBe(after);
  });

  it('counts the places anew where the author took off what stood before', () => {
    const alone = change === undefined ? [] : splitCarried(tags('b:3'), change);
    expect(alone.map(({ tag, position }) => [tag, position])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it('keeps the order of the author, in whatever order the tags are listed', () => {
    const now = tags('b:3 y x').reverse();
    expect(written(change === undefined ? [] : splitCarried(now, change))).toBe('a:3 b:1 y:2 x:2');
  });

  it('leaves out what exceeds the limit', () => {
    const before = merged(tags('a c b'), 'a c', 'b');
    for (const [others, names] of [
      [11, 'a'],
      [10, 'a c'],
      [9, 'a c b'],
    ] as const) {
      const now = tags(['b', ...NAMES.slice(3, 3 + others)].join(' '));
      const after = before === null ? [] : splitCarried(now, before.change);
      expect(written(after).split(' ').slice(0, -others)).toEqual(
        names.split(' ').map((name) => `${name}:2`),
      );
    }
  });

  it('never makes a list that a posting can not have', () => {
    fc.assert(
      fc.property(someTags, someTags, (before, edited) => {
        const result = merged(before, 'a c d', 'b');
        // Nobody can choose a tag while it is merged.
        const now = edited
          .filter(({ tag }) => !['a', 'c', 'd'].includes(tag))
          .map((tag, position) => ({ ...tag, position }));
        if (result === null) return;
        const after = splitCarried(now, result.change);
        const positions = after.map(({ position }) => position);
        expect(after.length).toBeLessThanOrEqual(Bounds.tags.max);
        expect(new Set(positions).size).toBe(after.length);
        expect(new Set(after.map(({ tag }) => tag)).size).toBe(after.length);
        expect(Math.max(-1, ...positions)).toBeLessThan(Bounds.tags.max);
        const others = (list: readonly CarriedTag[]) =>
          written(list.filter(({ tag }) => !['a', 'b', 'c', 'd'].includes(tag)));
        expect(others(after)).toBe(others(now));
      }),
      { numRuns: 500 },
    );
  });
});
