import { describe, expect, it } from '@jest/globals';
import { QuestionState, type Side } from '@wilma/domain';
import type { MatchQuestion } from './match-question.entity.js';
import { type QuestionView, visibleQuestions } from './match-question.reader.js';

const AT = new Date('2026-11-04T11:00:00Z');

const question = (state: QuestionState, round = 2): MatchQuestion =>
  ({
    id: '1',
    matchId: 'match',
    round,
    side: 'NEED',
    state,
    text: 'in the words of the asker',
    relayed: 'as it was passed on',
    reply: 'in the words of the other side',
    answer: 'as it was passed back',
    askedAt: AT,
    relayedAt: AT,
    repliedAt: AT,
    answeredAt: AT,
  }) as MatchQuestion;

const OPEN = { state: 'APPROVED', round: 2 } as const;
const seen = (by: Side | 'STAFF', one: MatchQuestion): QuestionView | undefined =>
  visibleQuestions([one], OPEN, {
    staff: by === 'STAFF',
    sides: by === 'STAFF' ? [] : [by],
  })[0];

describe('visibleQuestions', () => {
  it('shows neither side the words of the other', () => {
    for (const state of Object.values(QuestionState)) {
      const [asker, other] = [seen('NEED', question(state)), seen('OFFER', question(state))];
      expect(JSON.stringify(asker)).not.toContain('in the words of the other side');
      expect(JSON.stringify(other)).not.toContain('in the words of the asker');
      expect(JSON.stringify(other)).not.toContain('as it was passed back');
      expect(seen('STAFF', question(state))).toMatchObject({
        state,
        text: 'in the words of the asker',
        reply: 'in the words of the other side',
      });
    }
  });

  it('shows the other side nothing before it is passed on', () => {
    const asked = Object.assign(question('ASKED'), { relayed: null });
    expect(seen('OFFER', asked)).toBeUndefined();
    expect(seen('NEED', asked)).toMatchObject({ state: 'ASKED' });
  });

  it('tells the asker of a reply, and the other side what became of theirs, by nothing', () => {
    const pair = (state: QuestionState) => [
      seen('NEED', question(state))?.state,
      seen('OFFER', question(state))?.state,
    ];
    expect(pair('REPLIED')).toEqual(['RELAYED', 'REPLIED']);
    expect(pair('ANSWERED')).toEqual(['ANSWERED', 'REPLIED']);
    expect(pair('DROPPED')).toEqual(['DROPPED', 'REPLIED']);
    expect(seen('NEED', question('REPLIED'))).toMatchObject({ reply: null, repliedAt: null });
    expect(seen('OFFER', question('ANSWERED'))).toMatchObject({ askedAt: null, answeredAt: null });
  });

  it('is over with its round', () => {
    const old = Object.assign(question('RELAYED', 1), { reply: null });
    expect(seen('OFFER', old)).toMatchObject({ state: 'DROPPED', current: false });
    expect(seen('STAFF', old)).toMatchObject({ state: 'DROPPED', current: false });
  });
});
