import { describe, expect, it } from '@jest/globals';
import { DomainError } from './errors.js';
import {
  answerAction,
  answersAreOpen,
  canTakeBack,
  canUndo,
  lacksText,
  type MatchFacts,
  outcomeAction,
  silentSides,
} from './match-rules.js';
import { type Answer, DismissReason, MatchState, otherSide, Side } from './vocabulary.js';

/** The code of the refusal, or what came instead of one. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
}

const NOON = new Date('2026-11-04T11:00:00Z');
const secondsLater = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

/** An approved match whose sides have not been asked yet. */
const approved: MatchFacts = {
  state: 'APPROVED',
  needAnswer: null,
  offerAnswer: null,
  approvedAt: NOON,
  askedAt: null,
  decidedAt: NOON,
  decidedBy: 'anna',
};
const answered = (needAnswer: Answer | null, offerAnswer: Answer | null): MatchFacts => ({
  ...approved,
  askedAt: NOON,
  needAnswer,
  offerAnswer,
});

describe('answerAction', () => {
  it('makes the first yes an agreement and the second an introduction', () => {
    expect(answerAction(answered(null, null), 'NEED', 'INTERESTED')).toBe('agree');
    expect(answerAction(answered(null, 'INTERESTED'), 'NEED', 'INTERESTED')).toBe('introduce');
    expect(answerAction(answered('INTERESTED', null), 'OFFER', 'INTERESTED')).toBe('introduce');
  });

  it('introduces nobody while the other side asks a question', () => {
    expect(answerAction(answered('QUESTION', null), 'OFFER', 'INTERESTED')).toBe('agree');
  });

  it('never conflicts with what the other side said', () => {
    for (const other of ['INTERESTED', 'DECLINED', 'QUESTION', null] as const) {
      expect(answerAction(answered(null, other), 'NEED', 'DECLINED')).toBe('decline');
      expect(answerAction(answered(other, null), 'OFFER', 'QUESTION')).toBe('question');
    }
  });

  it('refuses a second answer of the same side', () => {
    for (const own of ['INTERESTED', 'DECLINED'] as const) {
      for (const answer of ['INTERESTED', 'DECLINED', 'QUESTION'] as const) {
        const work = () => answerAction(answered(own, null), 'NEED', answer);
        expect([own, answer, outcomeOf(work)]).toEqual([own, answer, 'CONFLICT']);
        expect(work).toThrow('this side has answered already');
      }
    }
  });

  it('takes no answer before the mails that ask have left', () => {
    for (const answer of ['INTERESTED', 'DECLINED', 'QUESTION'] as const) {
      const work = () => answerAction(approved, 'NEED', answer);
      expect(outcomeOf(work)).toBe('CONFLICT');
      expect(work).toThrow('nobody was asked yet');
    }
  });

  it('takes an answer from who had asked a question', () => {
    expect(answerAction(answered('QUESTION', 'INTERESTED'), 'NEED', 'INTERESTED')).toBe(
      'introduce',
    );
    const again = () => answerAction(answered('QUESTION', null), 'NEED', 'QUESTION');
    expect(outcomeOf(again)).toBe('CONFLICT');
  });
});

describe('canTakeBack', () => {
  it('allows it until the other side has answered; a question is no answer', () => {
    expect(canTakeBack(answered('INTERESTED', null), 'NEED')).toBe(true);
    expect(canTakeBack(answered('QUESTION', 'INTERESTED'), 'OFFER')).toBe(true);
    expect(canTakeBack(answered('INTERESTED', 'INTERESTED'), 'NEED')).toBe(false);
    expect(canTakeBack(answered('INTERESTED', 'DECLINED'), 'NEED')).toBe(false);
  });

  it('is for a yes of the side that gave it', () => {
    expect(canTakeBack(answered('INTERESTED', null), 'OFFER')).toBe(false);
    expect(canTakeBack(answered('QUESTION', null), 'NEED')).toBe(false);
    expect(canTakeBack(answered('DECLINED', null), 'NEED')).toBe(false);
  });

  it('ends when the match is no longer approved', () => {
    const open = answered('INTERESTED', null);
    const states = Object.values(MatchState).filter((state) =>
      canTakeBack({ ...open, state }, 'NEED'),
    );
    expect(states).toEqual(['APPROVED']);
  });
});

