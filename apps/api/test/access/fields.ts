import { fullMatch, shownMatch, waitsToBeAsked } from './full-match.js';
import type { Cell, Stage } from './stage.js';
import {
  absence,
  mailDomain,
  member,
  notification,
  organisation,
  tag,
  tagMerge,
} from './subjects.js';

type Node = Readonly<Record<string, unknown>>;

/** What to select of an object, and where the value stands in it. */
interface Selection {
  readonly select: string;
  readonly valueIn: (node: Node) => unknown;
}

/** Letters of a field, one for each object that shows it; mostly one. */
type Look = (stage: Stage, cell: Cell) => Promise<string>;

const plain = (name: string, inner = ''): Selection => ({
  select: `${name} ${inner}`,
  valueIn: (node) => node[name],
});

const EMPTY = /^\[\]$|^""$|^false$|^null$/;

export function letterOf(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  if (EMPTY.test(text) || text.startsWith('{"edges":[]')) return '0';
  return text.endsWith('T00:00:00.000Z"') ? 'D' : '+';
}

async function ask(
  stage: Stage,
  cell: Cell,
  query: string,
  id?: string,
): Promise<Readonly<Record<string, Node>>> {
  const data = await stage.player(cell).client.ask(query, id === undefined ? {} : { id });
  return data as Record<string, Node>;
}

/** The same letter of all, or each. */
const joined = (letters: readonly string[]): string => [...new Set(letters)].join('/');

/** A field of the postings that a cell is about. */
const ofPosting =
  (
    { select, valueIn }: Selection,
    kinds: readonly ('need' | 'offer')[] = ['need', 'offer'],
  ): Look =>
  async (stage, cell) => {
    const match = await shownMatch(stage, cell);
    const { side } = stage.player(cell);
    const own = side === 'NEED' ? 'need' : 'offer';
    if (cell.kind === 'asked' || cell.kind === 'met') {
      const query = `query ($id: ID!) { match(id: $id) { need { ${select} } offer { ${select} } } }`;
      const found = (await ask(stage, cell, query, match.id)).match;
      return letterOf(valueIn(found?.[own === 'need' ? 'offer' : 'need'] as Node));
    }
    const letters: string[] = [];
    for (const kind of cell.kind === 'own' && kinds.length > 1 ? [own] : kinds) {
      const id =
        cell.kind === 'own' && kind !== own
          ? await ownOffer(stage, cell)
          : match[kind as 'need' | 'offer'];
      const query = `query ($id: ID!) { ${kind}(id: $id) { ${select} } }`;
      letters.push(letterOf(valueIn((await ask(stage, cell, query, id))[kind] as Node)));
    }
    return joined(letters);
  };

/** An offer of who mostly has needs. */
const ownOffer = (stage: Stage, cell: Cell): Promise<string> =>
  stage.posting(cell, 'OFFER', {
    columns: { orcid: '0000-0002-1825-0097', dois: ['10.5555/12345678'] },
  });

type MatchPlan = NonNullable<Parameters<typeof fullMatch>[2]>;
interface MatchCase {
  readonly plan?: (stage: Stage, cell: Cell) => MatchPlan;
  readonly prepare?: (
    stage: Stage,
    match: Awaited<ReturnType<typeof fullMatch>>,
  ) => Promise<unknown>;
}

const ofMatch =
  ({ select, valueIn }: Selection, { plan, prepare }: MatchCase = {}): Look =>
  async (stage, cell) => {
    const match =
      plan === undefined
        ? await shownMatch(stage, cell)
        : await fullMatch(stage, cell, plan(stage, cell));
    await prepare?.(stage, match);
    const query = `query ($id: ID!) { match(id: $id) { ${select} } }`;
    return letterOf(valueIn((await ask(stage, cell, query, match.id)).match as Node));
  };

interface Step {
  readonly name: string;
  readonly side: string | null;
}
const history = (isMeant: (step: Step) => boolean): Selection => ({
  select: 'history { name side }',
  valueIn: ({ history: steps }) => (steps as Step[]).some(isMeant),
});

const first = (list: string, field: string, inner = ''): Selection => ({
  select: `${list} { ${field} ${inner} }`,
  valueIn: (node) => (node[list] as Node[])[0]?.[field],
});

const ofTag =
  ({ select, valueIn }: Selection): Look =>
  async (stage, cell) => {
    const query = `query ($id: ID!) { tag(id: $id) { ${select} } }`;
    const id = await tag(stage, cell, 'APPROVED');
    return letterOf(valueIn((await ask(stage, cell, query, id)).tag as Node));
  };

