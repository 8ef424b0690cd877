import { FOUR_TAGS } from '@wilma/testing';
import { everythingOf } from '../whole-selection.js';
import { CANARY } from './canaries.js';
import {
  allFields,
  type Path,
  pathsTo,
  queryFor,
  randomPath,
  type RootField,
  rootFields,
} from './schema-paths.js';
import { seeded } from './determined.js';
import type { Ids } from './twin-plot.js';
import type { Witness } from './transcript.js';

const NEED_INPUT = `{ title: "Öfen", tags: [${FOUR_TAGS.map((tag) => `{ tag: "${tag}" }`).join()}] }`;

/** How each field of Query is asked for; a new one with required arguments needs an example. */
export const rootsFor = (ids: Ids): RootField[] =>
  rootFields({
    absences: ['(first: 5)'],
    accounts: ['(first: 5)'],
    auditChain: [''],
    auditTrail: ['(first: 5)'],
    invitations: ids.organisations.map((id) => `(organisation: "${id}")`),
    installation: [''],
    mailLog: ['(first: 5)'],
    mailProblems: ['(first: 5)'],
    members: ids.organisations.map((id) => `(organisation: "${id}")`),
    match: ids.matches.map((id) => `(id: "${id}")`),
    matches: ['(first: 8)'],
    matchingLearning: [''],
    me: [''],
    mergePreview: ['(from: ["sintering"], into: "glass-melting")'],
    mySavedFilters: ['(kind: NEED)'],
    mySessions: [''],
    mySettings: [''],
    need: [...ids.needs, ids.named].map((id) => `(id: "${id}")`),
    needs: ['(first: 8)'],
    notifications: ['(first: 20)'],
    offer: [ids.blindedOffer, ids.offer].map((id) => `(id: "${id}")`),
    offers: ['(first: 8)'],
    organisations: ['(first: 20)'],
    confidentialReads: ['(first: 5)'],
    parkedJobs: ['(first: 5)'],
    postingReports: ['(first: 5)'],
    previewMatches: [`(input: ${NEED_INPUT})`],
    programmes: ['(first: 5)'],
    service: [''],
    suggestTags: ['(text: "Glas schmelzen und Risse erkennen")'],
    tag: ['(id: "sintering")'],
    tagSuggestions: ['(first: 5)'],
    tags: ['(first: 5)'],
  });

/** Paths in one query at most; fewer where it would cost too much. */
const TOGETHER = 40;

/** A root and paths below it. */
export type Route = readonly [root: RootField, paths: readonly Path[]];

/** Every path to the depth; and a shortest one to each field that none of these reaches. */
export function routesTo(roots: readonly RootField[], depth: number): Route[] {
  const reached = new Set<string>();
  const routes = roots.map((root): Route => {
    const found = pathsTo(root, depth);
    for (const { fields } of found) for (const field of fields) reached.add(field);
    return [root, found.map(({ path }) => path)];
  });
  for (let deeper = depth + 1; deeper < DEEPEST && missedBy(reached).length > 0; deeper += 1) {
    for (const root of roots) {
      for (const { path, fields } of pathsTo(root, deeper)) {
        if (fields.every((field) => reached.has(field))) continue;
        for (const field of fields) reached.add(field);
        routes.push([root, [path]]);
      }
    }
  }
  const missed = missedBy(reached);
  if (missed.length > 0) throw new Error(`no path leads to ${missed.join(', ')}`);
  return routes;
}

const DEEPEST = 6;

/** Deeper paths at random, the same for each seed. */
export function deeperRoutes(
  roots: readonly RootField[],
  { depth, count, seed }: { readonly depth: number; readonly count: number; readonly seed: number },
): Route[] {
  const random = seeded(seed);
  const deep = roots.filter(({ objects }) => objects.length > 0);
  const byRoot = new Map<RootField, Path[]>();
  for (let found = 0; found < count;) {
    const root = deep[Math.floor(random() * deep.length)];
    const path = root === undefined ? null : randomPath(root, depth, random);
    if (root === undefined || path === null) continue;
    byRoot.set(root, [...(byRoot.get(root) ?? []), path]);
    found += 1;
  }
  return [...byRoot];
}

/** @returns how many paths were asked for */
export async function follow(witness: Witness, routes: readonly Route[]): Promise<number> {
  let walked = 0;
  for (const [root, paths] of routes) walked += await askInParts(witness, root, paths);
  return walked;
}

