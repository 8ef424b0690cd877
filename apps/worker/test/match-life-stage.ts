import {
  type AccountActor,
  type Actor,
  type Answer,
  type LinkActor,
  type MatchState,
  type QuestionState,
  type Side,
  SYSTEM,
} from '@wilma/domain';
import { buildMatch, buildOrganisation, buildPosting } from '@wilma/testing';
import { actorOf, type WorkerStage } from './worker-stage.js';

/** Who tries to take a step. */
export type Player =
  | 'coordinator'
  | 'decider'
  | 'insider'
  | 'link'
  | 'need'
  | 'offer'
  | 'other coordinator'
  | 'stranger'
  | 'system';

/** How a match stands before the step. */
export interface Beginning {
  /** Null: there is no match yet, its need is a draft. */
  readonly from: MatchState | null;
  readonly needAnswer?: Answer;
  readonly offerAnswer?: Answer;
  /** Whether the mails that ask have left; of an approved match they have. */
  readonly asked?: boolean;
  readonly overdue?: boolean;
  /** A question of the need's side. */
  readonly question?: QuestionState;
}

/** A match, everybody who has to do with it, and what became of it. */
export interface Life {
  readonly stage: WorkerStage;
  readonly need: string;
  /** Empty where there is no match yet. */
  readonly match: string;
  readonly version: number;
  readonly players: Readonly<Record<Player, Actor>>;
}

/** What is known of a match after a step. */
export interface Told {
  readonly state: MatchState;
  /** Names and the accounts that acted, since the beginning. */
  readonly events: readonly string[];
  /** Kinds and sides. */
  readonly mails: readonly string[];
}

let lives = 0;

export async function aLife(stage: WorkerStage, beginning: Beginning): Promise<Life> {
  const { database } = stage;
  lives += 1;
  // What earlier lives published would match as well.
  await database.query(`UPDATE posting SET state = 'CLOSED' WHERE state <> 'CLOSED'`);
  const company = await buildOrganisation(database, { name: `life-${lives}` });
  const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
  const need = await buildPosting(database, 'NEED', {
    organisation: company,
    state: needState(beginning.from),
    contact: { mail: `need@life-${lives}.example` },
  });
  const offer = await buildPosting(database, 'OFFER', {
    organisation: university,
    contact: { mail: `offer@life-${lives}.example` },
  });
  const decider = await actorOf(database, 'COORDINATOR');
  const match =
    beginning.from === null ? '' : await aMatch(stage, [need, offer], beginning, decider);
  const link: LinkActor = { kind: 'LINK', matchId: match, organisationId: company };
  const players = {
    coordinator: decider,
    decider,
    'other coordinator': await actorOf(database, 'COORDINATOR'),
    insider: await actorOf(database, 'COORDINATOR', company),
    need: await actorOf(database, 'MEMBER', company),
    offer: await actorOf(database, 'MEMBER', university),
    stranger: await actorOf(database, 'MEMBER', await buildOrganisation(database)),
    link,
    system: SYSTEM,
  };
  return { stage, need, match, version: 1, players };
}

const needState = (from: MatchState | null) =>
  from === null ? 'DRAFT' : from === 'WITHDRAWN' ? 'PAUSED' : 'PUBLISHED';

async function aMatch(
  { database }: WorkerStage,
  [need, offer]: readonly [string, string],
  beginning: Beginning,
  decider: AccountActor,
): Promise<string> {
  const { from, needAnswer, offerAnswer, overdue, question } = beginning;
  const match = await buildMatch(database, { need, offer, state: from ?? 'SUGGESTED' });
  await database.query(
    `UPDATE match SET need_answer = COALESCE($2::answer, need_answer),
            offer_answer = COALESCE($3::answer, offer_answer), decided_by = $4,
            decided_at = now() + interval '1 minute' WHERE id = $1`,
    [match, needAnswer ?? null, offerAnswer ?? null, decider.accountId],
  );
  if (beginning.asked ?? from === 'APPROVED') await ask(database, match);
  if (overdue === true) {
    await database.query(
      `UPDATE match SET deadline = now() - interval '1 day', snoozed_until =
         CASE WHEN snoozed_until IS NOT NULL THEN now() - interval '1 day' END WHERE id = $1`,
      [match],
    );
  }
  if (question !== undefined) await aQuestion(database, match, question);
  return match;
}

type TestDatabase = WorkerStage['database'];

async function ask(database: TestDatabase, match: string): Promise<void> {
  await database.query('UPDATE match SET asked_at = now() WHERE id = $1', [match]);
  await database.query(
    `INSERT INTO asking (match_id, round, side, person, ready_at, asked_at)
     SELECT match.id, round, posting.kind::text::side, contact_mail, now(), now()
       FROM match JOIN posting ON posting.id IN (need_id, offer_id) WHERE match.id = $1`,
    [match],
  );
}

async function aQuestion(
  database: TestDatabase,
  match: string,
  state: QuestionState,
): Promise<void> {
  await database.insert('match_question', {
    match_id: match,
    round: 1,
    side: 'NEED',
    state,
    text: 'Wie heiß?',
    relayed: state === 'ASKED' ? null : 'Wie heiß?',
    reply: state === 'REPLIED' ? 'Sehr.' : null,
  });
  await database.query('UPDATE match SET waiting_since = now() WHERE id = $1', [match]);
}

/** Everything that was told of a life, when all of it is handled. */
export async function toldOf({ stage, need, players }: Life): Promise<Told> {
  await stage.settled();
  const { database } = stage;
  const [match] = await database.query<{ state: MatchState }>(
    'SELECT state::text FROM match WHERE need_id = $1',
    [need],
  );
  if (match === undefined) throw new Error('there is no match');
  const events = await database.query<{ name: string; actor: string | null }>(
    `SELECT name, actor FROM event WHERE name LIKE 'match.%'
        AND payload->>'match' = (SELECT id::text FROM match WHERE need_id = $1) ORDER BY id`,
    [need],
  );
  const mails = await database.query<{ kind: string; side: Side }>(
    `SELECT outgoing_mail.kind::text, posting.kind::text AS side
       FROM outgoing_mail JOIN match ON match.id = match_id AND need_id = $1
       JOIN posting ON posting.id IN (need_id, offer_id) AND contact_mail = to_address
      ORDER BY 1, 2`,
    [need],
  );
  return {
    state: match.state,
    events: events.map(({ name, actor }) => `${name} by ${playerOf(players, actor)}`),
    mails: mails.map(({ kind, side }) => `${kind} to ${side}`),
  };
}

/** Coordinator and decider are one person; nobody stands behind the system and behind links. */
function playerOf(players: Life['players'], account: string | null): string {
  if (account === null) return 'nobody';
  const found = Object.entries(players).find(
    ([, actor]) => actor.kind === 'ACCOUNT' && actor.accountId === account,
  );
  return found?.[0] ?? 'somebody unknown';
}
