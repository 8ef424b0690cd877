import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aTermVector } from './learning/learning.fixture.js';
import { type Listable, listed } from './listing.js';

const offer = (points: number, shown = 0, term = `term of ${String(points)}`): Listable => ({
  points,
  shown,
  terms: new Map([[term, 1000]]),
});

const anOffer = fc.record<Listable>({
  points: fc.integer({ min: 1, max: 100 }),
  shown: fc.nat({ max: 50 }),
  terms: aTermVector,
});

describe('places in a list', () => {
  it('go by points where nothing else is shown', () => {
    const found = [offer(60), offer(50), offer(40)];
    expect(listed(found, 2).map(({ one }) => one.points)).toEqual([60, 50]);
    expect(listed(found, 2).flatMap(({ parts }) => parts)).toEqual([]);
  });

  it('cost what is suggested to many others, and say so', () => {
    const [first, second] = listed([offer(60, 20), offer(58)], 2);
    expect([first?.one.points, second?.one.points]).toEqual([58, 60]);
    expect(second?.parts).toEqual([{ kind: 'SHOWN', points: -9 }]);
  });

  it('go to something else rather than to the same again', () => {
    const found = [offer(80, 0, 'glass'), offer(79, 0, 'glass'), offer(78, 0, 'steel')];
    expect(listed(found, 3).map(({ one }) => one.points)).toEqual([80, 78, 79]);
    expect(
      listed(found.slice(1), 2, [new Map([['glass', 1]])]).map(({ one }) => one.points),
    ).toEqual([78, 79]);
  });

  it('hold each offer once, and no part that adds', () => {
    fc.assert(
      fc.property(fc.array(anOffer, { maxLength: 12 }), fc.nat({ max: 15 }), (found, k) => {
        const places = listed(found, k);
        expect(places).toHaveLength(Math.min(k, found.length));
        expect(new Set(places.map(({ one }) => one)).size).toBe(places.length);
        for (const { points } of places.flatMap(({ parts }) => parts)) {
          expect(points).toBeLessThan(0);
          expect(Number.isInteger(points)).toBe(true);
        }
      }),
    );
  });

  it('are given alike however many of them are looked at', () => {
    fc.assert(
      fc.property(fc.array(anOffer, { maxLength: 12 }), fc.nat({ max: 12 }), (found, k) => {
        expect(listed(found, found.length).slice(0, k)).toEqual(listed(found, k));
      }),
    );
  });
});
