import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conflict, DomainError } from './errors.js';
import type { EventName } from './events.js';
import {
  EDITABLE,
  awaitsContact,
  isListed,
  POSTING_TRANSITIONS,
  type PostingAction,
  RENEWAL_DAYS,
  renewalIsDue,
  SHOWN_POSTING,
  stepPosting,
} from './posting-state.js';
import { PostingConfirmation, PostingState, Visibility } from './vocabulary.js';

type Row = [from: PostingState, action: PostingAction, to: PostingState, event: EventName];

/** Every legal step of a posting; what is not here is refused. */
const STEPS: readonly Row[] = [
  ['DRAFT', 'submit', 'SUBMITTED', 'posting.submitted'],
  ['CHANGES_REQUESTED', 'submit', 'SUBMITTED', 'posting.submitted'],
  ['SUBMITTED', 'confirm', 'SUBMITTED', 'posting.confirmed'],
  ['SUBMITTED', 'refuse', 'CLOSED', 'posting.refused'],
  ['CHANGES_REQUESTED', 'refuse', 'CLOSED', 'posting.refused'],
  ['SUBMITTED', 'publish', 'PUBLISHED', 'posting.published'],
  ['SUBMITTED', 'requestChanges', 'CHANGES_REQUESTED', 'posting.changes-requested'],
  ['PUBLISHED', 'sendBack', 'SUBMITTED', 'posting.submitted'],
  ['PAUSED', 'sendBack', 'SUBMITTED', 'posting.submitted'],
  ['PUBLISHED', 'pause', 'PAUSED', 'posting.paused'],
  ['PAUSED', 'resume', 'PUBLISHED', 'posting.resumed'],
  ['PUBLISHED', 'expire', 'EXPIRED', 'posting.expired'],
  ['PUBLISHED', 'renew', 'PUBLISHED', 'posting.renewed'],
  ['EXPIRED', 'renew', 'PUBLISHED', 'posting.renewed'],
  ['DRAFT', 'close', 'CLOSED', 'posting.closed'],
  ['SUBMITTED', 'close', 'CLOSED', 'posting.closed'],
  ['CHANGES_REQUESTED', 'close', 'CLOSED', 'posting.closed'],
  ['PUBLISHED', 'close', 'CLOSED', 'posting.closed'],
  ['PAUSED', 'close', 'CLOSED', 'posting.closed'],
  ['EXPIRED', 'close', 'CLOSED', 'posting.closed'],
];

/** Who takes each step, and which mails follow. */
const TAKEN: Readonly<Record<PostingAction, string>> = {
  submit: 'OWNER COORDINATOR: POSTING_CONFIRM',
  confirm: 'CONTACT:',
  refuse: 'CONTACT:',
  publish: 'COORDINATOR OWNER CONTACT: POSTING_PUBLISHED',
  requestChanges: 'COORDINATOR: POSTING_CHANGES',
  sendBack: 'OWNER COORDINATOR: POSTING_CONFIRM',
  pause: 'OWNER COORDINATOR:',
  resume: 'OWNER COORDINATOR:',
  expire: 'SYSTEM: POSTING_EXPIRED',
  renew: 'OWNER COORDINATOR CONTACT:',
  close: 'OWNER COORDINATOR:',
};

const ACTIONS = [...new Set(STEPS.map(([, action]) => action))];
const isLegal = (state: PostingState, action: PostingAction): boolean =>
  STEPS.some(([from, legal]) => from === state && legal === action);

describe('stepPosting', () => {
  it.each(STEPS)('%s: %s leads to %s (%s)', (from, action, state, event) => {
    expect(stepPosting(from, action)).toEqual({ state, event });
  });

  it('has no other rows', () => {
    const rows = POSTING_TRANSITIONS.flatMap(({ action, from, to, event }) =>
      from.map((state): Row => [state, action, to, event]),
    );
    expect(rows.map(String).sort()).toEqual(STEPS.map(String).sort());
  });

  it('has one row for each action, which says who takes it and which mails follow', () => {
    const rows = POSTING_TRANSITIONS.map(({ action, by, mail }) => [
      action,
      [`${by.join(' ')}:`, ...mail].join(' '),
    ]);
    expect(rows).toEqual(Object.entries(TAKEN));
  });

  it('refuses every other pair of state and action as a conflict', () => {
    for (const state of Object.values(PostingState)) {
      for (const action of ACTIONS.filter((one) => !isLegal(state, one))) {
        expect(() => stepPosting(state, action)).toThrow(
          conflict(`a posting in state ${state} does not allow ${action}`),
        );
      }
    }
  });
});

