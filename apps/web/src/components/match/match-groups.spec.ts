import { describe, expect, it } from '@jest/globals';
import {
  groupMatches,
  isAskedSomething,
  mayAsk,
  mySide,
  sideToAnswer,
  sideToTakeBack,
  waitsForReply,
  type GroupedMatch,
} from './match-groups.js';

const match = (changes: Partial<GroupedMatch>): GroupedMatch => ({
  state: 'APPROVED',
  mySides: ['OFFER'],
  needAnswer: null,
  offerAnswer: null,
  questions: [],
  ...changes,
});

describe('whose turn it is', () => {
  it('is mine until my side has answered; a question is no answer', () => {
    expect(sideToAnswer(match({}))).toBe('OFFER');
    expect(sideToAnswer(match({ offerAnswer: 'QUESTION' }))).toBe('OFFER');
    expect(sideToAnswer(match({ offerAnswer: 'INTERESTED' }))).toBeNull();
  });

  it('is mine while a question of the other side waits for my reply, though I said yes', () => {
    const asked = { side: 'NEED', state: 'RELAYED', current: true } as const;
    const yes = match({ offerAnswer: 'INTERESTED', questions: [asked] });
    expect(isAskedSomething(yes)).toBe(true);
    expect(groupMatches([yes]).mine).toEqual([yes]);
    for (const questions of [
      [{ ...asked, side: 'OFFER' as const }],
      [{ ...asked, state: 'REPLIED' as const }],
      [{ ...asked, current: false }],
    ]) {
      expect(isAskedSomething(match({ questions }))).toBe(false);
    }
  });

  it('lets a side ask until it has asked three times in this round', () => {
    const asked = { side: 'OFFER', state: 'ANSWERED', current: true } as const;
    expect(mayAsk(match({ questions: [asked, asked] }), 'OFFER')).toBe(true);
    expect(mayAsk(match({ questions: [asked, asked, asked] }), 'OFFER')).toBe(false);
    const earlier = { ...asked, current: false };
    expect(mayAsk(match({ questions: [earlier, asked, asked] }), 'OFFER')).toBe(true);
    expect(mayAsk(match({ offerAnswer: 'QUESTION' }), 'OFFER')).toBe(false);
  });

  it('is nobody’s once the match is no longer open', () => {
    expect(sideToAnswer(match({ state: 'INTRODUCED' }))).toBeNull();
    expect(sideToAnswer(match({ state: 'EXPIRED' }))).toBeNull();
  });

  it('asks for the side that is missing where both are mine', () => {
    const both = match({ mySides: ['NEED', 'OFFER'], needAnswer: 'INTERESTED' });
    expect(sideToAnswer(both)).toBe('OFFER');
    expect(mySide(both)).toBe('OFFER');
  });

  it('waits for the coordination while my own question is open', () => {
    expect(waitsForReply(match({ offerAnswer: 'QUESTION' }))).toBe(true);
    expect(waitsForReply(match({ needAnswer: 'QUESTION' }))).toBe(false);
    expect(waitsForReply(match({ state: 'EXPIRED', offerAnswer: 'QUESTION' }))).toBe(false);
  });

  it('lets a yes be taken back while the match is open', () => {
    expect(sideToTakeBack(match({ offerAnswer: 'INTERESTED' }))).toBe('OFFER');
    expect(sideToTakeBack(match({ offerAnswer: 'DECLINED' }))).toBeNull();
    expect(sideToTakeBack(match({ state: 'INTRODUCED', offerAnswer: 'INTERESTED' }))).toBeNull();
  });
});

describe('groupMatches', () => {
  it('puts every match into one group and keeps the order', () => {
    const first = match({});
    const second = match({ offerAnswer: 'QUESTION' });
    const waiting = match({ offerAnswer: 'INTERESTED' });
    const met = match({ state: 'IN_PROGRESS' });
    const gone = match({ state: 'DECLINED' });
    expect(groupMatches([first, gone, waiting, second, met])).toEqual({
      mine: [first, second],
      theirs: [waiting],
      introduced: [met],
      over: [gone],
    });
  });
});
