import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { holidaysOf } from './holidays.js';
import {
  addWorkingDays,
  Deadline,
  firstTalkAt,
  isDigestTime,
  isWorkingMorning,
  lastMorningBefore,
  workingDaysBetween,
} from './working-days.js';

const DAY_MS = 86_400_000;
const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day that a calendar on a wall in Berlin shows, as days since 1970. */
const dayInBerlin = (moment: Date): number => Date.parse(berlinDay.format(moment)) / DAY_MS;
/** 1 January 1970 was a Thursday. */
const isWeekday = (day: number): boolean => (day + 3) % 7 < 5;
const isHoliday = (day: number): boolean => {
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return holidaysOf(Number(date.slice(0, 4))).has(date);
};
const isWorkday = (day: number): boolean => isWeekday(day) && !isHoliday(day);

const after = (from: string, days: number): string =>
  addWorkingDays(new Date(from), days).toISOString();

describe('addWorkingDays', () => {
  it.each([
    ['Monday, three days', '2026-11-02T09:00:00.000Z', 3, '2026-11-05T09:00:00.000Z'],
    ['Friday, one day', '2026-11-06T09:00:00.000Z', 1, '2026-11-09T09:00:00.000Z'],
    ['Saturday, one day', '2026-11-07T09:00:00.000Z', 1, '2026-11-09T09:00:00.000Z'],
    ['Sunday, one day', '2026-11-08T09:00:00.000Z', 1, '2026-11-09T09:00:00.000Z'],
    ['Wednesday, two weeks', '2026-11-04T09:00:00.000Z', 10, '2026-11-18T09:00:00.000Z'],
    ['no day', '2026-11-07T09:00:00.000Z', 0, '2026-11-07T09:00:00.000Z'],
  ])('%s', (_what, from, days, to) => {
    expect(after(from, days)).toBe(to);
  });

  it('asks what day it is in Berlin, where a new one begins before it does in UTC', () => {
    // Thursday 23:30 in UTC is Friday 00:30 in Berlin.
    expect(after('2026-11-05T23:30:00.000Z', 1)).toBe('2026-11-08T23:30:00.000Z');
    // Sunday 23:30 in UTC is Monday 00:30 in Berlin.
    expect(after('2026-11-08T23:30:00.000Z', 1)).toBe('2026-11-09T23:30:00.000Z');
  });

  it.each([
    ['spring', '2026-03-27T22:30:00.000Z', '2026-03-28T23:30:00.000Z'],
    ['autumn', '2026-10-22T22:30:00.000Z', '2026-10-24T21:30:00.000Z'],
  ])('counts right over the weekend on which clocks change in %s', (_season, from, weekend) => {
    const first = dayInBerlin(addWorkingDays(new Date(from), 1));
    expect(isWeekday(first)).toBe(true);
    expect(first).toBe(Math.floor(dayInBerlin(new Date(weekend)) / 7) * 7 + 4);
  });

  it.each([
    ['Christmas', '2026-12-23T09:00:00.000Z', 2, '2026-12-28T09:00:00.000Z'],
    ['Easter', '2027-03-25T09:00:00.000Z', 1, '2027-03-30T09:00:00.000Z'],
    ['an absence', '2026-11-02T09:00:00.000Z', 1, '2026-11-09T09:00:00.000Z'],
  ])('leaves out %s', (_what, from, days, to) => {
    const away = [{ from: '2026-11-03', to: '2026-11-06' }];
    expect(addWorkingDays(new Date(from), days, away).toISOString()).toBe(to);
  });

  it('leaves its argument as it was', () => {
    const from = new Date('2026-11-02T09:00:00Z');
    addWorkingDays(from, 5);
    expect(from).toEqual(new Date('2026-11-02T09:00:00Z'));
  });

  it('passes exactly so many weekdays that are no holidays in Berlin, from any moment', () => {
    const anyMoment = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const end = dayInBerlin(addWorkingDays(from, days));
        const passed = Array.from({ length: end - dayInBerlin(from) }, (_, day) => end - day);
        expect([passed.filter(isWorkday).length, isWorkday(end)]).toEqual([days, true]);
        expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days);
      }),
      { numRuns: 500 },
    );
  });
});

describe('firstTalkAt', () => {
  it.each([
    ['Wednesday', '2026-11-04T15:00:00Z', '2026-11-11T09:00:00.000Z'],
    ['Saturday', '2026-11-07T15:00:00Z', '2026-11-16T09:00:00.000Z'],
    [
      'late in the evening of a Tuesday in Berlin',
      '2026-11-02T23:30:00Z',
      '2026-11-10T09:00:00.000Z',
    ],
    ['a week before Christmas', '2026-12-18T09:00:00Z', '2026-12-28T09:00:00.000Z'],
    ['before clocks change', '2027-03-24T09:00:00Z', '2027-03-31T08:00:00.000Z'],
  ])('%s', (_when, now, talk) => {
    expect(firstTalkAt(new Date(now)).toISOString()).toBe(talk);
  });
});

describe('isWorkingMorning', () => {
  it.each([
    ['Monday, 6:59', '2026-11-02T05:59:59Z', false],
    ['Monday, 7:00', '2026-11-02T06:00:00Z', true],
    ['Monday, 23:59', '2026-11-02T22:59:00Z', true],
    ['summer, 7:00', '2026-07-06T05:00:00Z', true],
    ['Saturday, 9:00', '2026-11-07T08:00:00Z', false],
    ['a holiday, 9:00', '2026-12-25T08:00:00Z', false],
  ])('%s: %s is %s', (_what, moment, expected) => {
    expect(isWorkingMorning(new Date(moment))).toBe(expected);
  });
});

describe('isDigestTime', () => {
  it.each([
    ['Monday, 6:59', '2026-11-02T05:59:59Z', false],
    ['Monday, 7:00', '2026-11-02T06:00:00Z', true],
    ['summer, 11:59', '2026-07-06T09:59:59Z', true],
    ['Monday, 12:00', '2026-11-02T11:00:00Z', false],
    ['Sunday, 8:00', '2026-11-01T07:00:00Z', false],
  ])('%s: %s is %s', (_what, moment, expected) => {
    expect(isDigestTime(new Date(moment))).toBe(expected);
  });
});

describe('lastMorningBefore', () => {
  it.each([
    ['Tuesday', '2026-11-03T07:00:00Z', '2026-11-02T06:00:00Z'],
    ['Monday', '2026-11-02T06:00:00Z', '2026-10-30T06:00:00Z'],
    ['after the clocks went back', '2026-10-26T06:00:00Z', '2026-10-23T05:00:00Z'],
    ['after Christmas', '2026-12-28T09:00:00Z', '2026-12-24T06:00:00Z'],
  ])('%s: of %s it is %s', (_what, now, expected) => {
    expect(lastMorningBefore(new Date(now))).toEqual(new Date(expected));
  });
});

describe('Deadline', () => {
  it('reminds before it is too late', () => {
    expect(Math.max(...Deadline.remind)).toBeLessThan(Deadline.answer);
  });
});
