import { describe, expect, it } from '@jest/globals';
import {
  type Answer,
  answerAction,
  answersAreOpen,
  canTakeBack,
  canUndo,
  DomainError,
  type EventName,
  MATCH_TRANSITIONS,
  type MatchAction,
  type MatchFacts,
  MatchState,
  OPEN_MATCH,
  RELEASED,
  stepMatch,
} from './index.js';

type Row = [from: MatchState, action: MatchAction, to: MatchState, event: EventName];

/** Every legal step of a match; what is not here is refused. */
const STEPS: readonly Row[] = [
  ['SUGGESTED', 'approve', 'APPROVED', 'match.approved'],
  ['SUGGESTED', 'dismiss', 'DISMISSED', 'match.dismissed'],
  ['SUGGESTED', 'snooze', 'SNOOZED', 'match.snoozed'],
  ['SNOOZED', 'wake', 'SUGGESTED', 'match.woken'],
  ['APPROVED', 'undo', 'SUGGESTED', 'match.undone'],
  ['DISMISSED', 'undo', 'SUGGESTED', 'match.undone'],
  ['SNOOZED', 'undo', 'SUGGESTED', 'match.undone'],
  ['APPROVED', 'agree', 'APPROVED', 'match.answered'],
  ['APPROVED', 'takeBack', 'APPROVED', 'match.answer-taken-back'],
  ['APPROVED', 'introduce', 'INTRODUCED', 'match.introduced'],
  ['APPROVED', 'decline', 'DECLINED', 'match.declined'],
  ['APPROVED', 'question', 'APPROVED', 'match.answered'],
  ['APPROVED', 'expire', 'EXPIRED', 'match.expired'],
  ['EXPIRED', 'askAgain', 'APPROVED', 'match.asked-again'],
  ['DECLINED', 'askAgain', 'APPROVED', 'match.asked-again'],
  ['SUGGESTED', 'withdraw', 'WITHDRAWN', 'match.withdrawn'],
  ['SNOOZED', 'withdraw', 'WITHDRAWN', 'match.withdrawn'],
  ['APPROVED', 'withdraw', 'WITHDRAWN', 'match.withdrawn'],
  ['WITHDRAWN', 'restore', 'SUGGESTED', 'match.restored'],
  ['INTRODUCED', 'start', 'IN_PROGRESS', 'match.started'],
  ['INTRODUCED', 'collaborate', 'COLLABORATION', 'match.concluded'],
  ['INTRODUCED', 'endWithout', 'NO_COLLABORATION', 'match.concluded'],
  ['IN_PROGRESS', 'collaborate', 'COLLABORATION', 'match.concluded'],
  ['IN_PROGRESS', 'endWithout', 'NO_COLLABORATION', 'match.concluded'],
  ['COLLABORATION', 'correctToCollaboration', 'COLLABORATION', 'match.outcome-corrected'],
  ['COLLABORATION', 'correctToNone', 'NO_COLLABORATION', 'match.outcome-corrected'],
  ['NO_COLLABORATION', 'correctToCollaboration', 'COLLABORATION', 'match.outcome-corrected'],
  ['NO_COLLABORATION', 'correctToNone', 'NO_COLLABORATION', 'match.outcome-corrected'],
];

/** A match begins by `suggest`: nothing that exists is suggested. */
const ACTIONS: MatchAction[] = ['suggest', ...new Set(STEPS.map(([, action]) => action))];
const ILLEGAL = Object.values(MatchState).flatMap((state) =>
  ACTIONS.filter((action) => !STEPS.some((row) => row[0] === state && row[1] === action)).map(
    (action): [MatchState, MatchAction] => [state, action],
  ),
);

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

describe('stepMatch', () => {
  it.each(STEPS)('%s: %s leads to %s (%s)', (from, action, state, event) => {
    expect(stepMatch(from, action)).toEqual({ state, event });
  });

  it('has no other rows', () => {
    const rows = MATCH_TRANSITIONS.flatMap(({ action, from, to, event }) =>
      from.map((state): Row => [state, action, to, event]),
    );
    expect(rows.map(String).sort()).toEqual(STEPS.map(String).sort());
  });

  it('refuses every other pair of state and action as a conflict', () => {
    expect(ILLEGAL).toHaveLength(11 * 20 - STEPS.length);
    for (const [state, action] of ILLEGAL) {
      expect([state, action, outcomeOf(() => stepMatch(state, action))]).toEqual([
        state,
        action,
        'CONFLICT',
      ]);
    }
  });

  it('leads into a released state by nothing but the second yes', () => {
    const entries = STEPS.filter(
      ([from, , to]) => RELEASED.includes(to) && !RELEASED.includes(from),
    );
    expect(entries).toEqual([['APPROVED', 'introduce', 'INTRODUCED', 'match.introduced']]);
  });

  it('lets a match be withdrawn exactly as long as it is open', () => {
    const withdrawable = STEPS.filter(([, action]) => action === 'withdraw').map(([from]) => from);
    expect(withdrawable.sort()).toEqual([...OPEN_MATCH].sort());
  });
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
      }
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