const ofNotification =
  (name: 'match' | 'organisation' | 'posting'): Look =>
  async (stage, cell) => {
    const about = {
      match: () => stage.asked(cell),
      organisation: () => organisation(stage, cell, false),
      posting: () => stage.posting(cell, 'NEED', { state: 'PAUSED' }),
    };
    const id = await about[name]();
    const told = await notification(stage, { ...cell, kind: 'own' }, { [`${name}_id`]: id });
    const query = `{ notifications(first: 100) { edges { node { id ${name} { id } } } } }`;
    const { edges } = (await ask(stage, cell, query)).notifications as { edges: { node: Node }[] };
    return letterOf(edges.find(({ node }) => node.id === told)?.node[name]);
  };

/** Of an organisation of which there is everything to tell. */
const ofOrganisation =
  ({ select, valueIn }: Selection): Look =>
  async (stage, cell) => {
    const id = await organisation(stage, cell, true);
    await stage.set('organisation', id, { on_behalf: true });
    await mailDomain(stage, id, 'werk.example');
    const decision = { organisation_id: id, given: true, note: 'rang back', domains: [] };
    await stage.database.insert('verification', { ...decision, at: new Date() });
    const query = `{ organisations(first: 100) { edges { node { id ${select} } } } }`;
    const { edges } = (await ask(stage, cell, query)).organisations as { edges: { node: Node }[] };
    return letterOf(valueIn(edges.find(({ node }) => node.id === id)?.node ?? {}));
  };

/** Of somebody else in an organisation where the viewer has a role. */
const memberMail =
  (role: string): Look =>
  async (stage, cell) => {
    const id = await organisation(stage, cell, true, role);
    const account = await member(stage, cell, id);
    const query = `query ($id: ID!) {
      members(organisation: $id, first: 100) { edges { node { account { id } email } } } }`;
    const { data } = await stage.player(cell).client.send(query, { id });
    if (data === null || data === undefined) return '0';
    const { edges } = data.members as {
      edges: { node: { account: { id: string }; email: string | null } }[];
    };
    return letterOf(edges.find(({ node }) => node.account.id === account)?.node.email);
  };

const VERSION_BY: Selection = {
  select: 'versions { edges { node { by { id } } } }',
  valueIn: ({ versions }) => (versions as { edges: { node: { by: unknown } }[] }).edges[0]?.node.by,
};
const CARRIED: Selection = {
  select: 'tags { tag { state } }',
  valueIn: ({ tags }) =>
    (tags as { tag: { state: string } }[]).some(({ tag: { state } }) => state === 'SUGGESTED'),
};

const OF_POSTINGS: Readonly<Record<string, Look>> = {
  'Posting.confidential': ofPosting(plain('confidential')),
  'Posting.confirmation': ofPosting(plain('confirmation')),
  'Posting.contact': ofPosting(plain('contact', '{ mail }')),
  'Posting.blindedAs': ofPosting(plain('blindedAs', '{ sector }')),
  'Posting.daysOfReading': ofPosting(plain('daysOfReading', '{ day parts }')),
  'Posting.expiresAt': ofPosting(plain('expiresAt')),
  'Posting.matches': ofPosting(plain('matches', '{ edges { node { id } } }')),
  'Posting.mine': ofPosting(plain('mine')),
  'Posting.neverMatchWith': ofPosting(plain('neverMatchWith', '{ id }')),
  'Posting.organisation': ofPosting(plain('organisation', '{ id }')),
  'Posting.programme': ofPosting(plain('programme', '{ id }')),
  'Posting.publishedAt': ofPosting(plain('publishedAt')),
  'Posting.revealing': ofPosting(plain('revealing', '{ kind }')),
  'Posting.reviewNote': ofPosting(plain('reviewNote')),
  'Posting.tags · suggested': ofPosting(CARRIED),
  'Posting.versions': ofPosting(plain('versions', '{ edges { node { version } } }')),
  'PostingVersion.by': ofPosting(VERSION_BY),
  'Offer.dois': ofPosting(plain('dois'), ['offer']),
  'Offer.orcid': ofPosting(plain('orcid'), ['offer']),
};

