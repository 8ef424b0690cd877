import type {
  AccountActor,
  Actor,
  ContactActor,
  PostingAction,
  PostingConfirmation,
  PostingState,
} from '@wilma/domain';
import { postingConsentText } from '@wilma/platform';
import { PostingConfirmationService, PostingReviewService, PostingService } from '@wilma/postings';
import type { WorkerStage } from './worker-stage.js';

export interface Scene {
  readonly id: string;
  readonly mail: string;
  readonly owner: AccountActor;
  readonly stranger: AccountActor;
  readonly insider: AccountActor;
  readonly contact: ContactActor;
  /** Follows a link to another posting. */
  readonly elsewhere: ContactActor;
}

export interface Plan {
  readonly from: PostingState;
  /** Where it stands before, if one piece of work takes two steps. */
  readonly starts?: PostingState;
  readonly verified?: boolean;
  readonly confirmation?: PostingConfirmation | null;
  /** When the listing ends, in days from now. */
  readonly endsIn?: number;
}

/** Somebody tries a step of a version of the scene's posting. */
export interface Attempt {
  readonly stage: WorkerStage;
  readonly scene: Scene;
  readonly actor: Actor;
  readonly version: number;
}

export type Work = (step: Attempt) => Promise<unknown>;

const move =
  (action: 'close' | 'pause' | 'renew' | 'resume'): Work =>
  ({ stage, scene, actor, version }) =>
    stage.get(PostingService).move(actor, [scene.id, version], action);
const review =
  (verdict: 'PUBLISH' | 'REQUEST_CHANGES'): Work =>
  ({ stage, scene, actor, version }) =>
    stage.get(PostingReviewService).review(actor, [scene.id, version], verdict, 'Bitte genauer.');
const submit: Work = ({ stage, scene, actor, version }) =>
  stage.get(PostingService).submit(actor, scene.id, version);
const edit: Work = ({ stage, scene, actor, version }) => {
  const patch = { summary: 'Jetzt etwas anderes.' };
  return stage.get(PostingService).edit(actor, 'NEED', [scene.id, version], patch);
};
const confirm: Work = ({ stage, actor, version }) => {
  const text = postingConsentText('de');
  return stage.get(PostingConfirmationService).confirm(actor as ContactActor, version, text);
};
const refuse: Work = ({ stage, actor, version }) =>
  stage.get(PostingConfirmationService).refuse(actor as ContactActor, version);

export type Who = 'contact' | 'coordinator' | 'elsewhere' | 'insider' | 'owner' | 'stranger';

export interface Row extends Plan {
  readonly action: PostingAction;
  readonly to: PostingState;
  readonly work: Work;
  readonly by: Who;
  /** Who is refused, and how. */
  readonly refused: readonly (readonly [who: Who, code: 'FORBIDDEN' | 'NOT_FOUND'])[];
  readonly event: string;
  /** Begins the subject of the one mail to the contact; null where none follows. */
  readonly mail: string | null;
}

const HIDDEN = [['stranger', 'NOT_FOUND']] as const;
const LISTED = [
  ['stranger', 'FORBIDDEN'],
  ['coordinator', 'FORBIDDEN'],
] as const;
const closable = ['DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED', 'PAUSED', 'EXPIRED'] as const;
/** By a coordinator, for what was entered on somebody's behalf. */
const onBehalf = { by: 'coordinator', confirmation: 'CONFIRMED', refused: HIDDEN } as const;
const listedOnBehalf = { ...onBehalf, refused: [['stranger', 'FORBIDDEN']] } as const;
const askedAgain = { mail: 'Ist das Ihr Bedarf?' } as const;

const row = (
  [from, action, to]: [PostingState, PostingAction, PostingState],
  rest: Omit<Row, 'action' | 'from' | 'to'>,
): Row => ({ from, action, to, ...rest });

const owned = { by: 'owner', refused: HIDDEN } as const;
const listed = { by: 'owner', refused: LISTED } as const;
const reviewed = {
  by: 'coordinator',
  refused: [...HIDDEN, ['owner', 'FORBIDDEN'], ['insider', 'FORBIDDEN']],
} as const;
const answered = {
  by: 'contact',
  confirmation: 'WAITING',
  refused: [['elsewhere', 'NOT_FOUND']],
} as const;
const unverified = { verified: false } as const;

