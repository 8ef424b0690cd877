import { describe, expect, it } from '@jest/globals';
import { canEdit, ownerActions } from './owner-actions.js';

const NOW = new Date('2027-03-01T10:00:00Z');

describe('what an owner can do', () => {
  it.each([
    ['DRAFT', ['submit', 'close']],
    ['SUBMITTED', ['close']],
    ['CHANGES_REQUESTED', ['submit', 'close']],
    ['PUBLISHED', ['pause', 'close']],
    ['PAUSED', ['resume', 'close']],
    ['EXPIRED', ['renew', 'close']],
    ['CLOSED', []],
  ] as const)('%s allows %j', (state, actions) => {
    expect(ownerActions({ state, expiresAt: '2027-05-01T10:00:00Z' }, NOW)).toEqual(actions);
  });

  it('renews what is listed only when its end is near', () => {
    const listed = (expiresAt: string) => ownerActions({ state: 'PUBLISHED', expiresAt }, NOW);
    expect(listed('2027-03-15T10:00:00Z')).toEqual(['pause', 'renew', 'close']);
    expect(listed('2027-03-15T10:00:01Z')).toEqual(['pause', 'close']);
  });

  it('edits nothing that is over', () => {
    expect(canEdit('CLOSED')).toBe(false);
    expect(canEdit('EXPIRED')).toBe(false);
    expect(canEdit('PUBLISHED')).toBe(true);
  });
});
