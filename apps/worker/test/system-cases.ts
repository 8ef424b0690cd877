import { MatchClock } from '@wilma/matches';
import { PostingService } from '@wilma/postings';
import type { Act, LifeCase } from './life-case.js';

const move =
  (action: 'pause' | 'resume'): Act =>
  ({ stage, need }, actor) =>
    stage.get(PostingService).move(actor, [need, 1], action);
/** The system withdraws and restores matches after what the owner of a posting does. */
const byOwner =
  (act: Act): Act =>
  (life, actor, version) =>
    act(life, actor.kind === 'SYSTEM' ? life.players.need : actor, version);

const clock: Act = ({ stage }) => stage.get(MatchClock).tick();

const bySystem = { mails: [], by: ['system'], refused: {}, versioned: false } as const;

/** What time brings, and what follows from what happens to postings. */
export const SYSTEM_STEPS: readonly LifeCase[] = [
  {
    ...bySystem,
    from: null,
    action: 'suggest',
    refused: { stranger: 'NOT_FOUND' },
    to: 'SUGGESTED',
    events: ['match.suggested'],
    act: byOwner(({ stage, need }, actor) => stage.get(PostingService).submit(actor, need, 1)),
  },
  {
    ...bySystem,
    from: 'SNOOZED',
    overdue: true,
    action: 'wake',
    to: 'SUGGESTED',
    events: ['match.woken'],
    act: clock,
  },
  {
    ...bySystem,
    from: 'APPROVED',
    overdue: true,
    needAnswer: 'INTERESTED',
    action: 'expire',
    to: 'EXPIRED',
    events: ['match.expired'],
    mails: ['DECLINED to NEED'],
    act: clock,
  },
  ...(['SUGGESTED', 'SNOOZED', 'APPROVED'] as const).map((from): LifeCase => ({
    ...bySystem,
    from,
    action: 'withdraw',
    refused: { stranger: 'FORBIDDEN' },
    to: 'WITHDRAWN',
    events: ['match.withdrawn'],
    // Who was not asked hears nothing.
    mails: from === 'APPROVED' ? ['WITHDRAWN to NEED', 'WITHDRAWN to OFFER'] : [],
    act: byOwner(move('pause')),
  })),
  {
    ...bySystem,
    from: 'WITHDRAWN',
    action: 'restore',
    refused: { stranger: 'NOT_FOUND' },
    to: 'SUGGESTED',
    events: ['match.restored'],
    act: byOwner(move('resume')),
  },
];
