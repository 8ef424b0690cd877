import { randomUUID } from 'node:crypto';
import type { PostingKind, PostingState, TagState } from '@wilma/domain';
import { buildAccount, type PostingPlan } from '@wilma/testing';
import type { Cell, Stage } from './stage.js';

const DAY_MS = 86_400_000;
export const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
export const dayIn = (days: number): string => inDays(days).toISOString().slice(0, 10);
/** A word that nobody has used yet. */
export const freshWord = (): string => `w${randomUUID().replaceAll('-', '')}`;

export const NEED_OR_OFFER = { need: 'NEED', offer: 'OFFER' } as const;

export const inState = (stage: Stage, cell: Cell, state: PostingState): Promise<string> =>
  stage.posting(cell, 'NEED', { state });

/** A posting that a coordinator entered for somebody who phoned, and who agreed. */
export const byPhone = (stage: Stage, cell: Cell): Promise<string> =>
  stage.posting(cell, 'NEED', { columns: { confirmation: 'CONFIRMED' } });

let placed = 0;

/** A posting that stands before all others by title. */
export function first(
  stage: Stage,
  cell: Cell,
  kind: PostingKind,
  plan: Partial<PostingPlan> = {},
): Promise<string> {
  placed += 1;
  return stage.posting(cell, kind, { ...plan, title: `0 ${String(90_000 - placed)} (Beispiel)` });
}

/** Id of a tag in a state, suggested by the viewer or by others. */
export async function tag(stage: Stage, cell: Cell, state: TagState): Promise<string> {
  const id = freshWord();
  if (cell.kind === 'missing') return id;
  const by = { suggested_by: stage.account(cell), suggested_at: new Date() };
  await stage.database.insert('tag', { id, state, ...by, words_by: 'CURATOR' });
  await stage.database.insert('tag_label', { tag_id: id, locale: 'de', text: id, preferred: true });
  await stage.database.query('UPDATE vocabulary SET revision = revision + 1');
  return id;
}

/** Id of a merge into an approved tag that can be undone. */
export async function tagMerge(stage: Stage, cell: Cell): Promise<string> {
  if (cell.kind === 'missing') return randomUUID();
  const [into, from] = [
    await tag(stage, { ...cell, kind: 'other' }, 'APPROVED'),
    await tag(stage, { ...cell, kind: 'other' }, 'APPROVED'),
  ];
  await stage.set('tag', from, { state: 'MERGED', merged_into: into });
  const [row] = await stage.database.query<{ revision: number }>(
    'UPDATE vocabulary SET revision = revision + 1 RETURNING revision',
  );
  return stage.database.insert('tag_merge', {
    into_id: into,
    tags: JSON.stringify([{ id: from, state: 'APPROVED', mergedInto: null }]),
    postings: 0,
    revision: row?.revision ?? 0,
    at: new Date(),
  });
}

/** An organisation of the viewer, who may be its manager, or of others. */
export async function organisation(
  stage: Stage,
  cell: Cell,
  verified: boolean,
  role = 'MEMBER',
): Promise<string> {
  if (cell.kind === 'missing') return randomUUID();
  const id = await stage.database.insert('organisation', {
    name: `0 ${String(90_000 - (placed += 1))} Beispiel`,
    kind: 'COMPANY',
    verified_at: verified ? new Date() : null,
  });
  if (cell.kind === 'own') {
    const { account } = stage.player(cell);
    await stage.database.insert('membership', { account_id: account, organisation_id: id, role });
  }
  return id;
}

/** Id of the account of somebody else who belongs to an organisation. */
export async function member(stage: Stage, { kind }: Cell, organisation: string): Promise<string> {
  const account = await buildAccount(stage.database);
  if (kind === 'missing') return account.id;
  const place = { account_id: account.id, organisation_id: organisation };
  await stage.database.insert('membership', place);
  return account.id;
}

