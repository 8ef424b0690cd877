import { describe, expect, it } from '@jest/globals';
import { canEdit, ownerActions } from './owner-actions.js';

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
    expect(ownerActions(state)).toEqual(actions);
  });

  it('edits nothing that is over', () => {
    expect(canEdit('CLOSED')).toBe(false);
    expect(canEdit('EXPIRED')).toBe(false);
    expect(canEdit('PUBLISHED')).toBe(true);
  });
});
