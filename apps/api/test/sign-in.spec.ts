import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildAccount, PASSWORD, type Person } from '@wilma/testing';
import pg from 'pg';
import { ApiInProcess } from './in-process.js';
import { anAddress, post, signedInBy, signUp } from './way-in.js';

const ME = `{ me { account { id } } }`;

let api: ApiInProcess;

beforeAll(async () => {
  api = await ApiInProcess.start();
});

afterAll(() => api.stop());

describe('sign-in', () => {
  const send = (path: string, body: RequestInit['body']) =>
    fetch(`${api.origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin },
      body,
      duplex: 'half',
    });

  const person = { name: 'Leitung Produktion', email: 'leitung@company.example' };
  const signUp = (given: object) =>
    send('sign-up/email', JSON.stringify({ ...person, password: 'lang genug 123', ...given }));
  const accounts = () => api.database.query('SELECT email FROM auth."user"');

  it.each([
    ['a name of one letter', { name: 'L' }, 'INVALID_NAME'],
    ['a blank name', { name: '     ' }, 'INVALID_NAME'],
    ['a name of 161 letters', { name: 'L'.repeat(161) }, 'INVALID_NAME'],
    ['NUL in the name', { name: 'Leitung\u0000' }, 'INVALID_NAME'],
    ['half a character in the name', { name: 'Leitung \ud800' }, 'INVALID_NAME'],
    ['an address that no mail takes', { email: `${'l'.repeat(65)}@a.example` }, 'INVALID_EMAIL'],
    ['NUL in the image', { image: 'https://a.example/\u0000' }, 'INVALID_IMAGE'],
  ])('refuses %s', async (_what, given, code) => {
    const before = await accounts();
    const response = await signUp(given);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code }),
    ]);
    expect(await accounts()).toEqual(before);
  });

  it('refuses to change a name to what sign-up refuses', async () => {
    const response = await signUp({});
    expect(response.status).toBe(200);
    const cookie = response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
    const changed = await fetch(`${api.origin}/api/auth/update-user`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin, cookie },
      body: JSON.stringify({ name: 'L\u0007' }),
    });
    expect(changed.status).toBe(400);
  });

  const tooLong = JSON.stringify({ email: person.email, password: 'a'.repeat(64 * 1024) });
  const inChunks = () => new Blob([tooLong]).stream();

  it.each([
    ['in one piece', () => tooLong],
    ['in chunks of unknown number', inChunks],
  ])('refuses a body of more than 64 KB %s', async (_how, body) => {
    const response = await send('sign-in/email', body());
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('sessions', () => {
  const SESSIONS = '{ mySessions { id current device { browser system } } }';
  interface Seen {
    readonly id: string;
    readonly current: boolean;
    readonly device: object;
  }
  const sessionsOf = async (person: Person) => (await person.ask(SESSIONS)).mySessions as Seen[];

  it('are listed with their devices, and ended one by one or all but this', async () => {
    const account = await buildAccount(api.database);
    const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const signIn = async (agent: string) =>
      signedInBy(
        api.origin,
        await post(
          api.origin,
          'sign-in/email',
          { email: account.email, password: PASSWORD },
          { 'user-agent': agent },
        ),
      );
    const [here, second, third] = [
      await signIn(firefox),
      await signIn('Mozilla/5.0 (iPhone) Safari/604.1'),
      await signIn('curl'),
    ];
    const seen = await sessionsOf(here);
    expect(seen.filter(({ current }) => current)).toMatchObject([
      { device: { browser: 'Firefox', system: 'Linux' } },
    ]);
    expect(seen.map(({ device }) => device)).toContainEqual({
      browser: 'Safari',
      system: 'iPhone',
    });
    expect(seen.map(({ device }) => device)).toContainEqual({ browser: null, system: null });

    const END = 'mutation ($id: ID!) { endSession(id: $id) }';
    const stranger = await api.signIn(await buildAccount(api.database));
    const [ofSecond] = (await sessionsOf(second)).filter(({ current }) => current);
    const { extensions } = await stranger.refusal(END, { id: ofSecond?.id });
    expect(extensions.code).toBe('NOT_FOUND');
    await here.ask(END, { id: ofSecond?.id });
    expect((await second.ask(ME)).me).toBeNull();
    await here.ask('mutation { endOtherSessions }');
    expect((await third.ask(ME)).me).toBeNull();
    expect(await sessionsOf(here)).toHaveLength(1);
  });

  it('are seen as used within some minutes', async () => {
    const account = await buildAccount(api.database);
    const person = await api.signIn(account);
    await api.database.query(
      `UPDATE auth.session SET "updatedAt" = now() - interval '1 hour' WHERE "userId" = $1`,
      [account.id],
    );
    await person.ask(ME);
    const [used] = await api.database.query<{ ago: number }>(
      `SELECT extract(epoch FROM now() - "updatedAt")::int AS ago FROM auth.session WHERE "userId" = $1`,
      [account.id],
    );
    expect(used?.ago).toBeLessThan(60);
  });

  it('replaces the old one in the settings, for whoever knows that', async () => {
    const account = await buildAccount(api.database);
    const [here, there] = [await api.signIn(account), await api.signIn(account)];
    const change = (currentPassword: string) =>
      post(
        api.origin,
        'change-password',
        { currentPassword, newPassword: 'ein ganz neues Passwort', revokeOtherSessions: true },
        here.headers,
      );
    expect((await change('something else')).status).toBe(400);
    const done = await change(PASSWORD);
    expect(done.status).toBe(200);
    expect((await there.ask(ME)).me).toBeNull();
    expect((await signedInBy(api.origin, done).ask(ME)).me).not.toBeNull();
  });
});

describe('an address without an account', () => {
  /** Times are judged by `npm run twins` alone: beside other specs they tell nothing. */
  const isThorough = process.env['TWINS'] === 'all';
  const ROUNDS = 400;
  const TOLERATED = { ms: 1, share: 0.05 };
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

  async function timed(path: string, body: object): Promise<number> {
    const began = performance.now();
    await (await post(api.origin, path, body)).text();
    return performance.now() - began;
  }

  async function statements(path: string, body: object): Promise<number> {
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    try {
      await (await post(api.origin, path, body)).text();
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  }

  it.each(['sign-in/email', 'sign-in/magic-link', 'request-password-reset'])(
    'can be told from one that has one by no byte, no statement and, where it is judged, no time: %s',
    async (path) => {
      const [known, unknown] = [anAddress(), anAddress()].map((email) => ({
        email,
        password: 'wrong wrong',
      })) as [object & { email: string }, object];
      // With a password as costly as people's are.
      await signUp(api.origin, known.email);
      const answer = async (body: object) => {
        const { status, headers, text } = await post(api.origin, path, body).then(async (one) => ({
          status: one.status,
          headers: [...one.headers.keys()],
          text: await one.text(),
        }));
        return { status, headers, text, statements: await statements(path, body) };
      };
      expect(await answer(unknown)).toEqual(await answer(known));

      if (!isThorough) return;
      // Asked in turn, so that whatever else runs slows both; more often where that is much.
      const times: { known: number; unknown: number }[] = [];
      const isClose = (): boolean => {
        const difference = median(times.map((pair) => pair.known - pair.unknown));
        const { ms, share } = TOLERATED;
        const usual = median(times.map((pair) => pair.known));
        return Math.abs(difference) < Math.max(ms, share * usual);
      };
      do {
        for (let round = 0; round < ROUNDS; round += 1) {
          times.push(
            round % 2 === 0
              ? { known: await timed(path, known), unknown: await timed(path, unknown) }
              : { unknown: await timed(path, unknown), known: await timed(path, known) },
          );
        }
      } while (!isClose() && times.length < 8 * ROUNDS);
      expect(isClose()).toBe(true);
    },
    isThorough ? 900_000 : undefined,
  );
});