describe('any life of a posting', () => {
  const anyActions = fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40, size: 'max' });

  /** The accepted actions and the states that they led to. */
  function live(
    actions: readonly PostingAction[],
  ): { action: PostingAction; state: PostingState }[] {
    const steps: { action: PostingAction; state: PostingState }[] = [];
    let state: PostingState = 'DRAFT';
    for (const action of actions) {
      try {
        state = stepPosting(state, action).state;
        steps.push({ action, state });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return steps;
  }

  it('is listed only after a review that came after the last submission', () => {
    let listed = 0;
    fc.assert(
      fc.property(anyActions, (actions) => {
        let isReviewed = false;
        for (const { action, state } of live(actions)) {
          if (action === 'publish') isReviewed = true;
          if (action === 'submit' || action === 'sendBack') isReviewed = false;
          if (state === 'PUBLISHED') listed += 1;
          expect([action, state === 'PUBLISHED' && !isReviewed]).toEqual([action, false]);
        }
      }),
      { numRuns: 500 },
    );
    expect(listed).toBeGreaterThan(20);
  });

  it('ends when it is closed', () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        const states = live(actions).map(({ state }) => state);
        expect(states.slice(0, -1)).not.toContain('CLOSED');
      }),
      { numRuns: 500 },
    );
  });
});

describe('isListed', () => {
  it('lists what is published, named or blinded, and nothing else', () => {
    const listed = Object.values(PostingState).flatMap((state) =>
      Object.values(Visibility)
        .filter((visibility) => isListed({ state, visibility }))
        .map((visibility) => `${state} ${visibility}`),
    );
    expect(listed).toEqual(['PUBLISHED NAMED', 'PUBLISHED BLINDED']);
  });
});

describe('SHOWN_POSTING', () => {
  it('is what may be published again without a review', () => {
    const shown = STEPS.filter(([from, action]) => from === 'PUBLISHED' || action === 'resume');
    expect([...SHOWN_POSTING]).toEqual([...new Set(shown.map(([from]) => from))]);
  });
});

describe('EDITABLE', () => {
  it('leaves out what is over', () => {
    const over = Object.values(PostingState).filter((state) => !EDITABLE.includes(state));
    expect(over).toEqual(['EXPIRED', 'CLOSED']);
  });
});

describe('renewalIsDue', () => {
  const now = new Date('2026-11-04T09:00:00Z');
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

  it.each<[state: PostingState, days: number, isDue: boolean]>([
    ['EXPIRED', -1, true],
    ['EXPIRED', -400, true],
    ['PUBLISHED', RENEWAL_DAYS + 0.001, false],
    ['PUBLISHED', RENEWAL_DAYS, true],
    ['PUBLISHED', 0.001, true],
    ['PUBLISHED', -0.001, true],
    ['PAUSED', 1, false],
    ['SUBMITTED', 1, false],
    ['CLOSED', -1, false],
  ])('%s, %d days before its end: %s', (state, days, isDue) => {
    expect(renewalIsDue({ state, expiresAt: inDays(days) }, now)).toBe(isDue);
  });

  it('is not due where there is no end', () => {
    expect(renewalIsDue({ state: 'PUBLISHED', expiresAt: null }, now)).toBe(false);
  });
});

describe('awaitsContact', () => {
  it('lets pass what nobody need agree to and what was agreed to', () => {
    const waits = [null, ...Object.values(PostingConfirmation)].filter(awaitsContact);
    expect(waits).toEqual(['WAITING', 'REFUSED']);
  });
});
