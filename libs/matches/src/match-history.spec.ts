import { describe, expect, it } from '@jest/globals';
import { type Answer, type EventName, MatchState, RELEASED, type Side } from '@wilma/domain';
import fc from 'fast-check';
import { isNoticed, type StoredEvent, visibleHistory } from './match-history.js';

const AT = new Date('2026-11-04T11:00:00Z');

/** One event: what happened, who did it, for which side, in which round of asking. */
type Told = readonly [name: string, actor?: string | null, side?: Side | null, round?: number];

const stored = (told: readonly Told[]): StoredEvent[] =>
  told.map(([name, actor = null, side = null, round = 1], index) => ({
    id: String(index),
    match: 'match',
    name: `match.${name}` as EventName,
    at: AT,
    actor,
    side,
    round,
  }));

const NEED = { staff: false, sides: ['NEED'] } as const;
const OFFER = { staff: false, sides: ['OFFER'] } as const;
const STAFF = { staff: true, sides: [] } as const;

type Match = Parameters<typeof visibleHistory>[1];
const match = (
  state: MatchState,
  needAnswer: Answer | null,
  offerAnswer: Answer | null,
  round = 1,
): Match => ({
  state,
  needAnswer,
  offerAnswer,
  round,
});

/** The history as `what, who, side`; what is not told is left out. */
const seenBy = (
  viewer: typeof NEED | typeof OFFER | typeof STAFF,
  told: readonly Told[],
  at: Match,
) =>
  visibleHistory(stored(told), at, viewer).map(({ name, actor, side }) =>
    [name, actor, side].filter((part) => part !== null).join(' '),
  );

const ASKED: Told[] = [
  ['suggested'],
  ['assigned', 'anna'],
  ['approved', 'anna'],
  ['asked'],
  ['answered', 'nele', 'NEED'],
];

describe('a change', () => {
  const byOffer = { name: 'match.answered', side: 'OFFER' } as const;

  it('by the answer of one side is noticed by the other when both are in', () => {
    const alone = match('APPROVED', null, 'INTERESTED');
    const both = match('INTRODUCED', 'INTERESTED', 'INTERESTED');
    expect(isNoticed(byOffer, alone, ['NEED'])).toBe(false);
    expect(isNoticed(byOffer, alone, ['OFFER'])).toBe(true);
    expect(isNoticed(byOffer, both, ['NEED'])).toBe(true);
  });

  it('that is no answer is noticed by both', () => {
    const asked = match('APPROVED', null, null);
    expect(isNoticed({ name: 'match.asked' }, asked, ['NEED'])).toBe(true);
  });
});

describe('when asked again after a refusal', () => {
  it('nobody learns who refused, not even after both said yes', () => {
    const told: Told[] = [
      ['answered', 'otto', 'OFFER', 1],
      ['declined', 'otto', 'OFFER', 1],
      ['asked-again', 'anna'],
      ['answered', 'otto', 'OFFER', 2],
      ['answered', 'nele', 'NEED', 2],
      ['introduced', 'nele', 'NEED', 2],
    ];
    const introduced = match('INTRODUCED', 'INTERESTED', 'INTERESTED', 2);
    expect(seenBy(NEED, told, introduced)).toEqual([
      'declined',
      'asked-again anna',
      'answered otto OFFER',
      'answered nele NEED',
      'introduced nele NEED',
    ]);
  });
});

describe('while the other side has not answered', () => {
  const open = match('APPROVED', 'INTERESTED', null);

  it('each side sees what was done to both and what it said itself', () => {
    expect(seenBy(NEED, ASKED, open)).toEqual(['approved anna', 'asked', 'answered nele NEED']);
    expect(seenBy(OFFER, ASKED, open)).toEqual(['approved anna', 'asked']);
  });

  it('coordinators see everything', () => {
    expect(seenBy(STAFF, ASKED, open)).toEqual([
      'suggested',
      'assigned anna',
      'approved anna',
      'asked',
      'answered nele NEED',
    ]);
  });

  it('a yes that was taken back stays between that side and the coordinators', () => {
    const told: Told[] = [...ASKED, ['answer-taken-back', 'nele', 'NEED']];
    const at = match('APPROVED', null, null);
    expect(seenBy(NEED, told, at)).toContain('answer-taken-back nele NEED');
    expect(seenBy(OFFER, told, at)).toEqual(['approved anna', 'asked']);
  });

  it('a question stays so too', () => {
    const at = match('APPROVED', 'QUESTION', 'INTERESTED');
    expect(seenBy(OFFER, ASKED, at)).toEqual(['approved anna', 'asked']);
  });
});

