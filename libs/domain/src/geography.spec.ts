import { describe, expect, it } from '@jest/globals';
import { distanceKm } from './geography.js';
import { District } from './vocabulary.js';

const districts = Object.values(District);

describe('distanceKm', () => {
  it('is the same in both directions and nothing from a district to itself', () => {
    for (const a of districts) {
      for (const b of districts) expect(distanceKm(a, b)).toBe(distanceKm(b, a));
      if (a !== 'ELSEWHERE') expect(distanceKm(a, a)).toBe(0);
    }
  });

  it('is unknown where a place is outside the region', () => {
    for (const district of districts) expect(distanceKm(district, 'ELSEWHERE')).toBeNull();
  });

  it('is what a map shows', () => {
    expect(distanceKm('COTTBUS', 'GOERLITZ')).toBeGreaterThan(60);
    expect(distanceKm('COTTBUS', 'GOERLITZ')).toBeLessThan(95);
    expect(distanceKm('COTTBUS', 'SPREE_NEISSE')).toBeLessThan(20);
    expect(distanceKm('DAHME_SPREEWALD', 'GOERLITZ')).toBeGreaterThan(110);
  });

  it('is in whole kilometres, never longer than the region, never longer over a third district', () => {
    const inside = districts.filter((district) => district !== 'ELSEWHERE');
    const km = (a: District, b: District): number => distanceKm(a, b) ?? NaN;
    for (const a of inside) {
      for (const b of inside) {
        expect(Number.isInteger(km(a, b)) && km(a, b) < 200).toBe(true);
        // Each way is rounded by itself.
        for (const c of inside) expect(km(a, b)).toBeLessThanOrEqual(km(a, c) + km(c, b) + 1);
      }
    }
  });
});
