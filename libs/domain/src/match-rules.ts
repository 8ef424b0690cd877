import { conflict } from './errors.js';
import { CONCLUDED, type MatchAction, MATCH_TRANSITIONS } from './match-state.js';
import { next } from './state-machine.js';
import {
  type Answer,
  type DismissReason,
  type MatchState,
  otherSide,
  type OutcomeResult,
  Side,
} from './vocabulary.js';

/** What the rules need to know of a match. */
export interface MatchFacts {
  readonly state: MatchState;
  readonly needAnswer: Answer | null;
  readonly offerAnswer: Answer | null;
  readonly approvedAt: Date | null;
  /** When the mails that ask were handed over; from then on nothing can be undone. */
  readonly askedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

/** What both sides said so far. */
export type BothAnswers = Pick<MatchFacts, 'needAnswer' | 'offerAnswer'>;

export const answerOf = (match: BothAnswers, side: Side): Answer | null =>
  side === 'NEED' ? match.needAnswer : match.offerAnswer;

/** Sides that have said nothing, not even a question. */
export const silentSides = (match: BothAnswers): Side[] =>
  Object.values(Side).filter((side) => answerOf(match, side) === null);

/**
 * The action that an answer of one side means, given what both said before.
 * @throws DomainError CONFLICT where this side's earlier answer stands, and before the mails that
 *   ask have left: until then the approval may be undone. The other side's answer never conflicts.
 */
export function answerAction(match: MatchFacts, side: Side, answer: Answer): MatchAction {
  const own = answerOf(match, side);
  if (own !== null && (own !== 'QUESTION' || answer === 'QUESTION')) {
    throw conflict('this side has answered already');
  }
  if (match.askedAt === null) throw conflict('nobody was asked yet');
  switch (answer) {
    case 'INTERESTED':
      return answerOf(match, otherSide(side)) === 'INTERESTED' ? 'introduce' : 'agree';
    case 'DECLINED':
      return 'decline';
    case 'QUESTION':
      return 'question';
  }
}

/** The action that recording an outcome means: a correction where there is one already. */
export function outcomeAction(state: MatchState, result: OutcomeResult): MatchAction {
  const isCollaboration = result === 'COLLABORATION';
  if (CONCLUDED.includes(state)) {
    return isCollaboration ? 'correctToCollaboration' : 'correctToNone';
  }
  return isCollaboration ? 'collaborate' : 'endWithout';
}

/** Whether a reason says nothing without a text and the text is missing. */
export const lacksText = (reason: DismissReason | null, note: string | null): boolean =>
  reason === 'OTHER' && (note ?? '').trim() === '';

/** Whether this side may still take its INTERESTED back: until the other side has answered. */
export function canTakeBack(match: MatchFacts, side: Side): boolean {
  const other = answerOf(match, otherSide(side));
  return (
    match.state === 'APPROVED' &&
    answerOf(match, side) === 'INTERESTED' &&
    (other === null || other === 'QUESTION')
  );
}

/**
 * Whether a decision can be undone: by who made it, within `seconds` of it, and an approval as
 * long as no mail has left.
 */
export function canUndo(
  match: MatchFacts,
  by: { readonly accountId: string; readonly now: Date; readonly seconds: number },
): boolean {
  if (next(MATCH_TRANSITIONS, match.state, 'undo') === null) return false;
  if (match.decidedBy !== by.accountId || match.decidedAt === null) return false;
  if (match.state === 'APPROVED') return match.askedAt === null;
  return by.now.getTime() - match.decidedAt.getTime() <= by.seconds * 1000;
}

const isFinal = (answer: Answer | null): boolean =>
  answer === 'INTERESTED' || answer === 'DECLINED';

/** Whether each side may see the other's answer: when both are in. */
export const answersAreOpen = (match: BothAnswers): boolean =>
  isFinal(match.needAnswer) && isFinal(match.offerAnswer);
