import { describe, expect, it } from '@jest/globals';
import { dayText, morningOf, nextMonday, tomorrowMorning } from './snooze-times.js';

describe('when a snoozed match comes back', () => {
  it('comes back tomorrow in the morning, across the end of a month', () => {
    const time = tomorrowMorning(new Date(2027, 0, 31, 22, 15));
    expect([time.getMonth(), time.getDate(), time.getHours()]).toEqual([1, 1, 7]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('comes back on the Monday after %s March', (day) => {
    const now = new Date(2027, 2, day, 12);
    const time = nextMonday(now);
    expect(time.getDay()).toBe(1);
    expect(time.getTime()).toBeGreaterThan(now.getTime());
    expect(time.getTime() - now.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
  });

  it('reads back the day that it was given', () => {
    expect(dayText(morningOf('2027-03-09'))).toBe('2027-03-09');
    expect(dayText(new Date(2027, 11, 31, 23, 59))).toBe('2027-12-31');
  });

  it('comes back in the morning of a chosen day', () => {
    const time = morningOf('2027-03-09');
    expect([time.getFullYear(), time.getMonth(), time.getDate(), time.getHours()]).toEqual([
      2027, 2, 9, 7,
    ]);
  });
});
