import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Answer,
  answerOf,
  canTakeBack,
  canUndo,
  DomainError,
  type MatchFacts,
  otherSide,
  RELEASED,
  Side,
} from './index.js';
import { anyMove, type Move, SUGGESTED, take } from './match-life.fixture.js';

const START = Date.parse('2026-11-04T11:00:00Z');

/** Moves, each some seconds after the one before. */
const anyLife = fc.array(fc.tuple(anyMove, fc.constantFrom(0, 5, 31)), { maxLength: 60 });

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

const always = (check: (moments: Moment[]) => void): void =>
  fc.assert(
    fc.property(anyLife, (life) => check(momentsOf(life))),
    { numRuns: 3_000 },
  );

describe('any life of a match', () => {
  it('leads to an introduction exactly when an approved match got two yes that still stand', () => {
    let introductions = 0;
    always((moments) => {
      const consent: Consent = { approved: false, yes: new Set() };
      for (const { before, move, after } of moments) {
        hear(consent, move);
        const agreed = consent.approved && consent.yes.size === 2;
        if (after.state === 'INTRODUCED' && before.state !== 'INTRODUCED') introductions += 1;
        expect([move, RELEASED.includes(after.state)]).toEqual([move, agreed]);
      }
    });
    expect(introductions).toBeGreaterThan(100);
  });

  it('never goes back from an introduction', () => {
    always((moments) => {
      for (const { before, after } of moments) {
        if (RELEASED.includes(before.state)) expect(RELEASED).toContain(after.state);
      }
    });
  });

  it('lets a side answer while it is asked, whatever the other side said', () => {
    always((moments) => {
      for (const { after, now } of moments) {
        for (const side of Object.values(Side)) {
          const own = answerOf(after, side);
          const isAsked = after.state === 'APPROVED' && (own === null || own === 'QUESTION');
          for (const answer of Object.values(Answer)) {
            const accepted = attempt(after, { do: 'answer', side, answer }, now) !== null;
            expect([after, side, answer, accepted]).toEqual([after, side, answer, isAsked]);
          }
        }
      }
    });
  });

  it('leaves the other side alone when one answers or takes back', () => {
    always((moments) => {
      for (const { before, move, after } of moments) {
        if (move.do !== 'answer' && move.do !== 'takeBack') continue;
        const other = otherSide(move.side);
        expect(answerOf(after, other)).toBe(answerOf(before, other));
      }
    });
  });

  it('lets nobody take back what the other side has answered', () => {
    always((moments) => {
      for (const { before, move, after } of moments) {
        if (move.do !== 'takeBack') continue;
        expect(answerOf(before, move.side)).toBe('INTERESTED');
        expect([null, 'QUESTION']).toContain(answerOf(before, otherSide(move.side)));
        expect(canTakeBack(after, move.side)).toBe(false);
      }
    });
  });

  it('is undone only by who decided last, before any mail and any answer', () => {
    always((moments) => {
      let decidedBy: string | null = null;
      let decidedAt = new Date(0);
      let heardOf = false;
      for (const { before, move, now } of moments) {
        if (move.do === 'undo') {
          expect([move.by, heardOf]).toEqual([decidedBy, false]);
          if (before.state !== 'APPROVED') {
            expect(now.getTime() - decidedAt.getTime()).toBeLessThanOrEqual(30_000);
          }
        }
        if (move.do === 'mailsLeave' || move.do === 'answer') heardOf = true;
        if ('by' in move) [decidedBy, decidedAt, heardOf] = [move.by, now, false];
      }
    });
  });

  it('comes back to the coordinators as if nobody had decided', () => {
    always((moments) => {
      for (const { after, now } of moments) {
        if (after.state !== 'SUGGESTED') continue;
        expect(after).toEqual(SUGGESTED);
        expect(canUndo(after, { accountId: 'anna', now, seconds: 30 })).toBe(false);
      }
    });
  });
});
