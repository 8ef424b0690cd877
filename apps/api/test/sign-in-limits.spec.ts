import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, PASSWORD } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { anAddress, post } from './way-in.js';

let api: ApiInProcess;

beforeAll(async () => {
  api = await ApiInProcess.start({ RATE_LIMITS: '1', TRUST_PROXY: '127.0.0.1' });
});

afterAll(() => api.stop());

let senders = 0;
/** From an address that nobody has sent from yet. */
const fromElsewhere = (): Record<string, string> => {
  senders += 1;
  return { 'x-forwarded-for': `198.51.${String(senders >> 8)}.${String(senders & 255)}` };
};

const attempt = (email: string, password = 'wrong wrong', headers = fromElsewhere()) =>
  post(api.origin, 'sign-in/email', { email, password }, headers);

/** How many of so many attempts at once were let through. */
async function passed(count: number, make: () => Promise<Response>): Promise<number> {
  const all = await Promise.all(Array.from({ length: count }, make));
  return all.filter(({ status }) => status !== 429).length;
}

describe('guessing passwords', () => {
  it('of one account ends, from however many addresses, whether or not it exists', async () => {
    const known = await buildAccount(api.database);
    for (const email of [known.email, anAddress()]) {
      expect(await passed(25, () => attempt(email))).toBe(20);
      // In other letters it is the same account.
      const refused = await attempt(` ${email.toUpperCase()} `);
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(600);
      expect(seconds).toBeLessThanOrEqual(900);
      const code = 'RATE_LIMITED';
      expect(await refused.json()).toMatchObject({ code, errors: [{ extensions: { code } }] });
    }
    expect((await attempt((await buildAccount(api.database)).email, PASSWORD)).status).toBe(200);
  });

  it('locks nobody out of a device on which they have signed in, nor of their mailbox', async () => {
    const { email } = await buildAccount(api.database);
    const other = await buildAccount(api.database);
    const cookieOf = ({ headers }: Response) =>
      headers
        .getSetCookie()
        .find((cookie) => cookie.startsWith('wilma.device='))
        ?.split(';')[0] ?? '';
    const cookie = cookieOf(await attempt(email, PASSWORD));
    const foreign = cookieOf(await attempt(other.email, PASSWORD));
    expect(cookie).not.toContain(encodeURIComponent(email));
    await passed(25, () => attempt(email));
    expect((await attempt(email, PASSWORD)).status).toBe(429);
    const withCookie = (value: string) =>
      attempt(email, PASSWORD, { ...fromElsewhere(), cookie: value });
    expect((await withCookie(foreign)).status).toBe(429);
    expect((await withCookie(`${cookie}x`)).status).toBe(429);
    expect((await withCookie(cookie)).status).toBe(200);
    const link = await post(api.origin, 'sign-in/magic-link', { email }, fromElsewhere());
    expect(link.status).toBe(200);
    // A stolen device guesses no longer than a stranger.
    const guess = () => attempt(email, 'wrong wrong', { ...fromElsewhere(), cookie });
    expect(await passed(25, guess)).toBe(20);
  });

  it('of many accounts from one address ends too', async () => {
    const headers = fromElsewhere();
    const { email } = await buildAccount(api.database);
    expect(await passed(70, () => attempt(anAddress(), 'x', headers))).toBe(60);
    expect((await attempt(email, PASSWORD, headers)).status).toBe(429);
    expect((await attempt(email, PASSWORD)).status).toBe(200);
  });

  it('is not what people do who sign in often', async () => {
    const { email } = await buildAccount(api.database);
    for (let times = 0; times < 25; times += 1) {
      expect((await attempt(email, PASSWORD)).status).toBe(200);
    }
  });
});

describe('mails', () => {
  it.each(['sign-in/magic-link', 'request-password-reset'])(
    'are sent to one address a few times only, whether or not it is known: %s',
    async (path) => {
      for (const email of [(await buildAccount(api.database)).email, anAddress()]) {
        const ask = () => post(api.origin, path, { email }, fromElsewhere());
        expect(await passed(8, ask)).toBe(4);
      }
    },
  );

  it('are not asked for without end from one address', async () => {
    const headers = fromElsewhere();
    const ask = () => post(api.origin, 'sign-in/magic-link', { email: anAddress() }, headers);
    expect(await passed(40, ask)).toBe(30);
  });
});

describe('accounts', () => {
  it('are not made without end', async () => {
    const headers = fromElsewhere();
    const make = () =>
      post(
        api.origin,
        'sign-up/email',
        { name: 'K', email: anAddress(), password: PASSWORD },
        headers,
      );
    expect(await passed(30, make)).toBe(20);
  });
});