/** @returns how many paths can be asked for; whoever is refused the root is refused each of them */
async function askInParts(
  witness: Witness,
  root: RootField,
  paths: readonly Path[],
): Promise<number> {
  const parts: Path[][] = [];
  for (let at = 0; at < paths.length; at += TOGETHER) parts.push(paths.slice(at, at + TOGETHER));
  let answered = 0;
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const answer = await witness.ask(queryFor(root, part));
    if (answer.includes('BAD_REQUEST') || answer.includes('asks for too much')) {
      // Refused to everybody: nobody can go that way.
      if (part.length === 1) continue;
      const half = Math.ceil(part.length / 2);
      parts.unshift(part.slice(0, half), part.slice(half));
      continue;
    }
    if (answer.includes('INTERNAL')) throw new Error(`${queryFor(root, part)}\n${answer}`);
    answered += part.length;
    // The guard asks before anything of it is read.
    if (answer.includes('"data":null')) return paths.length;
  }
  return answered;
}

/** Fields of the schema that none of those are. */
const missedBy = (fields: ReadonlySet<string>): string[] =>
  allFields().filter((field) => !fields.has(field));

const ORDERS = ['RELEVANCE', 'NEWEST', 'OLDEST', 'TITLE', 'DEADLINE'];

/** Pages in every order, filters, facets, counts and searches. */
export async function askLists(witness: Witness, ids: Ids, size: number): Promise<void> {
  for (const list of ['needs', 'offers']) {
    for (const order of ORDERS)
      await leafThrough(witness, list, `orderBy: ${order}`, `first: ${size}`);
    await leafThrough(witness, list, 'orderBy: NEWEST', 'first: 3');
    for (const filter of filtersOf(ids)) await witness.ask(listed(list, `filter: ${filter}`));
    for (const word of WORDS) {
      await leafThrough(witness, list, `filter: { search: ${JSON.stringify(word)} }`, 'first: 2');
    }
  }
  for (const order of ['NEWEST', 'OLDEST', 'DEADLINE', 'STRONGEST']) {
    await leafThrough(witness, 'matches', `orderBy: ${order}`, `first: ${size}`);
  }
  for (const word of WORDS) {
    await witness.ask(
      `query ($text: String!) { suggestTags(text: $text) { score evidence tag { id } } }`,
      { text: word },
    );
  }
  for (const district of ['GOERLITZ', 'BAUTZEN', 'SPREE_NEISSE']) {
    await witness.ask(
      `query { previewMatches(input: { title: "Öfen", district: ${district},
         tags: [{ tag: "hydrogen" }, { tag: "electrolysis" }] }) { count offers(first: 20) { id title } } }`,
    );
  }
}

/** Words of both owners, and of what they posted. */
const WORDS = [
  ...[`${CANARY}werk`, CANARY.toLowerCase(), `${CANARY}stadt`, `https://${CANARY}.example`],
  ...['Omega Kaolin', 'Caminau', 'omega.example', '7353325', 'Spree-Neiße', 'Bautzen'],
  ...['Schmelzwanne', 'Risse Wanne', 'Scherben sortiren', 'Abgas', 'Öfen'],
];

const filtersOf = ({ organisations, needs }: Ids): string[] => [
  ...[...organisations, ...needs].map((id) => `{ organisation: "${id}" }`),
  ...['{ mine: true }', '{ states: [CLOSED, EXPIRED, PAUSED, DRAFT, SUBMITTED] }'],
  ...['{ districts: [GOERLITZ] }', '{ districts: [BAUTZEN] }', '{ tags: ["sintering"] }'],
];

const FACETS = `facets { tags { count tag { id } } cooperationForms { count form }
  districts { count district } kinds { count kind } }
  search { isPartly ignored corrections { word taken } tags { id } }`;

const listed = (list: string, args: string): string =>
  `query { ${list}(${args}) { totalCount ${list === 'matches' ? '' : FACETS}
     pageInfo { endCursor startCursor hasNextPage hasPreviousPage } edges { cursor node { id } } } }`;

/** Every page to the end. */
async function leafThrough(
  witness: Witness,
  list: string,
  how: string,
  first: string,
): Promise<void> {
  let after = '';
  for (let page = 0; page < 20; page += 1) {
    const answer = await witness.ask(listed(list, `${how}, ${first}${after}`));
    const { data } = JSON.parse(answer) as { data?: Record<string, ListSeen | null> | null };
    const { pageInfo } = data?.[list] ?? {};
    if (pageInfo?.hasNextPage !== true) return;
    after = `, after: ${JSON.stringify(pageInfo.endCursor)}`;
  }
}

interface ListSeen {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

export const everythingOfMatch = `query ($id: ID!) { match(id: $id) ${everythingOf('Match', 3)} }`;
