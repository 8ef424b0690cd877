import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, type GraphqlClient, type Person, Wilma } from '@wilma/testing';

const ASKED = `query { me { role } ...Deep } fragment Deep on Query { __type(name: "Need") { name } }`;

let wilma: Wilma;
let coordinator: Person;
let admin: Person;

beforeAll(async () => {
  wilma = await Wilma.start({ workers: 0, settings: { DEMO: '0' } });
  coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
  admin = await wilma.signIn(await buildAccount(wilma.database, { role: 'ADMIN' }));
});

afterAll(() => wilma.stop());

const pageFor = async ({ headers }: GraphqlClient): Promise<string> =>
  (
    await fetch(`${wilma.origin}/graphiql`, { headers: { ...headers, accept: 'text/html' } })
  ).text();

describe('what the API can do, in production', () => {
  it('is told to administrators alone', async () => {
    for (const client of [wilma.visitor, coordinator]) {
      const { extensions } = await client.refusal(ASKED);
      expect(extensions.code).toBe('BAD_USER_INPUT');
      expect((await client.ask('{ __typename }'))['__typename']).toBe('Query');
    }
    expect((await admin.ask(ASKED))['__type']).toEqual({ name: 'Need' });
  });

  it('is explored with GraphiQL by administrators alone', async () => {
    for (const client of [wilma.visitor, coordinator]) {
      expect(await pageFor(client)).not.toContain('GraphiQL');
    }
    expect(await pageFor(admin)).toContain('<title>GraphiQL');
  });
});
