import { describe, expect, it } from '@jest/globals';
import { conflict } from './errors.js';
import type { EventName } from './events.js';
import {
  CONCLUDED,
  isQuiet,
  MATCH_TRANSITIONS,
  type MatchAction,
  OPEN_MATCH,
  RELEASED,
  stepMatch,
} from './match-state.js';
import { MatchState } from './vocabulary.js';

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

/** Who takes each step, and which mails follow. */
const TAKEN: Readonly<Record<MatchAction, string>> = {
  suggest: 'SYSTEM:',
  approve: 'COORDINATOR: ASK',
  dismiss: 'COORDINATOR:',
  snooze: 'COORDINATOR:',
  wake: 'COORDINATOR SYSTEM:',
  undo: 'SAME_COORDINATOR:',
  agree: 'SIDE:',
  introduce: 'SIDE: INTRODUCED',
  decline: 'SIDE: DECLINED',
  question: 'SIDE:',
  takeBack: 'SIDE:',
  expire: 'SYSTEM: DECLINED',
  askAgain: 'COORDINATOR: ASK',
  withdraw: 'SYSTEM: WITHDRAWN',
  restore: 'SYSTEM:',
  start: 'COORDINATOR SIDE:',
  collaborate: 'COORDINATOR SIDE:',
  endWithout: 'COORDINATOR SIDE:',
  correctToCollaboration: 'COORDINATOR:',
  correctToNone: 'COORDINATOR:',
};

/** A match begins by `suggest`: nothing that exists is suggested. */
const ACTIONS: MatchAction[] = ['suggest', ...new Set(STEPS.map(([, action]) => action))];
const ILLEGAL = Object.values(MatchState).flatMap((state) =>
  ACTIONS.filter((action) => !STEPS.some((row) => row[0] === state && row[1] === action)).map(
    (action): [MatchState, MatchAction] => [state, action],
  ),
);

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

  it('has one row for each action, which says who takes it and which mails follow', () => {
    const rows = MATCH_TRANSITIONS.map(({ action, by, mail }) => [
      action,
      [`${by.join(' ')}:`, ...mail].join(' '),
    ]);
    expect(rows).toEqual(Object.entries(TAKEN));
    expect(MATCH_TRANSITIONS[0]).toMatchObject({ to: 'SUGGESTED', event: 'match.suggested' });
  });

  it('is quiet where one side says something and the match stays as it is', () => {
    expect(ACTIONS.filter(isQuiet).sort()).toEqual(['agree', 'question', 'takeBack']);
  });

  it('refuses every other pair of state and action as a conflict', () => {
    expect(ILLEGAL).toHaveLength(11 * 20 - STEPS.length);
    for (const [state, action] of ILLEGAL) {
      expect(() => stepMatch(state, action)).toThrow(
        conflict(`a match in state ${state} does not allow ${action}`),
      );
    }
  });

  it('leads into a released state by nothing but the second yes', () => {
    const entries = STEPS.filter(
      ([from, , to]) => RELEASED.includes(to) && !RELEASED.includes(from),
    );
    expect(entries).toEqual([['APPROVED', 'introduce', 'INTRODUCED', 'match.introduced']]);
  });

  it('records an outcome by what concludes a match', () => {
    const concluding = STEPS.filter(([, , , event]) => event === 'match.concluded');
    expect([...CONCLUDED].sort()).toEqual([...new Set(concluding.map(([, , to]) => to))].sort());
  });

  it('lets a match be withdrawn exactly as long as it is open', () => {
    const withdrawable = STEPS.filter(([, action]) => action === 'withdraw').map(([from]) => from);
    expect(withdrawable.sort()).toEqual([...OPEN_MATCH].sort());
  });
});
