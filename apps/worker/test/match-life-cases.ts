import type { AccountActor, Actor } from '@wilma/domain';
import { MatchOutcomeService, MatchReviewService } from '@wilma/matches';
import { ANSWERS } from './answer-cases.js';
import { type Act, FOR_COORDINATORS, type LifeCase, UNKNOWN_TO_SIDES } from './life-case.js';
import type { Player } from './match-life-stage.js';
import { SYSTEM_STEPS } from './system-cases.js';

const account = (actor: Actor): AccountActor => actor as AccountActor;

const review =
  (
    work: (
      service: MatchReviewService,
      actor: AccountActor,
      at: [string, number],
    ) => Promise<unknown>,
  ): Act =>
  ({ stage, match }, actor, version) =>
    work(stage.get(MatchReviewService), account(actor), [match, version]);

const record =
  (result: 'COLLABORATION' | 'NO_COLLABORATION'): Act =>
  ({ stage, match }, actor, version) =>
    stage.get(MatchOutcomeService).record(account(actor), [match, version], {
      result,
      cooperationForm: null,
      volume: null,
      reason: result === 'COLLABORATION' ? null : 'TIMING',
      text: null,
    });

const FOR_ALL_OF_IT = { stranger: 'NOT_FOUND' } as const;
const ASKED = ['ASK to NEED', 'ASK to OFFER'];
const ALL_OF_IT: readonly Player[] = ['coordinator', 'need', 'offer'];

const common = { versioned: true, mails: [] } as const;

const DECISIONS: readonly LifeCase[] = [
  {
    ...common,
    from: 'SUGGESTED',
    action: 'approve',
    by: ['coordinator'],
    refused: UNKNOWN_TO_SIDES,
    to: 'APPROVED',
    events: ['match.approved'],
    later: ['match.asked by nobody'],
    mails: ASKED,
    act: review((service, actor, at) => service.approve(actor, at, null)),
  },
  {
    ...common,
    from: 'SUGGESTED',
    action: 'dismiss',
    by: ['coordinator'],
    refused: UNKNOWN_TO_SIDES,
    to: 'DISMISSED',
    events: ['match.dismissed'],
    act: review((service, actor, at) =>
      service.dismiss(actor, at, { reason: 'TOPIC', note: null }),
    ),
  },
  {
    ...common,
    from: 'SUGGESTED',
    action: 'snooze',
    by: ['coordinator'],
    refused: UNKNOWN_TO_SIDES,
    to: 'SNOOZED',
    events: ['match.snoozed'],
    act: review((service, actor, at) =>
      service.snooze(actor, at, new Date(Date.now() + 86_400_000)),
    ),
  },
  {
    ...common,
    from: 'SNOOZED',
    action: 'wake',
    by: ['coordinator'],
    refused: UNKNOWN_TO_SIDES,
    to: 'SUGGESTED',
    events: ['match.woken'],
    act: review((service, actor, at) => service.wake(actor, at)),
  },
  ...(['APPROVED', 'DISMISSED', 'SNOOZED'] as const).map((from): LifeCase => ({
    ...common,
    from,
    asked: false,
    action: 'undo',
    by: ['decider'],
    // What was approved is known to its sides once they were asked, and here the builder says so.
    refused: {
      'other coordinator': 'CONFLICT',
      ...(from === 'APPROVED' ? FOR_COORDINATORS : UNKNOWN_TO_SIDES),
    },
    to: 'SUGGESTED',
    events: ['match.undone'],
    act: review((service, actor, at) => service.undo(actor, at)),
  })),
  ...(['EXPIRED', 'DECLINED'] as const).map((from): LifeCase => ({
    ...common,
    from,
    action: 'askAgain',
    by: ['coordinator'],
    refused: FOR_COORDINATORS,
    to: 'APPROVED',
    events: ['match.asked-again'],
    later: ['match.asked by nobody'],
    mails: ASKED,
    act: review((service, actor, at) => service.askAgain(actor, at)),
  })),
];

const afterwards = { ...common, by: ALL_OF_IT, refused: FOR_ALL_OF_IT } as const;
const concluded = { ...common, by: ['coordinator'], refused: FOR_COORDINATORS } as const;

const AFTERWARDS: readonly LifeCase[] = [
  {
    ...afterwards,
    from: 'INTRODUCED',
    action: 'start',
    to: 'IN_PROGRESS',
    events: ['match.started'],
    act: review((service, actor, at) => service.start(actor, at)),
  },
  ...(['INTRODUCED', 'IN_PROGRESS'] as const).flatMap((from): LifeCase[] => [
    {
      ...afterwards,
      from,
      action: 'collaborate',
      to: 'COLLABORATION',
      events: ['match.concluded'],
      act: record('COLLABORATION'),
    },
    {
      ...afterwards,
      from,
      action: 'endWithout',
      to: 'NO_COLLABORATION',
      events: ['match.concluded'],
      act: record('NO_COLLABORATION'),
    },
  ]),
  ...(['COLLABORATION', 'NO_COLLABORATION'] as const).flatMap((from): LifeCase[] => [
    {
      ...concluded,
      from,
      action: 'correctToCollaboration',
      to: 'COLLABORATION',
      events: ['match.outcome-corrected'],
      act: record('COLLABORATION'),
    },
    {
      ...concluded,
      from,
      action: 'correctToNone',
      to: 'NO_COLLABORATION',
      events: ['match.outcome-corrected'],
      act: record('NO_COLLABORATION'),
    },
  ]),
];

export const LIFE_CASES: readonly LifeCase[] = [
  ...DECISIONS,
  ...ANSWERS,
  ...SYSTEM_STEPS,
  ...AFTERWARDS,
];
