import { describe, expect, it } from '@jest/globals';
import { inWords } from './dates.js';

describe('a distance in days', () => {
  it.each([
    [0, 0, 'day'],
    [-1, -1, 'day'],
    [60, 60, 'day'],
    [-61, -2, 'month'],
    [-268, -9, 'month'],
    [730, 24, 'month'],
    [731, 2, 'year'],
    [-1300, -4, 'year'],
  ])('%s is %s %s', (days, count, unit) => {
    expect(inWords(days)).toEqual([count, unit]);
  });
});
