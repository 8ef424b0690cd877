import { describe, expect, it } from '@jest/globals';
import { type Desk, remindersDue, waitReasonOf } from './asking.js';

const NOW = new Date('2027-03-01T08:00:00Z');
const free: Desk = { openQuestions: 0, limit: 3, lastAskedAt: null, absences: [] };

describe('waitReasonOf', () => {
  it.each<[what: string, desk: Partial<Desk>, reason: string | null]>([
    ['nothing on the desk', {}, null],
    ['room for one more', { openQuestions: 2 }, null],
    ['as many as they want', { openQuestions: 3 }, 'LIMIT'],
    ['more than they want by now', { openQuestions: 5 }, 'LIMIT'],
    ['many without a limit', { openQuestions: 50, limit: null }, null],
    [
      'asked on this day in Berlin',
      { lastAskedAt: new Date('2027-02-28T23:30:00Z') },
      'NEXT_MORNING',
    ],
    ['asked on the day before', { lastAskedAt: new Date('2027-02-28T22:30:00Z') }, null],
    ['away until today', { absences: [{ from: '2027-02-01', to: '2027-03-01' }] }, 'ABSENCE'],
    ['away from tomorrow', { absences: [{ from: '2027-03-02', to: '2027-03-09' }] }, null],
    ['back since today', { absences: [{ from: '2027-02-01', to: '2027-02-28' }] }, null],
  ])('%s: %j', (_what, desk, reason) => {
    expect(waitReasonOf({ ...free, ...desk }, NOW)).toBe(reason);
  });

  it('names what lasts longest', () => {
    const desk = {
      openQuestions: 3,
      lastAskedAt: NOW,
      absences: [{ from: '2027-03-01', to: '2027-03-01' }],
    };
    expect(waitReasonOf({ ...free, ...desk }, NOW)).toBe('ABSENCE');
    expect(waitReasonOf({ ...free, ...desk, absences: [] }, NOW)).toBe('LIMIT');
  });
});

describe('remindersDue', () => {
  const MONDAY = new Date('2027-03-01T08:00:00Z');
  const away = [{ from: '2027-03-02', to: '2027-03-03' }];

  it.each([
    ['the day itself', '2027-03-01', 0, 0],
    ['the third working day', '2027-03-04', 0, 0],
    ['the fourth', '2027-03-05', 1, 0],
    ['the week-end', '2027-03-07', 1, 0],
    ['the sixth', '2027-03-09', 1, 1],
    ['the seventh', '2027-03-10', 1, 1],
    ['the eighth', '2027-03-11', 2, 1],
    ['two weeks', '2027-03-15', 2, 2],
  ])('on %s, %s: %d, and %d where two days were spent away', (_what, day, due, dueAway) => {
    const now = new Date(`${day}T08:00:00Z`);
    expect(remindersDue(MONDAY, now, [])).toBe(due);
    expect(remindersDue(MONDAY, now, away)).toBe(dueAway);
  });
});
