import { describe, expect, it } from '@jest/globals';
import { followUpAt, followUpDue } from './follow-up.js';

const INTRODUCED = new Date('2026-08-31T10:00:00Z');

describe('followUpAt', () => {
  it.each([
    [0, '2026-09-14T10:00:00.000Z'],
    [1, '2027-02-28T10:00:00.000Z'],
    [2, '2027-08-31T10:00:00.000Z'],
    [3, '2028-08-31T10:00:00.000Z'],
  ])('is for number %i on %s', (number, moment) => {
    expect(followUpAt(INTRODUCED, number)?.toISOString()).toBe(moment);
  });

  it('ends after two years', () => {
    expect(followUpAt(INTRODUCED, 4)).toBeNull();
  });
});

describe('followUpDue', () => {
  it.each([
    ['2026-09-14T09:59:59Z', 0, null],
    ['2026-09-14T10:00:00Z', 0, 0],
    ['2026-09-15T10:00:00Z', 1, null],
    // Nobody is asked twice because nothing ran for a year.
    ['2027-09-01T10:00:00Z', 0, 2],
    ['2035-01-01T10:00:00Z', 4, null],
  ])('at %s after %i is %p', (now, sent, due) => {
    expect(followUpDue(INTRODUCED, sent, new Date(now))).toBe(due);
  });
});
