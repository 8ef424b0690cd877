import { describe, expect, it } from '@jest/globals';
import { pagesFor, writingFor } from './destinations.js';

const to = (list: readonly { readonly to: string }[]): string[] => list.map((one) => one.to);

describe('what the palette leads to', () => {
  it('keeps the pages of coordinators to coordinators', () => {
    const ofStaff = ['/review', '/organisations', '/mail-problems', '/learning'];
    for (const role of ['COORDINATOR', 'ADMIN'] as const) {
      expect(to(pagesFor({ role, mayPost: false }))).toEqual(expect.arrayContaining(ofStaff));
    }
    for (const role of ['COMPANY', 'RESEARCHER', null] as const) {
      for (const page of ofStaff) expect(to(pagesFor({ role, mayPost: true }))).not.toContain(page);
    }
  });

  it('keeps the administration to administrators', () => {
    expect(to(pagesFor({ role: 'ADMIN', mayPost: false }))).toContain('/admin');
    for (const role of ['COORDINATOR', 'COMPANY', 'RESEARCHER', null] as const) {
      expect(to(pagesFor({ role, mayPost: true }))).not.toContain('/admin');
    }
  });

  it('offers to write to whoever has somebody to write for', () => {
    expect(to(writingFor({ role: 'COMPANY', mayPost: true }))).toEqual([
      '/needs/new',
      '/offers/new',
    ]);
    expect(writingFor({ role: 'COMPANY', mayPost: false })).toEqual([]);
    expect(writingFor({ role: 'COORDINATOR', mayPost: false })[0]?.label).toBe('action.takeCall');
  });
});
