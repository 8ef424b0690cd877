import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
} from '@wilma/testing';
import pg from 'pg';
import { ApiInProcess } from './in-process.js';

const POSTING = `id title summary state visibility publishedAt sector sizeClass mine
  tags { weight tag { id label } } organisation { id name } contact { name mail }`;
const NEEDS = `query ($first: Int) {
  needs(first: $first) { edges { cursor node { ${POSTING} } } pageInfo { hasNextPage } } }`;
const SEARCH = (text: string) =>
  NEEDS.replace('first: $first', `first: $first, filter: { search: ${JSON.stringify(text)} }`);
const MATCHES = `query ($first: Int) {
  matches(first: $first) { edges { node {
    id state score strength parts { kind points } reasons { text } openQuestions mySides canDecide
    needAnswer offerAnswer need { ${POSTING} } offer { ${POSTING} } } } } }`;

/** With the one that reads the session. */
const AT_MOST = 8;
/** All of it in one transaction. */
const NOTING = 4;
const ROWS = 20;

describe('a list costs the same number of SQL statements, however long it is', () => {
  let api: ApiInProcess;
  let company: Person;
  let coordinator: Person;

  /** A list thirty times over. */
  const inAliases = (query: string): string =>
    query.replace(/needs.*(?= \}$)/s, (list) =>
      Array.from({ length: 30 }, (_, n) => `a${n}: ${list}`).join(' '),
    );

  /** The statements that a query leads to in this process, and how many nodes it answers with. */
  async function cost(person: GraphqlClient, query: string, first: number) {
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    try {
      const data = await person.ask(query, { first });
      const [list] = Object.values(data) as { edges: unknown[] }[];
      return { rows: list?.edges.length, statements: spy.mock.calls.length };
    } finally {
      spy.mockRestore();
    }
  }

  beforeAll(async () => {
    api = await ApiInProcess.start();
    const { database } = api;
    const owner = await buildOrganisation(database);
    for (let n = 0; n < ROWS; n += 1) {
      const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
      const need = await buildPosting(database, 'NEED', {
        organisation: owner,
        visibility: n % 2 === 0 ? 'NAMED' : 'BLINDED',
      });
      const offer = await buildPosting(database, 'OFFER', { organisation: university });
      await buildMatch(database, { need, offer, state: n % 3 === 0 ? 'INTRODUCED' : 'APPROVED' });
    }
    company = await api.signIn(await buildAccount(database, { organisations: [owner] }));
    coordinator = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
  });

  afterAll(() => api.stop());

  it.each([
    ['needs with tags and organisation, for a company', () => company, NEEDS],
    ['needs with tags and organisation, for a coordinator', () => coordinator, NEEDS],
    ['matches with both postings, for a company', () => company, MATCHES],
    ['matches with both postings, for a coordinator', () => coordinator, MATCHES],
  ])('%s', async (_what, who, query) => {
    // What staff read is noted once a day.
    const first = await cost(who(), query, ROWS);
    expect(first.statements).toBeLessThanOrEqual(AT_MOST + NOTING);
    const short = await cost(who(), query, 5);
    const long = await cost(who(), query, ROWS);
    expect([short.rows, long.rows]).toEqual([5, ROWS]);
    expect(long.statements).toBe(short.statements);
    expect(long.statements).toBeGreaterThan(1);
    expect(long.statements).toBeLessThanOrEqual(AT_MOST);
  });

  it('a search looks up many strange words with as many statements as two', async () => {
    const visitor = new GraphqlClient(api.origin);
    const strange = (count: number) =>
      Array.from({ length: count }, (_, n) => `${String.fromCharCode(97 + n)}xqz`).join(' ');
    const two = await cost(visitor, SEARCH(strange(2)), ROWS);
    const many = await cost(visitor, SEARCH(strange(26)), ROWS);
    expect(many.statements).toBe(two.statements);
    expect(many.statements).toBeLessThanOrEqual(AT_MOST);
  });

  const NESTED = `query ($first: Int) {
    needs(first: $first) { edges { node { matches(first: 5) { totalCount edges { node { id } } } } } } }`;

  it('lists below postings cost visitors nothing', async () => {
    const visitor = new GraphqlClient(api.origin);
    const { rows, statements } = await cost(visitor, NESTED, ROWS);
    // The blinded ones are shown, too.
    expect(rows).toBe(ROWS);
    expect(statements).toBeLessThanOrEqual(AT_MOST);
  });

  it('lists below more postings than a page of ours shows are refused before any of them', async () => {
    const { rows, statements } = await cost(coordinator, NESTED, ROWS);
    expect(rows).toBe(ROWS);
    expect(statements).toBeLessThanOrEqual(AT_MOST + 2 * ROWS);
    for (const query of [NESTED, inAliases(NESTED)]) {
      const spy = jest.spyOn(pg.Client.prototype, 'query');
      const refusal = await coordinator.refusal(query, { first: 100 });
      expect(refusal.extensions.code).toBe('BAD_USER_INPUT');
      const asked = spy.mock.calls.map((call) => JSON.stringify(call));
      expect(asked.filter((sql) => /\b(posting|match)\b/.test(sql))).toEqual([]);
      spy.mockRestore();
    }
  });
});
