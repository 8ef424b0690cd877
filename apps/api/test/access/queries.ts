import type { PostingKind } from '@wilma/domain';
import type { PostingPlan } from '@wilma/testing';
import type { Cell, Stage } from './stage.js';
import {
  first,
  freshWord,
  invitation,
  mailDomain,
  member,
  NEED_OR_OFFER,
  notification,
  organisation,
  savedFilter,
  session,
  tag,
} from './subjects.js';
import type { Call, Calls, Trial } from './trial.js';

interface List {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

const idsIn = (list: unknown): string[] => (list as List).edges.map(({ node }) => node.id);
const listed = (query: string, id: string, variables = {}): Trial => ({
  query,
  variables,
  shows: ({ list }) => idsIn(list).includes(id),
});
const byId = (field: string, id: string): Trial => ({
  query: `query ($id: ID!) { ${field}(id: $id) { id } }`,
  variables: { id },
});
const plain =
  (query: string, variables = {}): Call =>
  () => ({ query, variables });

const CONNECTION = '{ edges { node { id } } totalCount }';

const one =
  (field: 'need' | 'offer', plan: Partial<PostingPlan> = {}): Call =>
  async (stage, cell) =>
    byId(field, await stage.posting(cell, NEED_OR_OFFER[field], plan));

type Filter = (stage: Stage, cell: Cell) => object;

const many =
  (kind: PostingKind, plan: Partial<PostingPlan> = {}, filterOf: Filter = () => ({})): Call =>
  async (stage, cell) => {
    const id = await first(stage, cell, kind, plan);
    const filter = { states: [plan.state ?? 'PUBLISHED'], ...filterOf(stage, cell) };
    return listed(
      `query ($filter: PostingFilter) { list: ${kind === 'NEED' ? 'needs' : 'offers'}(
         filter: $filter, orderBy: TITLE, first: 100) ${CONNECTION} }`,
      id,
      { filter },
    );
  };

const OF_OWNER: Filter = (stage, cell) => ({ organisation: stage.organisation(cell) });

const matches =
  (columns: object): Call =>
  async (stage, cell) => {
    const isAsked = Object.keys(columns).length === 0;
    const id = await (isAsked ? stage.asked(cell) : stage.match(cell, 'SUGGESTED', { ...columns }));
    return listed(`{ list: matches(orderBy: NEWEST, first: 100) ${CONNECTION} }`, id);
  };

const organisations =
  (verified: boolean): Call =>
  async (stage, cell) =>
    listed(
      `{ list: organisations(first: 100) ${CONNECTION} }`,
      await organisation(stage, cell, verified),
    );

/** Those that the viewer's address lets them join, of a domain that lets such people in or not. */
const joinable =
  (domain: string): Call =>
  async (stage, cell) => {
    const id = await organisation(stage, cell, true);
    await mailDomain(stage, id, domain);
    return {
      query: '{ list: joinableOrganisations { id } }',
      shows: ({ list }) => (list as { id: string }[]).some((one) => one.id === id),
    };
  };

/** What anybody may ask. */
/** What administrators look after. */
const ADMINISTRATION: Calls = {
  accounts: plain('{ accounts { totalCount } }'),
  auditChain: plain('{ auditChain { checked } }'),
  auditTrail: plain('{ auditTrail { totalCount } }'),
  installation: plain('{ installation { databaseSize } }'),
  mailLog: plain('{ mailLog { totalCount } }'),
};

export const OPEN_QUERIES: Calls = {
  me: plain('{ me { account { id name email } role memberships { organisation { id } } } }'),
  programmes: plain('{ programmes { totalCount } }'),
  service: plain('{ service { undoSeconds openNeeds openOffers introductions organisations } }'),
  suggestTags: plain('{ suggestTags(text: "Glas") { tag { id } } }'),
  tag: (_stage, { kind }) => byId('tag', kind === 'missing' ? freshWord() : 'glass-melting'),
  tags: plain('{ tags(search: "glas") { id } }'),
};

export const QUERIES: Calls = {
  absences: plain('{ absences { totalCount } }'),
  confidentialReads: plain('{ confidentialReads { edges { node { id } } totalCount } }'),
  invitations: async (stage, cell) => {
    const organisation = stage.organisation(cell);
    const id = await invitation(stage, cell, { organisation_id: organisation });
    return listed(
      `query ($organisation: ID!) { list: invitations(organisation: $organisation, first: 100)
         ${CONNECTION} }`,
      id,
      { organisation },
    );
  },
  joinableOrganisations: joinable('people.example'),
  'joinableOrganisations · of another domain': joinable('eople.example'),
  members: async (stage, cell) => {
    const organisation = stage.organisation(cell);
    const id = await member(stage, cell, organisation);
    return {
      query: `query ($organisation: ID!) { list: members(organisation: $organisation, first: 100) {
        edges { node { account { id } } } totalCount } }`,
      variables: { organisation },
      shows: ({ list }) =>
        (list as { edges: { node: { account: { id: string } } }[] }).edges.some(
          ({ node }) => node.account.id === id,
        ),
    };
  },
  mailProblems: plain('{ mailProblems { totalCount } }'),
  match: async (stage, cell) => byId('match', await stage.asked(cell)),
  'match · not asked yet': async (stage, cell) =>
    byId('match', await stage.match(cell, 'SUGGESTED')),
  matches: matches({}),
  'matches · not asked yet': matches({ version: 1 }),
  matchingLearning: plain('{ matchingLearning { models { version } } }'),
  mergePreview: plain('{ mergePreview(from: ["sintering"], into: "glass-melting") { postings } }'),
  mySavedFilters: async (stage, cell) => {
    const id = await savedFilter(stage, cell);
    return {
      query: '{ list: mySavedFilters(kind: NEED) { id } }',
      shows: ({ list }) => (list as { id: string }[]).some((saved) => saved.id === id),
    };
  },
  myErasure: plain('{ myErasure { dueAt } }'),
  mySessions: async (stage, cell) => {
    const id = await session(stage, cell);
    return {
      query: '{ list: mySessions { id } }',
      shows: ({ list }) => (list as { id: string }[]).some((seen) => seen.id === id),
    };
  },
  mySettings: plain('{ mySettings { locale } }'),
  need: one('need'),
  'need · draft': one('need', { state: 'DRAFT' }),
  'need · handed in': one('need', { state: 'SUBMITTED' }),
  'need · paused': one('need', { state: 'PAUSED' }),
  'need · closed': one('need', { state: 'CLOSED' }),
  'need · for coordinators only': one('need', { visibility: 'COORDINATORS_ONLY' }),
  needs: many('NEED'),
  'needs · draft': many('NEED', { state: 'DRAFT' }),
  'needs · handed in': many('NEED', { state: 'SUBMITTED' }),
  'needs · for coordinators only': many('NEED', { visibility: 'COORDINATORS_ONLY' }),
  'needs · of an organisation': many('NEED', {}, OF_OWNER),
  notifications: async (stage, cell) =>
    listed(`{ list: notifications(first: 100) ${CONNECTION} }`, await notification(stage, cell)),
  offer: one('offer'),
  'offer · draft': one('offer', { state: 'DRAFT' }),
  'offer · handed in': one('offer', { state: 'SUBMITTED' }),
  offers: many('OFFER'),
  'offers · draft': many('OFFER', { state: 'DRAFT' }),
  'offers · of an organisation': many('OFFER', {}, OF_OWNER),
  organisations: organisations(true),
  'organisations · not verified': organisations(false),
  ...ADMINISTRATION,
  parkedJobs: plain('{ parkedJobs { totalCount } }'),
  postingReports: plain('{ postingReports { totalCount } }'),
  previewMatches: (stage, cell) => ({
    query: 'query ($input: NeedInput!) { previewMatches(input: $input) { count } }',
    variables: { input: { title: 'Ein Bedarf', organisation: stage.organisation(cell) } },
  }),
  'tag · suggested': async (stage, cell) => byId('tag', await tag(stage, cell, 'SUGGESTED')),
  tagSuggestions: plain('{ tagSuggestions { id } }'),
  'tags · suggested': plain('{ tags(states: [SUGGESTED]) { id } }'),
};
