import { describe, expect, it } from '@jest/globals';
import { parseDay } from './parse-day.js';

describe('parseDay', () => {
  it.each([
    ['01.03.2027', '2027-03-01'],
    ['1.3.27', '2027-03-01'],
    [' 1. 3. 2027 ', '2027-03-01'],
    ['2027-03-01', '2027-03-01'],
    ['29.02.2028', '2028-02-29'],
  ])('reads %j as %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });

  it.each(['29.02.2027', '31.04.2027', '1.13.2027', '0.1.2027', 'morgen', '', '3/1/2027'])(
    'refuses %j',
    (typed) => {
      expect(parseDay(typed)).toBeNull();
    },
  );
});
