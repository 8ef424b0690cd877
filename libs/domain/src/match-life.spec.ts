import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from './errors.js';
import { answerOf, canTakeBack, type MatchFacts } from './match-rules.js';
import { RELEASED } from './match-state.js';
import { Answer, otherSide, Side } from './vocabulary.js';
import { anyMove, type Move, SUGGESTED, take } from './match-life.fixture.js';

const START = Date.parse('2026-11-04T11:00:00Z');

/** Moves, each some seconds after the one before. */
const anyLife = fc.array(fc.tuple(anyMove, fc.constantFrom(0, 5, 31)), {
  maxLength: 40,
  size: 'max',
});

interface Moment {
  readonly before: MatchFacts;
  readonly move: Move;
  readonly after: MatchFacts;
  readonly now: Date;
}

/** Every move of a life that was accepted. What is refused changes nothing. */
function momentsOf(life: readonly (readonly [Move, number])[]): Moment[] {
  const moments: Moment[] = [];
  let before = SUGGESTED;
  let time = START;
  for (const [move, seconds] of life) {
    time += seconds * 1000;
    const now = new Date(time);
    const after = attempt(before, move, now);
    if (after === null) continue;
    moments.push({ before, move, after, now });
    before = after;
  }
  return moments;
}

/** The match after the move, or null where it was refused. Nothing but conflicts is a refusal. */
function attempt(match: MatchFacts, move: Move, now: Date): MatchFacts | null {
  try {
    return take(match, move, now);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') return null;
    throw error;
  }
}

/** What was really said, told by the moves alone. */
interface Consent {
  approved: boolean;
  yes: Set<Side>;
}

function hear(consent: Consent, move: Move): void {
  if (['approve', 'askAgain', 'undo', 'restore'].includes(move.do)) {
    consent.approved = move.do === 'approve' || move.do === 'askAgain';
    consent.yes.clear();
  } else if (move.do === 'answer' && move.answer === 'INTERESTED') {
    consent.yes.add(move.side);
  } else if (move.do === 'answer' || move.do === 'takeBack') {
    consent.yes.delete(move.side);
  }
}

/** Checks that no moment of any life is a violation. */
const never = (violations: (moments: Moment[]) => unknown[]): void =>
  fc.assert(
    fc.property(anyLife, (life) => expect(violations(momentsOf(life))).toEqual([])),
    { numRuns: 500 },
  );

describe('any life of a match', () => {
  it('leads to an introduction exactly when an approved match got two yes that still stand', () => {
    let introductions = 0;
    never((moments) => {
      const consent: Consent = { approved: false, yes: new Set() };
      return moments.filter(({ before, move, after }) => {
        hear(consent, move);
        if (after.state === 'INTRODUCED' && before.state !== 'INTRODUCED') introductions += 1;
        return RELEASED.includes(after.state) !== (consent.approved && consent.yes.size === 2);
      });
    });
    expect(introductions).toBeGreaterThan(50);
  });

  it('never goes back from an introduction', () => {
    never((moments) =>
      moments.filter(
        ({ before, after }) => RELEASED.includes(before.state) && !RELEASED.includes(after.state),
      ),
    );
  });

  it('lets a side answer while it is asked, whatever the other side said', () => {
    never((moments) =>
      moments.filter(({ after, now }) =>
        Object.values(Side).some((side) => {
          const own = answerOf(after, side);
          const isAsked = after.state === 'APPROVED' && after.askedAt !== null;
          return Object.values(Answer).some((answer) => {
            const isOpen = own === null || (own === 'QUESTION' && answer !== 'QUESTION');
            const isTaken = attempt(after, { do: 'answer', side, answer }, now) !== null;
            return isTaken !== (isAsked && isOpen);
          });
        }),
      ),
    );
  });

  it('lets nobody take back what the other side has answered', () => {
    never((moments) =>
      moments.filter(({ before, move, after }) => {
        if (move.do !== 'takeBack') return false;
        const other = answerOf(before, otherSide(move.side));
        return other === 'INTERESTED' || other === 'DECLINED' || canTakeBack(after, move.side);
      }),
    );
  });

  it('is undone only by who decided last, before any mail, and in time', () => {
    never((moments) => {
      let decided = { by: '', at: 0, mailed: false };
      return moments.filter(({ before, move, now }) => {
        const late = before.state !== 'APPROVED' && now.getTime() - decided.at > 30_000;
        const wrong = move.do === 'undo' && (move.by !== decided.by || decided.mailed || late);
        if (move.do === 'mailsLeave') decided.mailed = true;
        if ('by' in move) decided = { by: move.by, at: now.getTime(), mailed: false };
        return wrong;
      });
    });
  });

  it('is undone only while no answer would be lost', () => {
    never((moments) =>
      moments.filter(
        ({ before, move }) =>
          move.do === 'undo' && (before.needAnswer !== null || before.offerAnswer !== null),
      ),
    );
  });

  it('comes back to the coordinators as if nobody had decided', () => {
    never((moments) =>
      moments.filter(
        ({ after }) => after.state === 'SUGGESTED' && !isDeepStrictEqual(after, SUGGESTED),
      ),
    );
  });
});
