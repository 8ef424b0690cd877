import type { MatchState } from '@wilma/domain';
import type { Cell, Stage } from './stage.js';
import { freshWord, inDays } from './subjects.js';

type Columns = Readonly<Record<string, unknown>>;

export interface FullMatch {
  readonly id: string;
  readonly need: string;
  readonly offer: string;
}

const shown = new WeakMap<Stage, Map<string, Promise<FullMatch>>>();

/** One for each cell, which is only looked at: all fields share it. */
export function shownMatch(stage: Stage, cell: Cell): Promise<FullMatch> {
  const known = shown.get(stage) ?? new Map<string, Promise<FullMatch>>();
  shown.set(stage, known);
  const key = `${cell.viewer} ${cell.kind}`;
  const match = known.get(key) ?? fullMatch(stage, cell);
  known.set(key, match);
  return match;
}

/** A match of which there is something to tell in every field. */
export async function fullMatch(
  stage: Stage,
  cell: Cell,
  { state, columns = {} }: { readonly state?: MatchState; readonly columns?: Columns } = {},
): Promise<FullMatch> {
  const { database, players, stranger } = stage;
  const isMet = cell.kind === 'met';
  const programme = await database.insert('programme', {
    name: 'Programm',
    short_name: freshWord(),
    kind: 'INITIATIVE',
  });
  const id = await stage.match(cell, state ?? (isMet ? 'INTRODUCED' : 'APPROVED'), {
    asked_at: new Date(),
    ever_asked: true,
    need_note: 'Geht es auch ab Mai?',
    offer_note: 'Gern.',
    assignee_id: players.coordinator.account,
    programme_id: programme,
    ...(isMet ? {} : { need_answer: 'QUESTION', offer_answer: 'INTERESTED' }),
    ...columns,
  });
  const [found] = await database.query<{ need_id: string; offer_id: string }>(
    'SELECT need_id, offer_id FROM match WHERE id = $1',
    [id],
  );
  const match = { id, need: found?.need_id ?? '', offer: found?.offer_id ?? '' };
  await database.insert('match_question', {
    match_id: id,
    round: 1,
    side: 'NEED',
    state: 'ANSWERED',
    text: 'Wie groß ist die Wanne in Weißwasser?',
    relayed: 'Wie groß ist die Wanne?',
    reply: 'Zwölf Meter, hier in Cottbus.',
    answer: 'Zwölf Meter.',
  });
  const note = { match_id: id, author_id: players.coordinator.account, text: 'Angerufen.' };
  await database.insert('match_note', note);
  await happened(stage, 'match.approved', { match: id, round: 1 }, players.coordinator.account);
  await happened(stage, 'match.assigned', { match: id }, players.coordinator.account);
  const answer = { match: id, side: 'OFFER', answer: 'INTERESTED', round: 1 };
  await happened(stage, 'match.answered', answer, stranger);
  for (const posting of [match.need, match.offer]) await fillPosting(stage, posting, programme);
  if (isMet) await release(stage, match);
  return match;
}

const happened = ({ database }: Stage, name: string, payload: Columns, actor: string) =>
  database.insert('event', { name, payload, actor });

async function fillPosting(stage: Stage, id: string, programme: string): Promise<void> {
  const { database, players, stranger } = stage;
  await stage.set('posting', id, {
    description: 'Fragen an jemand@anderswo.example.',
    confidential: 'Nur für die Koordination.',
    confirmation: 'CONFIRMED',
    review_note: 'Bitte genauer.',
    never_match_with: [players.company.own],
    programme_id: programme,
  });
  await database.query(
    `UPDATE posting SET orcid = '0000-0002-1825-0097', dois = '{10.5555/12345678}'
      WHERE id = $1 AND kind = 'OFFER'`,
    [id],
  );
  const carried = { posting_id: id, tag_id: stage.suggestedTag, weight: 2, position: 9 };
  await database.insert('posting_tag', carried);
  await happened(stage, 'posting.created', { posting: id }, stranger);
  await database.query(
    `INSERT INTO confidential_read (account_id, posting_id, organisation_id, part, day)
     SELECT $2, id, organisation_id, 'TEXT', now()::date FROM posting WHERE id = $1`,
    [id, stranger],
  );
}

/** As both saying yes writes it. */
async function release({ database }: Stage, { id, need, offer }: FullMatch): Promise<void> {
  await database.query(
    `INSERT INTO release (posting_id, organisation_id, owner_id, match_id)
     SELECT one.id, other.organisation_id, one.organisation_id, $3
       FROM posting AS one, posting AS other
      WHERE (one.id = $1 AND other.id = $2) OR (one.id = $2 AND other.id = $1)`,
    [need, offer, id],
  );
}

/** Somebody of a match who was not asked yet. */
export const waitsToBeAsked = ({ database }: Stage, { id }: FullMatch): Promise<string> =>
  database.insert('asking', {
    match_id: id,
    round: 1,
    side: 'NEED',
    person: 'somebody@contact.example',
    ready_at: inDays(-1),
  });
