import { describe, expect, it } from '@jest/globals';
import {
  groupMatches,
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
  ...changes,
});

describe('whose turn it is', () => {
  it('is mine until my side has answered; a question is no answer', () => {
    expect(sideToAnswer(match({}))).toBe('OFFER');
    expect(sideToAnswer(match({ offerAnswer: 'QUESTION' }))).toBe('OFFER');
    expect(sideToAnswer(match({ offerAnswer: 'INTERESTED' }))).toBeNull();
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
