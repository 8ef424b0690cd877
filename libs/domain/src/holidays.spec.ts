import { describe, expect, it } from '@jest/globals';
import { holidaysOf } from './holidays.js';

/** By the calendars that both states publish; not computed. */
const MOVABLE: readonly [year: number, ...days: string[]][] = [
  [2026, '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25'],
  [2027, '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'],
  [2028, '2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05'],
  // The earliest and the latest Easter of these decades.
  [2035, '2035-03-23', '2035-03-26', '2035-05-03', '2035-05-14'],
  [2038, '2038-04-23', '2038-04-26', '2038-06-03', '2038-06-14'],
];
/** Easter Sundays by the calendar, among them what short cuts get wrong: 1954, 1981, 2049, 2076. */
const EASTER =
  `1818-03-22 1900-04-15 1943-04-25 1954-04-18 1961-04-02 1981-04-19 2000-04-23 2008-03-23
  2011-04-24 2025-04-20 2049-04-18 2076-04-19 2100-03-28 2200-04-06 2285-03-22`.split(/\s+/);
const FIXED = ['01-01', '05-01', '10-03', '10-31', '12-25', '12-26'];

describe('holidaysOf', () => {
  it.each(MOVABLE)('%i: Good Friday, Easter Monday, Ascension, Whit Monday', (year, ...movable) => {
    const expected = [...FIXED.map((day) => `${String(year)}-${day}`), ...movable];
    expect([...holidaysOf(year)].sort()).toEqual(expected.sort());
  });

  it.each(EASTER)('holds the days around Easter Sunday, %s', (sunday) => {
    const days = holidaysOf(Number(sunday.slice(0, 4)));
    const offset = (by: number): string =>
      new Date(Date.parse(sunday) + by * 86_400_000).toISOString().slice(0, 10);
    expect([-2, 1, 39, 50].filter((by) => !days.has(offset(by)))).toEqual([]);
  });

  it('leaves out what one of the two states has alone', () => {
    // Day of repentance and prayer: Saxony. Reformation day: both.
    expect(holidaysOf(2026).has('2026-11-18')).toBe(false);
    expect(holidaysOf(2026).has('2026-10-31')).toBe(true);
  });
});
