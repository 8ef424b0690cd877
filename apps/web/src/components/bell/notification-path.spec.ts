import { describe, expect, it } from '@jest/globals';
import { notificationPath } from './notification-path.js';

const match = (state: 'APPROVED' | 'SUGGESTED') =>
  ({ id: 'm1', state, __typename: 'Match' }) as const;

describe('where a notification leads', () => {
  it.each([
    ['POSTING_PUBLISHED', { posting: { __typename: 'Need', id: 'p1' } }, '/needs/p1'],
    ['POSTING_TO_REVIEW', { posting: { __typename: 'Offer', id: 'p1' } }, '/offers/p1'],
    ['MATCH_TO_ANSWER', { match: match('APPROVED') }, '/matches/m1'],
    ['MATCH_OVERDUE', { match: match('SUGGESTED') }, '/review?match=m1'],
    ['MATCH_OVERDUE', { match: match('APPROVED') }, '/matches/m1'],
    ['MATCH_OVER', {}, null],
  ] as const)('%s of %j leads to %s', (kind, subject, path) => {
    expect(
      notificationPath({ kind, match: null, organisation: null, posting: null, ...subject }),
    ).toBe(path);
  });
});
