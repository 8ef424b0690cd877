import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, type GraphqlAnswer, GraphqlClient, type Person } from '@wilma/testing';
import { doubling } from './fragment-bomb.js';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;

beforeAll(async () => {
  api = await ApiInProcess.start({ RATE_LIMITS: '1' });
});

afterAll(() => api.stop());

const aMember = async (): Promise<Person> => api.signIn(await buildAccount(api.database));

/** Guesses at secrets, many in one request under names of their own. */
const guesses = (first: number, count: number): string => {
  const tries = Array.from(
    { length: count },
    (_, n) => `try${first + n}: acceptInvitation(token: "guess.${first + n}") { id }`,
  );
  return `mutation { ${tries.join(' ')} }`;
};

async function answerTo(client: GraphqlClient, query: string) {
  const response = await client.post(JSON.stringify({ query }));
  return { status: response.status, body: (await response.json()) as GraphqlAnswer };
}

describe('what is done too often', () => {
  it.each([
    ['ten in a request', 10],
    ['one by one', 1],
  ])('counts each of 200 guesses, %s: none is tried after the tenth', async (_how, together) => {
    const guesser = await aMember();
    const codes: (string | undefined)[] = [];
    for (let first = 0; first < 200; first += together) {
      const { errors = [] } = await guesser.send(guesses(first, together));
      codes.push(errors[0]?.extensions.code);
    }
    const tried = 10 / together;
    expect(codes.slice(0, tried)).not.toContain('RATE_LIMITED');
    expect(new Set(codes.slice(tried))).toEqual(new Set(['RATE_LIMITED']));
  });

  it('counts what fragments repeat, and tries nothing of a request that asks too much', async () => {
    const guesser = await aMember();
    const { status, body } = await answerTo(guesser, guesses(0, 11));
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
    const other = await aMember();
    const spread =
      'mutation { ...A ...B } fragment A on Mutation { one: acceptInvitation(token: "a") { id } ...B } ';
    const guess = (n: number) => `g${n}: acceptInvitation(token: "${n}") { id }`;
    const six = Array.from({ length: 6 }, (_, n) => guess(n)).join(' ');
    const { extensions } = await other.refusal(`${spread} fragment B on Mutation { ${six} }`);
    expect(extensions.code).toBe('RATE_LIMITED');
  });

  it('is another account’s own affair', async () => {
    const { extensions } = await (await aMember()).refusal(guesses(0, 1));
    expect(extensions.code).not.toBe('RATE_LIMITED');
  });

  it('is counted in the database by all processes, and of nobody’s address or id', async () => {
    const rows = await api.database.query<{ key: string; points: number }>(
      `SELECT key, points FROM rate_limit WHERE key LIKE 'acceptInvitation:%' ORDER BY points DESC`,
    );
    expect(rows).toHaveLength(5);
    for (const { key } of rows) expect(key).toMatch(/^acceptInvitation:[\w-]{43}$/);
  });

  it('is refused in the reader’s language', async () => {
    const reader = await api.signIn(await buildAccount(api.database, { locale: 'en' }));
    const [last] = (await reader.send(guesses(0, 11))).errors?.slice(-1) ?? [];
    expect(last?.message).toBe('That was too much at once. Please try again later.');
  });

  it('ends forms behind links that are tried', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 61; n += 1) {
      const body = new URLSearchParams({ answer: 'INTERESTED' });
      const { status } = await fetch(`${api.origin}/answer/guess.${n}`, { method: 'POST', body });
      statuses.push(status);
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([404]));
    expect(statuses.at(-1)).toBe(429);
    expect((await fetch(`${api.origin}/answer/guess.1`)).status).not.toBe(429);
  });
});

describe('what asks for too much at once', () => {
  const nested = (levels: number): string =>
    levels === 0 ? 'totalCount' : `edges { node { need { matches { ${nested(levels - 1)} } } } }`;

  it.each([
    ['200 aliases in one request', guesses(0, 200)],
    [
      'fragments that double 100 times',
      `{ needs { ...F0 } } ${doubling('NeedConnection', 100, 'totalCount')}`,
    ],
    ['lists nine levels deep', `{ matches { ${nested(9)} } }`],
    [
      'a list in a list in a list',
      '{ needs(first: 100) { edges { node { matches(first: 100) { edges { node { id } } } } } } }',
    ],
    ['more words than any request of ours', `{ me { ${'role '.repeat(3_000)} } }`],
  ])('is a bad request before anything is asked: %s', async (_what, query) => {
    const client = new GraphqlClient(api.origin);
    const refused = async (): Promise<void> => {
      const response = await client.post(JSON.stringify({ query }));
      expect([response.status, await response.json()]).toEqual([
        400,
        {
          errors: [
            expect.objectContaining({
              extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
            }),
          ],
        },
      ]);
    };
    // Its size is bounded, so its time is, whatever it multiplies to. What is allowed says how long
    // things take here and now.
    const allowed = async (): Promise<void> => {
      const words = 'role '.repeat(500);
      const response = await client.post(JSON.stringify({ query: `{ me { ${words} } }` }));
      expect(response.status).toBe(200);
    };
    const [bad, good] = [await quickest(refused), await quickest(allowed)];
    expect(bad).toBeLessThan(20 * good);
  });

  it('takes no batch', async () => {
    const batch = JSON.stringify([{ query: '{ me { role } }' }, { query: '{ me { role } }' }]);
    expect((await new GraphqlClient(api.origin).post(batch)).status).toBe(400);
  });
});

/** The least time of some tries, in ms: what else the machine does counts little in it. */
async function quickest(attempt: () => Promise<void>): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < 5; n += 1) {
    const began = performance.now();
    await attempt();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
