import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Idempotency } from '@wilma/platform';
import { buildAccount, buildOrganisation, GraphqlClient, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

const CREATE = `mutation ($title: String!) { createNeed(input: { title: $title }) { id title } }`;
const CLOSE = `mutation ($id: ID!) { closePosting(id: $id, version: 99) { id } }`;

let api: ApiInProcess;
let member: Person;
let other: Person;
let keys = 0;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const organisations = [await buildOrganisation(api.database)];
  member = await api.signIn(await buildAccount(api.database, { organisations }));
  other = await api.signIn(await buildAccount(api.database, { organisations }));
});

afterAll(() => api.stop());

const aKey = () => `request-${(keys += 1)}`;

/** The same person with a key on each request. */
const withKey = ({ origin, headers }: Person, key: string) =>
  new GraphqlClient(origin, { ...headers, 'idempotency-key': key });

async function needsTitled(title: string): Promise<number> {
  const rows = await api.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM posting WHERE title = $1',
    [title],
  );
  return rows[0]?.n ?? 0;
}

describe('a key on a request', () => {
  it('gets the same answer for the same request, done once', async () => {
    const client = withKey(member, aKey());
    const title = 'Rollenprüfstand gesucht';
    const first = await client.send(CREATE, { title });
    expect(await client.send(CREATE, { title })).toEqual(first);
    expect(await needsTitled(title)).toBe(1);
  });

  it('is refused with another request', async () => {
    const client = withKey(member, aKey());
    await client.ask(CREATE, { title: 'Erste Anfrage hierzu' });
    const { extensions } = await client.refusal(CREATE, { title: 'Zweite Anfrage hierzu' });
    expect(extensions.code).toBe('CONFLICT');
    expect(await needsTitled('Zweite Anfrage hierzu')).toBe(0);
  });

  it('lets one of many at once through', async () => {
    const client = withKey(member, aKey());
    const title = 'Zwanzigmal zugleich gedrückt';
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.send(CREATE, { title })),
    );
    expect(await needsTitled(title)).toBe(1);
    const done = answers.filter(({ errors }) => errors === undefined);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map((answer) => JSON.stringify(answer))).size).toBe(1);
    for (const { errors } of answers) {
      if (errors) expect(errors[0]?.extensions.code).toBe('CONFLICT');
    }
  });

  it('repeats a refusal too', async () => {
    const client = withKey(member, aKey());
    const id = '3d0e6c1e-0000-4000-8000-000000000000';
    const first = await client.send(CLOSE, { id });
    expect(first.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await client.send(CLOSE, { id })).toEqual(first);
  });

  it('belongs to one account', async () => {
    const key = aKey();
    await withKey(member, key).ask(CREATE, { title: 'Von der einen Person' });
    await withKey(other, key).ask(CREATE, { title: 'Von der anderen Person' });
    expect(await needsTitled('Von der anderen Person')).toBe(1);
  });

  it.each(['kurz', 'mit Leerzeichen', 'x'.repeat(201)])('is refused as “%s”', async (key) => {
    const { extensions } = await withKey(member, key).refusal(CREATE, { title: 'Wird nichts' });
    expect(extensions.code).toBe('BAD_USER_INPUT');
    expect(extensions.fields?.[0]?.path).toBe('Idempotency-Key');
  });

  it('does not touch queries', async () => {
    const client = withKey(member, aKey());
    await client.ask('{ me { role } }');
    await client.ask('{ service { undoSeconds } }');
  });
});

describe('a request whose answer was lost', () => {
  /** As if the process had died after the change, or before it. */
  async function died(key: string, { changed }: { changed: boolean }): Promise<void> {
    await api.database.query(
      `UPDATE idempotent_request SET answer = NULL, changed = $2,
         begun_at = begun_at - interval '2 minutes' WHERE key = $1`,
      [key, changed],
    );
  }

  it('is not done again after its change was stored', async () => {
    const key = aKey();
    const client = withKey(member, key);
    const title = 'Gespeichert und abgestürzt';
    await client.ask(CREATE, { title });
    const [row] = await api.database.query<{ changed: boolean }>(
      'SELECT changed FROM idempotent_request WHERE key = $1',
      [key],
    );
    expect(row?.changed).toBe(true);
    await died(key, { changed: true });
    expect((await client.refusal(CREATE, { title })).extensions.code).toBe('CONFLICT');
    expect(await needsTitled(title)).toBe(1);
  });

  it('is done where nothing was stored', async () => {
    const key = aKey();
    const client = withKey(member, key);
    await client.send(CLOSE, { id: '3d0e6c1e-0000-4000-8000-000000000001' });
    await died(key, { changed: false });
    const again = await client.send(CLOSE, { id: '3d0e6c1e-0000-4000-8000-000000000001' });
    expect(again.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is forgotten after a day', async () => {
    const key = aKey();
    const client = withKey(member, key);
    await client.ask(CREATE, { title: 'Heute angefragt und morgen' });
    api.clock.forwardDays(2);
    await api.app.get(Idempotency).forget();
    await client.ask(CREATE, { title: 'Morgen etwas anderes gesucht' });
  });
});
