import {
  type Answer,
  answerOf,
  type BothAnswers,
  type MatchState,
  otherSide,
  QUESTIONS_PER_SIDE,
  type QuestionState,
  type Side,
} from '@wilma/domain';

/** What decides whom a question waits for. */
export interface GroupedQuestion {
  readonly side: Side;
  readonly state: QuestionState;
  /** Whether it is of the round of asking that goes on or was the last. */
  readonly current: boolean;
}

/** What decides where a match stands for one of its sides. */
export interface GroupedMatch extends BothAnswers {
  readonly questions: readonly GroupedQuestion[];
  readonly state: MatchState;
  readonly mySides: readonly Side[];
}

export interface MatchGroups<M> {
  /** The viewer's answer is missing. */
  readonly mine: readonly M[];
  /** The viewer said yes and the other side has not answered. */
  readonly theirs: readonly M[];
  readonly introduced: readonly M[];
  readonly over: readonly M[];
}

/** A question is no answer yet. */
const isOpen = (answer: Answer | null): boolean => answer === null || answer === 'QUESTION';

/** The viewer's side that still has to answer, or null. */
export const sideToAnswer = (match: GroupedMatch): Side | null =>
  match.state === 'APPROVED'
    ? (match.mySides.find((side) => isOpen(answerOf(match, side))) ?? null)
    : null;

/** Whether the viewer asked something and waits for the coordination. */
export function waitsForReply(match: GroupedMatch): boolean {
  const side = sideToAnswer(match);
  return side !== null && answerOf(match, side) === 'QUESTION';
}

/** Whether a question of the other side waits for the viewer's reply. */
export const isAskedSomething = (match: GroupedMatch): boolean =>
  match.state === 'APPROVED' &&
  match.questions.some(
    ({ side, state, current }) =>
      current && state === 'RELAYED' && match.mySides.includes(otherSide(side)),
  );

/** Whether the side may ask a question: none of its own is open, and it has not asked too often. */
export const mayAsk = (match: GroupedMatch, side: Side): boolean =>
  answerOf(match, side) === null &&
  match.questions.filter((question) => question.current && question.side === side).length <
    QUESTIONS_PER_SIDE;

/** The viewer's side whose yes may still be taken back, or null. */
export function sideToTakeBack(match: GroupedMatch): Side | null {
  if (match.state !== 'APPROVED') return null;
  return match.mySides.find((side) => answerOf(match, side) === 'INTERESTED') ?? null;
}

/** The viewer's own side; the need's where nothing says otherwise. */
export const mySide = (match: GroupedMatch): Side =>
  sideToAnswer(match) ?? match.mySides[0] ?? 'NEED';

function groupOf(match: GroupedMatch): keyof MatchGroups<unknown> {
  switch (match.state) {
    case 'APPROVED':
      return sideToAnswer(match) || isAskedSomething(match) ? 'mine' : 'theirs';
    case 'INTRODUCED':
    case 'IN_PROGRESS':
      return 'introduced';
    case 'SUGGESTED':
    case 'SNOOZED':
    case 'DISMISSED':
    case 'DECLINED':
    case 'EXPIRED':
    case 'WITHDRAWN':
    case 'COLLABORATION':
    case 'NO_COLLABORATION':
      return 'over';
  }
}

/** Sorts matches into what waits for whom, keeping their order. */
export function groupMatches<M extends GroupedMatch>(matches: readonly M[]): MatchGroups<M> {
  const groups = { mine: [] as M[], theirs: [] as M[], introduced: [] as M[], over: [] as M[] };
  for (const match of matches) groups[groupOf(match)].push(match);
  return groups;
}
