import fc from 'fast-check';
import { conflict } from './errors.js';
import { answerAction, canTakeBack, canUndo, type MatchFacts } from './match-rules.js';
import { type MatchAction, stepMatch } from './match-state.js';
import { Answer, Side } from './vocabulary.js';

/** Seconds within which a decision can be undone. */
const UNDO_SECONDS = 30;

/** Something that somebody tries to do to a match. */
export type Move =
  | { readonly do: 'approve' | 'askAgain' | 'dismiss' | 'snooze' | 'undo'; readonly by: string }
  | { readonly do: 'answer'; readonly side: Side; readonly answer: Answer }
  | { readonly do: 'takeBack'; readonly side: Side }
  | { readonly do: 'mailsLeave' }
  | { readonly do: 'wake' | 'expire' | 'withdraw' | 'restore' }
  | { readonly do: 'start' | 'collaborate' | 'endWithout' };

const UNDECIDED = {
  needAnswer: null,
  offerAnswer: null,
  approvedAt: null,
  askedAt: null,
  decidedAt: null,
  decidedBy: null,
} as const;

export const SUGGESTED: MatchFacts = { state: 'SUGGESTED', ...UNDECIDED };

/**
 * The match after a move, by the rules and with what is stored along with each step.
 * @throws DomainError CONFLICT where the rules refuse it
 */
export function take(match: MatchFacts, move: Move, now: Date): MatchFacts {
  switch (move.do) {
    case 'answer': {
      const action = answerAction(match, move.side, move.answer);
      return { ...after(match, action), [COLUMN[move.side]]: move.answer };
    }
    case 'takeBack':
      if (!canTakeBack(match, move.side)) throw conflict('too late');
      return { ...after(match, 'takeBack'), [COLUMN[move.side]]: null };
    case 'mailsLeave':
      if (match.state !== 'APPROVED' || match.askedAt !== null) throw conflict('nobody to ask');
      return { ...match, askedAt: now };
    case 'undo':
      if (!canUndo(match, { accountId: move.by, now, seconds: UNDO_SECONDS })) {
        throw conflict('too late');
      }
      return { ...after(match, 'undo'), ...UNDECIDED };
    case 'approve':
      return { ...after(match, 'approve'), ...decided(move.by, now), approvedAt: now };
    case 'askAgain':
      return {
        ...after(match, 'askAgain'),
        ...UNDECIDED,
        ...decided(move.by, now),
        approvedAt: now,
      };
    case 'dismiss':
    case 'snooze':
      return { ...after(match, move.do), ...decided(move.by, now) };
    case 'restore':
      return { ...after(match, 'restore'), ...UNDECIDED };
    case 'wake':
      return { ...after(match, 'wake'), decidedAt: null, decidedBy: null };
    default:
      return after(match, move.do);
  }
}

const COLUMN = { NEED: 'needAnswer', OFFER: 'offerAnswer' } as const;

const after = (match: MatchFacts, action: MatchAction): MatchFacts => ({
  ...match,
  state: stepMatch(match.state, action).state,
});

const decided = (decidedBy: string, decidedAt: Date) => ({ decidedAt, decidedBy });

const by = fc.constantFrom('anna', 'ben');
const side = fc.constantFrom(...Object.values(Side));
const anyDecision = fc.record({
  do: fc.constantFrom('approve', 'askAgain', 'dismiss', 'snooze', 'undo'),
  by,
});
const anyAnswer = fc.record({
  do: fc.constant('answer'),
  side,
  answer: fc.constantFrom(...Object.values(Answer)),
});
const anyOther = fc.record({
  do: fc.constantFrom(
    ...(['wake', 'expire', 'withdraw', 'restore', 'start', 'collaborate', 'endWithout'] as const),
  ),
});

/** Moves in any order; those that lead far are more frequent, so that sequences get far. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('approve'), by }) },
  { weight: 3, arbitrary: anyDecision },
  { weight: 5, arbitrary: anyAnswer },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('answer'), side, answer: fc.constant('INTERESTED') }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack'), side }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('mailsLeave') }) },
  { weight: 3, arbitrary: anyOther },
);
