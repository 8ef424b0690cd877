import { describe, expect, it } from '@jest/globals';
import { isNarrowed, matchFilter, readDeskFilter, writeDeskFilter } from './desk-filter.js';

const read = (address: string) => readDeskFilter(new URLSearchParams(address));
const NOW = new Date('2027-03-04T10:20:30Z');

describe('the filter of coordinators', () => {
  it('comes back from the address that it was written into, beside what stood there', () => {
    const filter = read('topic=glass&district=GOERLITZ&programme=p&age=7&assigned=me');
    const written = writeDeskFilter(filter, new URLSearchParams('match=m'));
    expect(readDeskFilter(written)).toEqual(filter);
    expect(written.get('match')).toBe('m');
    expect(writeDeskFilter(read(''), written).toString()).toBe('match=m');
  });

  it('ignores what it does not know', () => {
    expect(isNarrowed(read('topic=&district=toString&age=5&assigned=you'))).toBe(false);
    expect(matchFilter(read('district=NOWHERE'), NOW)).toEqual({});
  });

  it('asks for the same throughout an hour', () => {
    const later = new Date(NOW.getTime() + 30 * 60_000);
    const filter = read('age=3&district=BAUTZEN');
    expect(matchFilter(filter, NOW)).toEqual(matchFilter(filter, later));
    expect(matchFilter(filter, NOW)).toEqual({
      createdBefore: '2027-03-01T10:00:00.000Z',
      districts: ['BAUTZEN'],
    });
  });
});
