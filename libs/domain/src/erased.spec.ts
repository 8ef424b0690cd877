import { describe, expect, it } from '@jest/globals';
import { ERASED_CONTACT, ERASED_MAIL, erasureDays } from './erased.js';

describe('an erasure', () => {
  it('is due after the days to think about it, and a month later at the latest', () => {
    expect(erasureDays(new Date('2027-03-01T08:00:00Z'), 14)).toEqual({
      due: new Date('2027-03-15T08:00:00Z'),
      latest: new Date('2027-03-31T08:00:00Z'),
    });
  });

  it('is never late before it is due', () => {
    const { due, latest } = erasureDays(new Date('2027-03-01T08:00:00Z'), 40);
    expect(latest).toEqual(due);
  });

  it('leaves a name in each language, and an address that no mail reaches', () => {
    expect(ERASED_CONTACT).toEqual({ de: 'Ehemaliger Kontakt', en: 'Former contact' });
    expect(ERASED_MAIL).toMatch(/^[^@]+@[^@]+\.invalid$/);
  });
});
