import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { levelOf } from '../../components/region-map/level.js';
import { waitingFor } from './waiting.js';

const NOW = new Date('2027-03-01T09:00:00Z');

const match = (id: string, deadline: string | null, changes: object = {}) => ({
  id,
  deadline,
  state: 'APPROVED' as const,
  mySides: ['NEED' as const],
  needAnswer: null,
  offerAnswer: null,
  questions: [],
  ...changes,
});
const posting = (
  id: string,
  state: 'CHANGES_REQUESTED' | 'CLOSED' | 'DRAFT' | 'EXPIRED' | 'PUBLISHED',
  expiresAt: string | null = null,
) => ({ id, kind: 'NEED' as const, state, expiresAt });

describe('what waits for a member', () => {
  it('are answers and replies by their deadline, then their own postings', () => {
    const asked = { side: 'OFFER', state: 'RELAYED', current: true };
    const waiting = waitingFor(
      [
        match('late', '2027-03-09T00:00:00Z'),
        match('whenever', null),
        match('reply', '2027-03-05T00:00:00Z', { needAnswer: 'INTERESTED', questions: [asked] }),
        match('soon', '2027-03-02T00:00:00Z'),
      ],
      [
        posting('draft', 'DRAFT'),
        posting('ended', 'EXPIRED', '2027-02-01T00:00:00Z'),
        posting('ends', 'PUBLISHED', '2027-03-08T00:00:00Z'),
        posting('stays', 'PUBLISHED', '2027-09-01T00:00:00Z'),
        posting('closed', 'CLOSED'),
        posting('change', 'CHANGES_REQUESTED'),
      ],
      NOW,
    );
    const told = waiting.map((one) => [one.is, 'match' in one ? one.match.id : one.posting.id]);
    expect(told).toEqual([
      ['ANSWER', 'soon'],
      ['REPLY', 'reply'],
      ['ANSWER', 'late'],
      ['ANSWER', 'whenever'],
      ['CHANGES', 'change'],
      ['ENDING', 'ended'],
      ['ENDING', 'ends'],
      ['DRAFT', 'draft'],
    ]);
  });

  it('is nothing where the others have to act', () => {
    const theirs = [
      match('said yes', null, { needAnswer: 'INTERESTED' }),
      match('asked', null, { needAnswer: 'QUESTION' }),
      match('introduced', null, { state: 'INTRODUCED' }),
    ];
    expect(waitingFor(theirs, [], NOW)).toEqual([]);
  });
});

describe('the colour of a district', () => {
  it('grows with what is there, and is none only where nothing is', () => {
    const COUNT = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(COUNT, COUNT, COUNT, (one, other, more) => {
        const most = Math.max(one, other, more);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(levelOf(low, most)).toBeLessThanOrEqual(levelOf(high, most));
        expect(levelOf(low, most) === 0).toBe(low === 0);
        expect(levelOf(most, most)).toBe(most === 0 ? 0 : 4);
      }),
    );
  });
});
