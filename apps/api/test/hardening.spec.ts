import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
} from '@wilma/testing';
import { WebSocket } from 'ws';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let member: Person;
let company: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  company = await buildOrganisation(api.database);
  member = await api.signIn(await buildAccount(api.database, { organisations: [company] }));
});

afterAll(() => api.stop());

describe('a request that another site makes in somebody’s name', () => {
  const SET = 'mutation { updateMySettings(input: { locale: en }) { locale } }';
  const localeNow = async () => (await member.ask('{ mySettings { locale } }')).mySettings;
  const asQuery = `/graphql?${new URLSearchParams({ query: SET }).toString()}`;

  /** What forms, pictures and scripts of other sites can send without asking first. */
  it.each([
    ['a form', '/graphql', { 'content-type': 'application/x-www-form-urlencoded' }, `query=${SET}`],
    ['a form with files', '/graphql', { 'content-type': 'multipart/form-data; boundary=x' }, '--x'],
    ['a plain text', '/graphql', { 'content-type': 'text/plain' }, JSON.stringify({ query: SET })],
    ['a body of no type', '/graphql', { 'content-type': '' }, JSON.stringify({ query: SET })],
    ['a picture', asQuery, {}, null],
    ['a link of a form type', asQuery, { 'content-type': 'text/plain' }, null],
    ['a link of our type', asQuery, { 'content-type': 'application/json' }, null],
  ])('changes nothing by %s', async (_what, path, headers, body) => {
    const response = await fetch(`${api.origin}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { ...member.headers, ...headers },
      body,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(await localeNow()).toEqual({ locale: 'de' });
  });

  it('signs nobody out', async () => {
    const headers = { ...member.headers, 'content-type': 'application/json' };
    for (const origin of ['https://evil.example', 'null']) {
      const response = await fetch(`${api.origin}/api/auth/sign-out`, {
        method: 'POST',
        headers: { ...headers, origin },
        body: '{}',
      });
      expect(response.status).toBe(403);
    }
    expect((await member.ask('{ me { role } }')).me).toEqual({ role: 'COMPANY' });
  });

  it('opens no socket', async () => {
    const socket = new WebSocket(
      `${api.origin.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      { headers: member.headers, origin: 'https://evil.example' },
    );
    const code = await new Promise((resolve) => {
      socket.on('open', () => {
        socket.send('{"type":"connection_init"}');
      });
      socket.on('close', resolve);
    });
    expect(code).toBe(4403);
  });
});

describe('what browsers are told', () => {
  it.each(['/', '/answer/none', '/graphiql', '/health/live'])('goes with %s', async (path) => {
    const { headers } = await fetch(`${api.origin}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('a failure of the database', () => {
  it('is told by a number to look for, and by nothing else', async () => {
    const broken = await ApiInProcess.start({ LOG_LEVEL: 'silent' });
    const person = await broken.signIn(await buildAccount(broken.database));
    await broken.database.query('ALTER TABLE posting RENAME COLUMN title TO headline');
    await broken.database.query('ALTER TABLE programme RENAME TO initiative');
    for (const query of [
      '{ needs { totalCount edges { node { id } } } }',
      '{ programmes { totalCount } }',
    ]) {
      const { errors } = await person.send(query);
      expect(errors).toEqual([
        {
          message: expect.stringMatching(/^[^:_"]{10,100}$/),
          locations: expect.anything(),
          path: expect.anything(),
          extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
        },
      ]);
    }
    await broken.stop();
  });
});

describe('the second yes, and the first one taken back at the same moment', () => {
  const ROUNDS = 40;

  it(`leaves both introduced or neither, ${String(ROUNDS)} times`, async () => {
    const { database } = api;
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const researcher = await api.signIn(
      await buildAccount(database, { organisations: [university] }),
    );
    const seen = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const need = await buildPosting(database, 'NEED', { organisation: company });
      const offer = await buildPosting(database, 'OFFER', { organisation: university });
      const match = await buildMatch(database, { need, offer, state: 'APPROVED' });
      await database.query('UPDATE match SET asked_at = now() WHERE id = $1', [match]);
      await member.answer(match, 'INTERESTED');
      const answers = [
        () => researcher.send(ANSWER, { match }),
        () => member.send(TAKE_BACK, { match }),
      ];
      if (round % 2 === 0) answers.reverse();
      await Promise.all(answers.map((answer) => answer()));
      const [row] = await database.query<{ state: string; answer: string; releases: number }>(
        `SELECT state, need_answer AS answer,
                (SELECT count(*)::int FROM release WHERE match_id = match.id) AS releases
           FROM match WHERE id = $1`,
        [match],
      );
      const outcome = `${row?.state ?? ''} ${row?.answer ?? 'none'} ${String(row?.releases)}`;
      expect(['INTRODUCED INTERESTED 2', 'APPROVED none 0']).toContain(outcome);
      seen.add(outcome);
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  const ANSWER = `mutation ($match: ID!) { answerMatch(id: $match, answer: INTERESTED) { id } }`;
  const TAKE_BACK = `mutation ($match: ID!) { takeBackAnswer(id: $match) { id } }`;
});