describe('when one side declined', () => {
  const told: Told[] = [...ASKED, ['answered', 'otto', 'OFFER'], ['declined', 'otto', 'OFFER']];
  const at = match('DECLINED', 'INTERESTED', 'DECLINED');

  it('the other side sees that it came to nothing, not by whom', () => {
    expect(seenBy(NEED, told, at)).toEqual([
      'approved anna',
      'asked',
      'answered nele NEED',
      'declined',
    ]);
  });

  it('who declined sees no more of the other side than before', () => {
    expect(seenBy(OFFER, told, at)).toEqual([
      'approved anna',
      'asked',
      'answered otto OFFER',
      'declined',
    ]);
  });

  it('coordinators see who it was', () => {
    expect(seenBy(STAFF, told, at)).toContain('declined otto OFFER');
  });
});

describe('when it expired', () => {
  it('nobody sees whether the other side had answered', () => {
    const told: Told[] = [...ASKED, ['reminded'], ['expired']];
    expect(seenBy(OFFER, told, match('EXPIRED', 'INTERESTED', null))).toEqual([
      'approved anna',
      'asked',
      'reminded',
      'expired',
    ]);
  });
});

describe('when both were introduced', () => {
  const told: Told[] = [
    ...ASKED,
    ['answered', 'otto', 'OFFER'],
    ['introduced', 'otto', 'OFFER'],
    ['started', 'nele'],
  ];

  it('each side sees what the other did, and who', () => {
    const whole = [
      'approved anna',
      'asked',
      'answered nele NEED',
      'answered otto OFFER',
      'introduced otto OFFER',
      'started nele',
    ];
    const at = match('IN_PROGRESS', 'INTERESTED', 'INTERESTED');
    expect(seenBy(NEED, told, at)).toEqual(whole);
    expect(seenBy(OFFER, told, at)).toEqual(whole);
  });
});

describe('any history', () => {
  const COORDINATORS = ['suggested', 'rescored', 'dismissed', 'snoozed', 'woken', 'undone'].concat([
    'assigned',
    'restored',
  ]);
  const OF_SIDES = ['answered', 'answer-taken-back', 'declined', 'introduced'];
  const OF_BOTH = ['approved', 'asked-again', 'asked', 'reminded', 'expired', 'withdrawn'];
  const answer = fc.constantFrom<(Answer | null)[]>('INTERESTED', 'DECLINED', 'QUESTION', null);
  const anyTold = fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...COORDINATORS, ...OF_BOTH), fc.constant('anna')),
      fc.tuple(fc.constantFrom(...OF_SIDES), fc.constant('nele'), fc.constant<Side>('NEED')),
      fc.tuple(fc.constantFrom(...OF_SIDES), fc.constant('otto'), fc.constant<Side>('OFFER')),
    ),
  );
  const anyMatch = fc.record({
    state: fc.constantFrom(...Object.values(MatchState)),
    needAnswer: answer,
    offerAnswer: answer,
    round: fc.constantFrom(1, 2),
  });

  it('shows a side neither the other side nor who acts for it before the introduction', () => {
    fc.assert(
      fc.property(anyTold, anyMatch, (told, at) => {
        const seen = visibleHistory(stored(told), at, NEED);
        const isOpen = [at.needAnswer, at.offerAnswer].every(
          (said) => said === 'INTERESTED' || said === 'DECLINED',
        );
        if (!RELEASED.includes(at.state))
          expect(seen.map(({ actor }) => actor)).not.toContain('otto');
        if (!isOpen) expect(seen.map(({ side }) => side)).not.toContain('OFFER');
      }),
    );
  });

  it("shows a side nothing of the coordinators' work but their decision", () => {
    fc.assert(
      fc.property(anyTold, anyMatch, (told, at) => {
        for (const { name } of visibleHistory(stored(told), at, OFFER)) {
          expect(COORDINATORS).not.toContain(name);
        }
      }),
    );
  });

  it('keeps its order, and is whole for coordinators', () => {
    fc.assert(
      fc.property(anyTold, anyMatch, (told, at) => {
        const order = visibleHistory(stored(told), at, NEED).map(({ id }) => Number(id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(visibleHistory(stored(told), at, STAFF)).toHaveLength(told.length);
      }),
    );
  });
});
