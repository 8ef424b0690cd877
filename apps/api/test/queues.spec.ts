import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, type GraphqlClient, type Person, QUEUES, Wilma } from '@wilma/testing';
import { aNeed, setStage, settled } from './stage.js';

interface Listed {
  readonly queues: readonly {
    readonly name: string;
    readonly readOnlyMode: boolean;
    readonly isPaused: boolean;
    readonly counts: Readonly<Record<string, number>>;
    readonly jobs: readonly { readonly name: string; readonly data: unknown }[];
  }[];
}

describe.each(QUEUES)('the board of the queues, on %s', (queue) => {
  let wilma: Wilma;
  let admin: Person;
  let others: readonly GraphqlClient[];

  beforeAll(async () => {
    wilma = await Wilma.start({ queue });
    const { database } = wilma;
    const { company, coordinator } = await setStage(database);
    admin = await wilma.signIn(await buildAccount(database, { role: 'ADMIN' }));
    const member = await wilma.signIn(company);
    others = [wilma.visitor, member, await wilma.signIn(coordinator)];
    await member.submit(await member.createNeed(aNeed()));
    await settled(database);
  });

  afterAll(() => wilma.stop());

  const send = ({ headers }: GraphqlClient, path: string, method = 'GET'): Promise<Response> =>
    fetch(`${wilma.origin}${path}`, { method, headers, redirect: 'manual' });
  const list = async (): Promise<Listed> =>
    (await (
      await send(
        admin,
        '/queues/api/queues?activeQueue=events&status=completed&page=1&jobsPerPage=9',
      )
    ).json()) as Listed;
  const assetsOf = async (): Promise<string[]> => {
    const page = await (await send(admin, '/queues/')).text();
    return [...page.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(
      ([, path]) => `/queues/${path ?? ''}`,
    );
  };

  it('is there for administrators, with nothing from elsewhere', async () => {
    const response = await send(admin, '/queues');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(await response.text()).not.toMatch(/https?:\/\//);
    const assets = await assetsOf();
    expect(assets.length).toBeGreaterThan(4);
    for (const asset of assets) expect((await send(admin, asset)).status).toBe(200);
  });

  it('shows the jobs, which hold ids alone', async () => {
    const { queues } = await list();
    expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual([
      ['events', true],
      ['clock', true],
    ]);
    const [events] = queues;
    expect(events?.counts['completed']).toBeGreaterThan(0);
    expect(events?.jobs.map(({ name }) => name)).toContain('refresh-matches');
    expect(JSON.stringify(events?.jobs)).not.toMatch(/@|Schmelzwanne|Beispiel/);
  });

  it('is not there for anybody else, nor are its files', async () => {
    const [asset = ''] = await assetsOf();
    const nowhere = await (await send(wilma.visitor, '/queues')).text();
    expect(nowhere).toContain('Cannot GET /queues');
    for (const client of others) {
      for (const path of [
        '/queues',
        '/queues/',
        '/queues/queue/events',
        '/queues/api/queues',
        asset,
      ]) {
        const response = await send(client, path);
        expect([path, response.status]).toEqual([path, 404]);
        expect(await response.text()).toBe(nowhere.replace('/queues', path));
      }
    }
  });

  it.each([
    ['PUT', '/queues/api/queues/pause'],
    ['PUT', '/queues/api/queues/events/pause'],
    ['PUT', '/queues/api/queues/events/obliterate'],
    ['PUT', '/queues/api/queues/events/empty'],
    ['PUT', '/queues/api/queues/events/clean/completed'],
    ['POST', '/queues/api/queues/events/add'],
  ])('changes nothing: %s %s', async (method, path) => {
    const before = await list();
    expect((await send(admin, path, method)).status).toBe(404);
    const after = await list();
    expect(after.queues[0]?.isPaused).toBe(false);
    expect(after.queues[0]?.counts['completed']).toBe(before.queues[0]?.counts['completed']);
  });
});
