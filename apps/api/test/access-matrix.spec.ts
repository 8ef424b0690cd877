import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD } from '@wilma/testing';
import { schema } from './whole-selection.js';
import { MUTATIONS } from './access/mutations.js';
import { OPEN_QUERIES, QUERIES } from './access/queries.js';
import { askRoute, mountedAt, mounts, routed, ROUTES, signInRoutes } from './access/routes.js';
import { type Cell, Stage } from './access/stage.js';
import { heardBy, SUBSCRIPTIONS } from './access/subscriptions.js';
import {
  type Kind,
  listsUnder,
  type Row,
  rowsUnder,
  type Viewer,
  VIEWERS,
} from './access/table.js';
import { type Calls, expectedLine, triedLine, tryCell } from './access/trial.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.build();
});

afterAll(() => stage.stop());

const named = (rows: readonly Row[]): [string, Row][] => rows.map((row) => [row.name, row]);
const OPEN = rowsUnder('Open to everybody');
const OF_QUERIES = rowsUnder('Queries');
const OF_MUTATIONS = rowsUnder('Mutations');
const OF_SUBSCRIPTIONS = rowsUnder('Subscriptions');
const OF_ROUTES = rowsUnder('Routes');

describe('every operation has a row, and every row an operation:', () => {
  const operationsOf = (rows: readonly Row[]): string[] =>
    [...new Set(rows.map(({ operation }) => operation))].sort();
  const fieldsOf = (root: 'getMutationType' | 'getQueryType' | 'getSubscriptionType') =>
    Object.keys(schema[root]()?.getFields() ?? {}).sort();

  it('queries', () => {
    expect(operationsOf([...OPEN, ...OF_QUERIES])).toEqual(fieldsOf('getQueryType'));
  });

  it('mutations', () => {
    expect(operationsOf(OF_MUTATIONS)).toEqual(fieldsOf('getMutationType'));
  });

  it('subscriptions', () => {
    expect(operationsOf(OF_SUBSCRIPTIONS)).toEqual(fieldsOf('getSubscriptionType'));
  });

  it('routes', () => {
    const known = operationsOf(OF_ROUTES);
    const isMounted = (route: string): boolean => mountedAt(stage, route.split(' ')[1] ?? '');
    const found = routed(stage);
    expect(found.filter((route) => route !== 'ALL /api/auth/{*path}')).toEqual(
      known.filter((route) => found.includes(route) || !isMounted(route)),
    );
    const paths = [...known.map((route) => route.split(' ')[1] ?? '')];
    expect(mounts(stage).filter((isAt) => !paths.some(isAt))).toEqual([]);
  });

  it('sign-in', () => {
    const lists = listsUnder('Sign-in');
    expect([...lists.values()].flat().sort()).toEqual(signInRoutes(stage));
  });
});

const trying = (rows: readonly Row[], calls: Calls) =>
  it.each(named(rows))('%s', async (name, row) => {
    const call = calls[name];
    if (call === undefined) throw new Error(`nobody says how to call ${name}`);
    expect(await triedLine(row, (cell) => tryCell(stage, call, cell))).toEqual(expectedLine(row));
  });

describe('queries', () => trying([...OPEN, ...OF_QUERIES], { ...OPEN_QUERIES, ...QUERIES }));

describe('mutations', () => trying(OF_MUTATIONS, MUTATIONS));

describe('subscriptions', () => {
  it.each(named(OF_SUBSCRIPTIONS))('%s', async (name, row) => {
    const listening = SUBSCRIPTIONS[name];
    if (listening === undefined) throw new Error(`nobody says how to listen to ${name}`);
    const heard = new Map<Viewer, ReadonlyMap<Kind, string>>();
    for (const viewer of VIEWERS) {
      heard.set(viewer, await heardBy(stage, viewer, listening, row.kinds));
    }
    const attempt = ({ viewer, kind }: Cell): Promise<string> =>
      Promise.resolve(heard.get(viewer)?.get(kind) ?? '');
    expect(await triedLine(row, attempt)).toEqual(expectedLine(row));
  });
});

/** What routes of sign-in take, most of them at once, and those that take nothing else. */
const WHATEVER = {
  ...{ currentPassword: PASSWORD, newPassword: PASSWORD, password: PASSWORD, token: 'x' },
  ...{ newEmail: 'x@people.example', provider: 'google', accountId: 'x', name: 'x', id: 'x' },
  response: 'x',
};
const STRICT = ['/account-info', '/get-access-token', '/refresh-token'];

describe('routes', () => {
  it.each(named(OF_ROUTES))('%s', async (name, row) => {
    const route = ROUTES[name];
    if (route === undefined) throw new Error(`nobody says how to ask ${name}`);
    const found = await triedLine(row, async (cell) =>
      askRoute(stage, name, await route(stage, cell.kind), stage.player(cell).client.headers),
    );
    expect(found).toEqual(expectedLine(row));
  });

  it('of sign-in that need a session refuse visitors', async () => {
    for (const route of listsUnder('Sign-in').get('With a session') ?? []) {
      const [verb = '', path = ''] = route.split(' ');
      const sent = STRICT.includes(path) ? { accountId: 'x' } : WHATEVER;
      const query = verb === 'GET' ? `?${String(new URLSearchParams(sent))}` : '';
      const { status } = await fetch(`${stage.api.origin}/api/auth${path}${query}`, {
        method: verb,
        headers: { origin: stage.api.origin, 'content-type': 'application/json' },
        ...(verb === 'POST' ? { body: JSON.stringify(sent) } : {}),
      });
      // What is switched off is not there for anybody.
      expect([`${route} 401`, `${route} 404`]).toContain(`${route} ${String(status)}`);
    }
  });
});