const DECIDED_BESIDE: MatchCase = {
  prepare: (stage, { id }) =>
    stage.set('match', id, { feedback: '[{"kind":"ACCEPTED","points":30}]', feedback_points: 30 }),
  plan: () => ({}),
};
const DISMISSED: MatchCase = {
  plan: () => ({ state: 'DISMISSED', columns: { dismiss_reason: 'TOPIC' } }),
};
const DECIDED: MatchCase = {
  plan: (stage, cell) => ({
    state: 'DISMISSED',
    columns: { decided_at: new Date(), decided_by: stage.player(cell).account },
  }),
};
const WAITING: MatchCase = {
  plan: () => ({ state: 'APPROVED', columns: { need_answer: null, offer_answer: null } }),
  prepare: waitsToBeAsked,
};

const OF_MATCHES: Readonly<Record<string, Look>> = {
  'Match.assignee': ofMatch(plain('assignee', '{ id }')),
  'Match.canDecide': ofMatch(plain('canDecide')),
  'Match.createdAt': ofMatch(plain('createdAt')),
  'Match.dismissReason': ofMatch(plain('dismissReason'), DISMISSED),
  'Match.feedback': ofMatch(plain('feedback', '{ points }'), DECIDED_BESIDE),
  'Match.history': ofMatch(history(() => true)),
  'Match.history · of coordinators': ofMatch(history(({ name }) => name === 'assigned')),
  "Match.history · of the offer's side": ofMatch(history(({ side }) => side === 'OFFER')),
  'Match.modelVersion': ofMatch(plain('modelVersion')),
  'Match.mySides': ofMatch(plain('mySides')),
  'Match.needAnswer': ofMatch(plain('needAnswer')),
  'Match.needNote': ofMatch(plain('needNote')),
  'Match.notes': ofMatch(plain('notes', '{ text }')),
  'Match.offerAnswer': ofMatch(plain('offerAnswer')),
  'Match.offerNote': ofMatch(plain('offerNote')),
  'Match.programme': ofMatch(plain('programme', '{ id }')),
  'Match.snoozedUntil': ofMatch(plain('snoozedUntil'), { plan: () => ({ state: 'SNOOZED' }) }),
  'Match.undoUntil': ofMatch(plain('undoUntil'), DECIDED),
  'Match.waiting': ofMatch(plain('waiting', '{ reason }'), WAITING),
  'MatchNote.author': ofMatch(first('notes', 'author', '{ id }')),
  'MatchQuestion.text': ofMatch(first('questions', 'text')),
  'MatchQuestion.relayed': ofMatch(first('questions', 'relayed')),
  'MatchQuestion.reply': ofMatch(first('questions', 'reply')),
  'MatchQuestion.answer': ofMatch(first('questions', 'answer')),
};

export const FIELDS: Readonly<Record<string, Look>> = {
  ...OF_POSTINGS,
  ...OF_MATCHES,
  'Absence.account': async (stage, cell) => {
    await absence(stage, { ...cell, kind: 'other' });
    const query = '{ absences { edges { node { account { id } } } } }';
    const { edges } = (await ask(stage, cell, query)).absences as { edges: { node: Node }[] };
    return letterOf(edges[0]?.node.account);
  },
  'MySettings.digest': async (stage, cell) =>
    letterOf((await ask(stage, cell, '{ mySettings { digest } }')).mySettings?.digest),
  'Member.email': memberMail('MEMBER'),
  'Member.email · for its manager': memberMail('MANAGER'),
  'Notification.match': ofNotification('match'),
  'Notification.organisation': ofNotification('organisation'),
  'Notification.posting': ofNotification('posting'),
  'Organisation.mailDomains': ofOrganisation(plain('mailDomains', '{ domain }')),
  'Organisation.onBehalf': ofOrganisation(plain('onBehalf')),
  'Organisation.verifications': ofOrganisation(plain('verifications', '{ note }')),
  'Service.demoAccounts': async (stage, cell) =>
    letterOf(
      (await ask(stage, cell, '{ service { demoAccounts { email } } }')).service?.demoAccounts,
    ),
  'Tag.merges': async (stage, cell) => {
    const merge = await tagMerge(stage, cell);
    const [row] = await stage.database.query<{ into_id: string }>(
      'SELECT into_id FROM tag_merge WHERE id = $1',
      [merge],
    );
    const query = 'query ($id: ID!) { tag(id: $id) { merges { id } } }';
    return letterOf((await ask(stage, cell, query, row?.into_id ?? '')).tag?.merges);
  },
  'Tag.suggestedAt': ofTag(plain('suggestedAt')),
  'Tag.suggestedBy': ofTag(plain('suggestedBy', '{ id }')),
  'Tag.usage': ofTag(plain('usage', '{ postings }')),
};
