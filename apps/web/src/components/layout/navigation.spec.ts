import { describe, expect, it } from '@jest/globals';
import { callToActionFor, isCurrent, navigationFor, startPageFor } from './navigation.js';

const paths = (role: Parameters<typeof navigationFor>[0]): string[] =>
  navigationFor(role).map((item) => item.to);

describe('navigation', () => {
  it('leads coordinators to the queue, and nobody else', () => {
    expect(startPageFor('COORDINATOR')).toBe('/review');
    expect(startPageFor('ADMIN')).toBe('/review');
    for (const role of ['COMPANY', 'RESEARCHER', null] as const) {
      expect(paths(role)).not.toContain('/review');
      expect(paths(role)).not.toContain('/tags');
      expect(paths(role)).not.toContain('/pipeline');
    }
    for (const role of ['COORDINATOR', 'ADMIN'] as const) {
      expect(paths(role)).toEqual(expect.arrayContaining(['/pipeline', '/tags']));
    }
  });

  it('leads members to what waits for them', () => {
    expect(startPageFor('COMPANY')).toBe('/');
    expect(startPageFor('RESEARCHER')).toBe('/');
  });

  it('shows members the other side before their own', () => {
    expect(paths('COMPANY').indexOf('/offers')).toBeLessThan(paths('COMPANY').indexOf('/needs'));
    expect(paths('RESEARCHER').indexOf('/needs')).toBeLessThan(
      paths('RESEARCHER').indexOf('/offers'),
    );
  });

  it('offers what the role usually posts', () => {
    expect(callToActionFor('COMPANY')?.to).toBe('/needs/new');
    expect(callToActionFor('RESEARCHER')?.to).toBe('/offers/new');
    expect(callToActionFor('COORDINATOR')?.to).toBe('/needs/new');
    expect(callToActionFor(null)).toBeNull();
  });

  it('knows to which item a page belongs', () => {
    expect(isCurrent('/needs', '/needs')).toBe(true);
    expect(isCurrent('/needs', '/needs/42')).toBe(true);
    expect(isCurrent('/needs', '/needs/42/edit')).toBe(false);
    expect(isCurrent('/postings', '/needs/42/edit')).toBe(true);
    expect(isCurrent('/postings', '/offers/new')).toBe(true);
    expect(isCurrent('/needs', '/needsomething')).toBe(false);
  });

  it('fits the bottom bar of a phone', () => {
    for (const role of ['COMPANY', 'RESEARCHER', 'COORDINATOR', 'ADMIN', null] as const) {
      const narrow = navigationFor(role).filter(({ wideOnly }) => !wideOnly);
      expect(narrow.length).toBeLessThanOrEqual(4);
    }
  });
});
