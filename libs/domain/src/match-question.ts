import { conflict } from './errors.js';
import type { EventName } from './events.js';
import type { MatchFacts } from './match-rules.js';
import { next, type ToldTransition } from './state-machine.js';
import { values } from './vocabulary.js';
import { addWorkingDays, Deadline, workingDaysBetween } from './working-days.js';

/**
 * A question of one side to the other: ASKED waits for a coordinator, RELAYED for the other side's
 * reply, REPLIED for a coordinator again. DROPPED: the asker decided without waiting.
 */
export const QuestionState = values('ASKED', 'RELAYED', 'REPLIED', 'ANSWERED', 'DROPPED');
export type QuestionState = keyof typeof QuestionState;

export type QuestionAction = 'relay' | 'reply' | 'answer' | 'drop';

type QuestionEventName = Extract<EventName, 'match.answered' | `match.question-${string}`>;

/** States in which somebody still waits. */
export const OPEN_QUESTION: readonly QuestionState[] = ['ASKED', 'RELAYED', 'REPLIED'];

/** A question begins as the answer QUESTION of one side: see `answerAction`. */
export const QUESTION_TRANSITIONS: readonly ToldTransition<
  QuestionState,
  QuestionAction,
  QuestionEventName
>[] = [
  {
    action: 'relay',
    from: ['ASKED'],
    to: 'RELAYED',
    event: 'match.question-relayed',
    by: ['COORDINATOR'],
    mail: ['QUESTION_RELAYED'],
  },
  {
    action: 'reply',
    from: ['RELAYED'],
    to: 'REPLIED',
    event: 'match.question-replied',
    by: ['SIDE'],
    mail: [],
  },
  {
    action: 'answer',
    from: OPEN_QUESTION,
    to: 'ANSWERED',
    event: 'match.question-answered',
    by: ['COORDINATOR'],
    mail: ['QUESTION_ANSWERED'],
  },
  {
    action: 'drop',
    from: OPEN_QUESTION,
    to: 'DROPPED',
    event: 'match.answered',
    by: ['SIDE'],
    mail: [],
  },
];

/** Questions that one side may ask in one round of asking. */
export const QUESTIONS_PER_SIDE = 3;

/** @throws DomainError CONFLICT where the question's state does not allow the action. */
export function stepQuestion(state: QuestionState, action: QuestionAction): QuestionState {
  const to = next(QUESTION_TRANSITIONS, state, action);
  if (to === null) throw conflict(`a question in state ${state} does not allow ${action}`);
  return to;
}

/** Whether somebody waits for this question: it is of the round of asking that goes on. */
export const isOpenQuestion = (
  question: { readonly state: QuestionState; readonly round: number },
  match: Pick<MatchFacts, 'state'> & { readonly round: number },
): boolean =>
  match.state === 'APPROVED' &&
  question.round === match.round &&
  OPEN_QUESTION.includes(question.state);

/**
 * The deadline once nobody waits for an answer any more: as many working days as there were left
 * when the first question was asked, and never fewer than somebody needs to decide.
 */
export function deadlineAfterQuestion(
  {
    deadline,
    waitingSince,
  }: { readonly deadline: Date | null; readonly waitingSince: Date | null },
  now: Date,
): Date | null {
  if (deadline === null || waitingSince === null) return deadline;
  const left = workingDaysBetween(waitingSince, deadline);
  return addWorkingDays(now, Math.max(left, Deadline.afterQuestion));
}