const submitted = { event: 'posting.submitted', mail: null, work: submit } as const;
const sentBack = { event: 'posting.submitted', mail: null, work: edit, ...unverified } as const;
const byLink = { by: 'contact', refused: [['elsewhere', 'NOT_FOUND']] } as const;
const paused = { event: 'posting.paused', mail: null, work: move('pause') } as const;
const resumed = { event: 'posting.resumed', mail: null, work: move('resume') } as const;
const published = { event: 'posting.published', mail: null } as const;
const renewed = { event: 'posting.renewed', mail: null, work: move('renew') } as const;
const closed = { event: 'posting.closed', mail: null, work: move('close') } as const;

export const ROWS: readonly Row[] = [
  row(['DRAFT', 'submit', 'SUBMITTED'], { ...owned, ...submitted, ...unverified }),
  row(['CHANGES_REQUESTED', 'submit', 'SUBMITTED'], { ...owned, ...submitted, ...unverified }),
  ...(['DRAFT', 'CHANGES_REQUESTED'] as const).map((from) =>
    row([from, 'submit', 'SUBMITTED'], {
      ...submitted,
      ...onBehalf,
      ...askedAgain,
      confirmation: 'WAITING',
    }),
  ),
  row(['SUBMITTED', 'confirm', 'SUBMITTED'], {
    ...answered,
    ...unverified,
    work: confirm,
    event: 'posting.confirmed',
    mail: null,
  }),
  ...(['SUBMITTED', 'CHANGES_REQUESTED'] as const).map((from) =>
    row([from, 'refuse', 'CLOSED'], {
      ...answered,
      work: refuse,
      event: 'posting.refused',
      mail: null,
    }),
  ),
  row(['SUBMITTED', 'publish', 'PUBLISHED'], {
    ...reviewed,
    work: review('PUBLISH'),
    event: 'posting.published',
    mail: 'Geprüft und veröffentlicht',
  }),
  row(['SUBMITTED', 'publish', 'PUBLISHED'], {
    ...owned,
    ...published,
    starts: 'DRAFT',
    work: submit,
  }),
  row(['SUBMITTED', 'publish', 'PUBLISHED'], {
    ...answered,
    ...published,
    work: confirm,
  }),
  row(['SUBMITTED', 'requestChanges', 'CHANGES_REQUESTED'], {
    ...reviewed,
    work: review('REQUEST_CHANGES'),
    event: 'posting.changes-requested',
    mail: 'Bitte überarbeiten',
  }),
  row(['PUBLISHED', 'sendBack', 'SUBMITTED'], { ...listed, ...sentBack }),
  row(['PAUSED', 'sendBack', 'SUBMITTED'], { ...owned, ...sentBack }),
  row(['PUBLISHED', 'sendBack', 'SUBMITTED'], {
    ...sentBack,
    ...listedOnBehalf,
    ...askedAgain,
    verified: true,
  }),
  row(['PAUSED', 'sendBack', 'SUBMITTED'], {
    ...sentBack,
    ...onBehalf,
    ...askedAgain,
    verified: true,
  }),
  row(['PUBLISHED', 'pause', 'PAUSED'], { ...listed, ...paused }),
  row(['PUBLISHED', 'pause', 'PAUSED'], { ...listedOnBehalf, ...paused }),
  row(['PAUSED', 'resume', 'PUBLISHED'], { ...owned, ...resumed }),
  row(['PAUSED', 'resume', 'PUBLISHED'], { ...onBehalf, ...resumed }),
  row(['EXPIRED', 'renew', 'PUBLISHED'], { ...owned, ...renewed, endsIn: -1 }),
  row(['PUBLISHED', 'renew', 'PUBLISHED'], { ...listed, ...renewed, endsIn: 10 }),
  row(['EXPIRED', 'renew', 'PUBLISHED'], { ...byLink, ...renewed, endsIn: -1 }),
  row(['PUBLISHED', 'renew', 'PUBLISHED'], {
    ...byLink,
    ...renewed,
    refused: [['elsewhere', 'FORBIDDEN']],
    endsIn: 10,
  }),
  row(['EXPIRED', 'renew', 'PUBLISHED'], { ...onBehalf, ...renewed, endsIn: -1 }),
  row(['PUBLISHED', 'renew', 'PUBLISHED'], { ...listedOnBehalf, ...renewed, endsIn: 10 }),
  ...closable.flatMap((from) => [
    row([from, 'close', 'CLOSED'], { ...owned, ...closed }),
    row([from, 'close', 'CLOSED'], { ...onBehalf, ...closed }),
  ]),
  row(['PUBLISHED', 'close', 'CLOSED'], { ...listed, ...closed }),
  row(['PUBLISHED', 'close', 'CLOSED'], { ...listedOnBehalf, ...closed }),
];
