import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conflict } from './errors.js';
import {
  deadlineAfterQuestion,
  isOpenQuestion,
  QUESTION_TRANSITIONS,
  type QuestionAction,
  QuestionState,
  stepQuestion,
} from './match-question.js';
import { MatchState } from './vocabulary.js';
import { Deadline, workingDaysBetween } from './working-days.js';

type Row = [from: QuestionState, action: QuestionAction, to: QuestionState];

/** What tells each step, who takes it, and which mail follows. */
const TOLD: readonly [QuestionAction, string][] = [
  ['relay', 'match.question-relayed COORDINATOR QUESTION_RELAYED'],
  ['reply', 'match.question-replied SIDE'],
  ['answer', 'match.question-answered COORDINATOR QUESTION_ANSWERED'],
  ['drop', 'match.answered SIDE'],
];

/** Every legal step of a question; what is not here is refused. */
const STEPS: readonly Row[] = [
  ['ASKED', 'relay', 'RELAYED'],
  ['RELAYED', 'reply', 'REPLIED'],
  ['ASKED', 'answer', 'ANSWERED'],
  ['RELAYED', 'answer', 'ANSWERED'],
  ['REPLIED', 'answer', 'ANSWERED'],
  ['ASKED', 'drop', 'DROPPED'],
  ['RELAYED', 'drop', 'DROPPED'],
  ['REPLIED', 'drop', 'DROPPED'],
];

const refusal = (state: QuestionState, action: QuestionAction): Error =>
  conflict(`a question in state ${state} does not allow ${action}`);

describe('stepQuestion', () => {
  it('is told by an event, is taken by somebody, and lets a mail follow', () => {
    const rows = QUESTION_TRANSITIONS.map(({ action, event, by, mail }) => [
      action,
      [event, ...by, ...mail].join(' '),
    ]);
    expect(rows).toEqual(TOLD);
  });

  it('takes these steps and refuses all others as conflicts', () => {
    const actions = QUESTION_TRANSITIONS.map(({ action }) => action);
    for (const state of Object.values(QuestionState)) {
      for (const action of actions) {
        const to = STEPS.find((row) => row[0] === state && row[1] === action)?.[2];
        const step = () => stepQuestion(state, action);
        if (to === undefined) expect(step).toThrow(refusal(state, action));
        else expect([state, action, step()]).toEqual([state, action, to]);
      }
    }
  });
});

describe('isOpenQuestion', () => {
  it('is one of the round that goes on while the match is approved', () => {
    const open = Object.values(QuestionState).flatMap((state) =>
      Object.values(MatchState).flatMap((match) =>
        [1, 2]
          .filter((round) => isOpenQuestion({ state, round }, { state: match, round: 2 }))
          .map((round) => `${state} ${String(round)} ${match}`),
      ),
    );
    expect(open).toEqual(['ASKED 2 APPROVED', 'RELAYED 2 APPROVED', 'REPLIED 2 APPROVED']);
  });
});

describe('deadlineAfterQuestion', () => {
  const DAY_MS = 86_400_000;
  const monday = new Date('2026-11-02T09:00:00Z');
  const inDays = (days: number): Date => new Date(monday.getTime() + days * DAY_MS);

  it('leaves as many working days as there were when the question was asked', () => {
    // Asked on Monday with eight working days left, answered a week later.
    const match = { deadline: new Date('2026-11-12T09:00:00Z'), waitingSince: monday };
    expect(deadlineAfterQuestion(match, inDays(7))).toEqual(new Date('2026-11-19T09:00:00Z'));
  });

  it('leaves some days to decide even where none were left', () => {
    const match = { deadline: inDays(0.5), waitingSince: monday };
    expect(deadlineAfterQuestion(match, monday)).toEqual(new Date('2026-11-05T09:00:00Z'));
  });

  it('never takes a day away, however long the answer took', () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(days, days, (left, waited) => {
        const now = inDays(waited);
        const deadline = inDays(left);
        const after = deadlineAfterQuestion({ deadline, waitingSince: monday }, now);
        const days = Math.max(workingDaysBetween(monday, deadline), Deadline.afterQuestion);
        expect(workingDaysBetween(now, after ?? now)).toBe(days);
      }),
    );
  });

  it('is none where there was none, and the same where nothing waited', () => {
    expect(deadlineAfterQuestion({ deadline: null, waitingSince: monday }, monday)).toBeNull();
    const match = { deadline: inDays(3), waitingSince: null };
    expect(deadlineAfterQuestion(match, monday)).toEqual(inDays(3));
  });
});