describe('canUndo', () => {
  const undoes = (match: Partial<MatchFacts>, accountId = 'anna', after = 30): boolean =>
    canUndo({ ...approved, ...match }, { accountId, now: secondsLater(after), seconds: 30 });

  it('is for who decided', () => {
    for (const state of ['APPROVED', 'DISMISSED', 'SNOOZED'] as const) {
      expect([state, undoes({ state }, 'anna'), undoes({ state }, 'ben')]).toEqual([
        state,
        true,
        false,
      ]);
    }
  });

  it('ends for a dismissal and a snooze when the time is over', () => {
    expect(undoes({ state: 'DISMISSED' }, 'anna', 30.001)).toBe(false);
    expect(undoes({ state: 'SNOOZED' }, 'anna', 30.001)).toBe(false);
  });

  it('ends for an approval when the mails have left, however soon or late', () => {
    expect(undoes({ askedAt: NOON }, 'anna', 1)).toBe(false);
    expect(undoes({ askedAt: null }, 'anna', 3_600)).toBe(true);
  });

  it('finds nothing to undo where nobody decided', () => {
    expect(undoes({ decidedBy: null, decidedAt: null })).toBe(false);
    expect(undoes({ decidedAt: null })).toBe(false);
    const states = Object.values(MatchState).filter((state) => undoes({ state }));
    expect(states.sort()).toEqual(['APPROVED', 'DISMISSED', 'SNOOZED']);
  });
});

describe('answersAreOpen', () => {
  it('opens what both said only when both have decided', () => {
    expect(answersAreOpen(answered('INTERESTED', 'INTERESTED'))).toBe(true);
    expect(answersAreOpen(answered('DECLINED', 'INTERESTED'))).toBe(true);
    expect(answersAreOpen(answered('INTERESTED', null))).toBe(false);
    expect(answersAreOpen(answered('INTERESTED', 'QUESTION'))).toBe(false);
  });
});

describe('otherSide', () => {
  it('is the offer of the need and the need of the offer', () => {
    expect(Object.values(Side).map(otherSide)).toEqual(['OFFER', 'NEED']);
  });
});

describe('silentSides', () => {
  it('are those that have not even asked a question', () => {
    expect(silentSides(answered(null, null))).toEqual(['NEED', 'OFFER']);
    expect(silentSides(answered('QUESTION', null))).toEqual(['OFFER']);
    expect(silentSides(answered(null, 'DECLINED'))).toEqual(['NEED']);
    expect(silentSides(answered('INTERESTED', 'QUESTION'))).toEqual([]);
  });
});

describe('outcomeAction', () => {
  it('concludes what goes on and corrects what is concluded', () => {
    for (const state of ['INTRODUCED', 'IN_PROGRESS'] as const) {
      expect(outcomeAction(state, 'COLLABORATION')).toBe('collaborate');
      expect(outcomeAction(state, 'NO_COLLABORATION')).toBe('endWithout');
    }
    for (const state of ['COLLABORATION', 'NO_COLLABORATION'] as const) {
      expect(outcomeAction(state, 'COLLABORATION')).toBe('correctToCollaboration');
      expect(outcomeAction(state, 'NO_COLLABORATION')).toBe('correctToNone');
    }
  });
});

describe('lacksText', () => {
  it('asks for a text where the reason is none', () => {
    const reasons = [null, ...Object.values(DismissReason)];
    for (const note of [null, '', ' \n']) {
      expect(reasons.filter((reason) => lacksText(reason, note))).toEqual(['OTHER']);
    }
    expect(reasons.filter((reason) => lacksText(reason, ' a '))).toEqual([]);
  });
});