/** Lets people with addresses at the domain join. */
export async function mailDomain(stage: Stage, organisation: string, domain: string) {
  const row = { organisation_id: organisation, domain, with_subdomains: false };
  await stage.database.insert('mail_domain', { ...row, confirmed_at: new Date() });
}

/** Id of an invitation to an organisation. */
export const invitation = (
  stage: Stage,
  cell: Cell,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  stage.row(cell, 'invitation', {
    organisation_id: stage.organisation(cell),
    email: `${freshWord()}@people.example`,
    role: 'MEMBER',
    locale: 'de',
    expires_at: inDays(10),
    ...columns,
  });

/** Id of something that an account keeps for itself. */
export const savedFilter = (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'saved_filter', {
    account_id: stage.account(cell),
    kind: 'NEED',
    name: freshWord(),
    filter: '{}',
  });

export const absence = (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'absence', {
    account_id: stage.account(cell),
    from_day: dayIn(1),
    to_day: dayIn(2),
  });

/** That somebody reported a posting. */
export const postingReport = async (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'posting_report', {
    posting_id: await stage.posting({ ...cell, kind: 'other' }, 'NEED'),
    reason: 'WRONG',
    text: '',
  });

/** That somebody wants to be erased. */
export const erasure = (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'erasure', {
    account_id: stage.account(cell),
    addressee: freshWord(),
    requested_at: inDays(-1),
    due_at: inDays(13),
  });

export async function notification(
  stage: Stage,
  cell: Cell,
  subject?: Readonly<Record<string, unknown>>,
): Promise<string> {
  const about = subject ?? { posting_id: await stage.posting({ ...cell, kind: 'other' }, 'NEED') };
  return stage.row(cell, 'notification', {
    account_id: stage.account(cell),
    kind: 'POSTING_PUBLISHED',
    occasion: freshWord(),
    ...about,
  });
}

/** Id of a job that was parked. */
export async function parkedJob(stage: Stage, cell: Cell): Promise<string> {
  if (cell.kind === 'missing') return randomUUID();
  const { database } = stage;
  const event = await database.insert('event', { name: 'job.retried', payload: '{}' });
  const handler = 'refresh-matches';
  return database.insert('parked_job', { event_id: event, handler, error: 'it failed' });
}

let versions = 0;

/** A version of the weights that nobody uses. */
export async function matchingModel({ database }: Stage, cell: Cell): Promise<number> {
  versions += 1;
  if (cell.kind === 'missing') return 1000 + versions;
  await database.query(
    `INSERT INTO matching_model (version, created_at, active, formula, thresholds, answers)
     VALUES ($1, now(), false, $2, '{"GOOD":40,"STRONG":62}', 100)`,
    [versions, JSON.stringify({ topic: WEIGHTS, fit: FIT_WEIGHTS, pairs: [] })],
  );
  return versions;
}

/** Of the topic's signals: whatever is active, matching goes on. */
const WEIGHTS = [0.3, 0.25, 0.1, 0.25, 0.05, 0.05];
const FIT_WEIGHTS = { FORM: 0.3, MATURITY: 0.2, DISTRICT: 0.1, TIME: 0.2 };

/** A question of the other side of a match, or of the need's where the viewer has no side. */
export async function question(
  stage: Stage,
  cell: Cell,
  columns: Readonly<Record<string, unknown>> & { readonly side: string },
): Promise<string> {
  const column = columns.side === 'NEED' ? 'need_answer' : 'offer_answer';
  const id = await stage.asked(cell, { [column]: 'QUESTION', waiting_since: new Date() });
  if (cell.kind === 'missing') return id;
  await stage.database.insert('match_question', {
    match_id: id,
    round: 1,
    text: 'Wie groß ist die Wanne?',
    ...columns,
  });
  return id;
}

/** Id of a session of the viewer on another device, or of somebody else's. */
export const session = (stage: Stage, cell: Cell): Promise<string> =>
  stage.row(cell, 'auth.session', {
    token: randomUUID(),
    userId: stage.account(cell),
    expiresAt: inDays(1),
    createdAt: new Date(),
    updatedAt: new Date(),
  });
