import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Collection } from '../evaluation/collection.js';
import { poolOf } from './pool.js';
import { screenOf } from './screen.js';
import { asQrels, begin, current, fromQrels, press, type Session } from './session.js';

const POOL = ['a', 'b', 'c'].map((offer) => ({ need: 'n', offer }));
const typed = (keys: string, from: Session = begin(POOL, [])): Session =>
  keys.split('').reduce(press, from);

describe('judging', () => {
  it('goes through the pool, and ends with it', () => {
    expect(asQrels(typed('30x2').judged)).toBe('n 0 a 3\nn 0 b 0\nn 0 c 2\n');
    expect(typed('302').isOver).toBe(true);
    expect(typed('3q')).toMatchObject({ isOver: true, judged: [{ offer: 'a', gain: 3 }] });
  });

  it('leaves for the next time what was skipped, and takes back what was said last', () => {
    const skipped = typed('s1');
    expect(skipped.judged).toMatchObject([{ offer: 'b', gain: 1 }]);
    expect(current(begin(POOL, skipped.judged))).toEqual(POOL[0]);
    expect(current(typed('12u'))).toEqual(POOL[1]);
    expect(typed('12u03').judged).toMatchObject([{ gain: 1 }, { gain: 0 }, { gain: 3 }]);
  });

  it('is the same whether it was interrupted or not', () => {
    const key = fc.constantFrom('0', '1', '2', '3', 'u', 'x');
    fc.assert(
      fc.property(fc.array(key), fc.array(key), (before, after) => {
        const first = typed(before.join(''));
        const again = begin(POOL, fromQrels(asQrels(first.judged)));
        expect(typed(after.join(''), again).judged).toEqual(typed(after.join(''), first).judged);
      }),
    );
  });
});

describe('what is to be judged', () => {
  const document = (id: string, title: string, tags: string[]) => ({
    ...{ id, title, tags, text: '', lang: 'de', field: [], exclude: [], concepts: [] },
    ...{ forms: [], trl: null, district: null, year: null },
  });
  const collection: Collection = {
    name: 'ours',
    tags: [{ id: 'glass', labels: { de: 'Glas', en: 'Glass' }, broader: [] }],
    needs: [{ ...document('need', 'Risse im Glas', ['glass']), exclude: ['own'] }],
    offers: [
      document('own', 'Glas aus eigenem Haus', ['glass']),
      document('tagged', 'Öfen', ['glass']),
      document('worded', 'Risse finden\u001b[2J', []),
      document('other', 'Holz', []),
    ],
  };

  it('comes from several rankers, without what must not be answered with', () => {
    const pool = poolOf(collection);
    expect(pool.map(({ offer }) => offer).sort()).toEqual(['tagged', 'worded']);
    expect(poolOf(collection)).toEqual(pool);
  });

  it('shows words and tags, and nothing that steers the terminal', () => {
    const pool = [{ need: 'need', offer: 'worded' }];
    const screen = screenOf(begin(pool, []), collection, 'en');
    expect(screen).toContain('NEED: Risse im Glas');
    expect(screen).toContain('Tags: Glass');
    expect(screen).toContain('OFFER: Risse finden[2J');
    expect(screen).not.toContain('\u001b');
  });
});
