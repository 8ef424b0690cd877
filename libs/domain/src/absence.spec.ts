import { describe, expect, it } from '@jest/globals';
import { AbsenceBounds, demandAbsence } from './absence.js';
import type { DomainError } from './errors.js';
import { localeIn } from './locale.js';
import { addDays, postponed } from './working-days.js';

const NOW = new Date('2027-01-11T08:00:00Z');
const TODAY = '2027-01-11';
const problemsOf = (from: string, to: string): unknown => {
  try {
    demandAbsence({ from, to }, NOW);
    return [];
  } catch (error) {
    return (error as DomainError).fields;
  }
};

describe('demandAbsence', () => {
  it.each([
    ['today alone', TODAY, TODAY, null],
    ['since last week', '2027-01-04', TODAY, null],
    ['over', '2027-01-04', '2027-01-10', 'mustBeFuture'],
    ['the wrong way round', '2027-01-13', '2027-01-12', 'endBeforeStart'],
    ['as long as may be', TODAY, addDays(TODAY, AbsenceBounds.days - 1), null],
    ['too long', TODAY, addDays(TODAY, AbsenceBounds.days), 'badDate'],
    ['as far ahead as may be', addDays(TODAY, 360), addDays(TODAY, AbsenceBounds.ahead), null],
    ['too far ahead', addDays(TODAY, 360), addDays(TODAY, 367), 'badDate'],
  ])('%s: %s to %s is %p', (_what, from, to, problem) => {
    expect(problemsOf(from, to)).toEqual(problem === null ? [] : [{ path: 'to', problem }]);
  });
});

describe('postponed', () => {
  const deadline = new Date('2027-01-25T09:30:00Z');
  const after = (from: string, to: string): string =>
    postponed(deadline, NOW, { before: [], after: [{ from, to }] }).toISOString();

  it.each([
    ['a week', '2027-01-18', '2027-01-22', '2027-02-01T09:30:00.000Z'],
    ['a week-end', '2027-01-16', '2027-01-17', '2027-01-25T09:30:00.000Z'],
    ['days after the deadline', '2027-01-26', '2027-01-29', '2027-01-25T09:30:00.000Z'],
    ['over the deadline', '2027-01-25', '2027-01-29', '2027-02-01T09:30:00.000Z'],
    ['since before', '2027-01-04', '2027-01-12', '2027-01-26T09:30:00.000Z'],
  ])('by %s', (_what, from, to, moved) => {
    expect(after(from, to)).toBe(moved);
  });

  it('is not what is over already', () => {
    const over = new Date('2027-01-08T09:30:00Z');
    const after = [{ from: '2027-01-04', to: '2027-01-22' }];
    expect(postponed(over, NOW, { before: [], after })).toEqual(over);
  });

  it('counts days once that two absences share', () => {
    const before = [{ from: '2027-01-18', to: '2027-01-20' }];
    const first = postponed(deadline, NOW, { before: [], after: before });
    const all = [...before, { from: '2027-01-19', to: '2027-01-22' }];
    const second = postponed(first, NOW, { before, after: all });
    expect(second).toEqual(postponed(deadline, NOW, { before: [], after: all }));
  });
});

describe('localeIn', () => {
  it.each([
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR, de;q=0.5', 'de'],
    ['pl', null],
    [undefined, null],
  ])('%p is %p', (header, locale) => {
    expect(localeIn(header)).toBe(locale);
  });
});
