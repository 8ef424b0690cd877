import { describe, expect, it } from '@jest/globals';
import { Kind } from 'graphql';
import { CalendarDate } from './graphql-types.js';

describe('CalendarDate', () => {
  it.each(['2026-11-04', '2028-02-29', '2000-01-01', '2100-12-31'])('takes %s', (day) => {
    expect(CalendarDate.parseValue(day)).toBe(day);
    expect(CalendarDate.parseLiteral({ kind: Kind.STRING, value: day }, {})).toBe(day);
  });

  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-11-04T00:00:00Z',
    '04.11.2026',
    '2026-11-4',
    '0000-01-01',
    '1999-12-31',
    '2101-01-01',
    '9999-12-31',
    '',
    20261104,
    null,
  ])('refuses %p', (value) => {
    expect(() => CalendarDate.parseValue(value)).toThrow('YYYY-MM-DD');
  });

  it('refuses what stands in a query without quotes', () => {
    expect(() => CalendarDate.parseLiteral({ kind: Kind.INT, value: '2026' }, {})).toThrow(
      'YYYY-MM-DD',
    );
  });
});
