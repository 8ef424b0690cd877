import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, buildOrganisation, PASSWORD, until, Wilma } from '@wilma/testing';
import { anAddress, post, sendForm as form, signedInBy, signUp } from './way-in.js';

const NEW_PASSWORD = 'ein ganz neues Passwort';
const CREATE = `mutation { createOrganisation(input: { name: "Beispiel", kind: COMPANY }) { id } }`;
const ME = `{ me { role account { id confirmed } memberships { organisation { id } } } }`;

let wilma: Wilma;

beforeAll(async () => {
  wilma = await Wilma.start();
});

afterAll(() => wilma.stop());

const ask = (path: string, body: object) => post(wilma.origin, path, body);

/** The link in the mail to an address about something, the newest. */
async function linkTo(email: string, about: string, count = 1): Promise<string> {
  const mails = await until(`${String(count)} mails about ${about}`, () => {
    const found = wilma.inbox.mailsTo(email, about);
    return found.length >= count && found;
  });
  return /http\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '';
}

/** Everything that a link could change. */
const state = async (email: string) =>
  JSON.stringify([
    await wilma.database.query(
      `SELECT account."emailVerified", credential.password, credential."providerId",
              (SELECT count(*)::int FROM auth.session WHERE "userId" = account.id) AS sessions
         FROM auth."user" account LEFT JOIN auth.credential ON "userId" = account.id
        WHERE email = $1 ORDER BY credential.id`,
      [email],
    ),
    await wilma.database.count('address_confirmation', 'event', 'outgoing_mail'),
  ]);

/** HEAD and GET, as scanners and curious programs send them, change nothing. */
async function demandInert(link: string, email: string): Promise<void> {
  const before = await state(email);
  for (const method of ['HEAD', 'GET', 'GET']) {
    const response = await fetch(link, { method, redirect: 'manual' });
    expect([method, response.status]).toEqual([method, 200]);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  expect(await state(email)).toBe(before);
}

describe('an account that somebody made', () => {
  it('acts for nobody until its address is confirmed by the button behind a link', async () => {
    const email = anAddress();
    const person = await signUp(wilma.origin, email);
    expect((await person.ask(ME)).me).toMatchObject({ account: { confirmed: false } });
    const { extensions } = await person.refusal(CREATE);
    expect(extensions).toMatchObject({ code: 'FORBIDDEN', fields: [{ path: 'name' }] });

    const link = await linkTo(email, 'bestätigen');
    expect(link).toMatch(/\/confirm-address\//);
    await demandInert(link, email);
    expect(await (await fetch(link)).text()).toContain(email);

    expect((await form(link)).status).toBe(200);
    const [proof, ...more] = await wilma.database.query(
      'SELECT * FROM address_confirmation WHERE address = $1',
      [email],
    );
    expect(more).toEqual([]);
    expect(proof).toMatchObject({
      way: 'MAIL_LINK',
      purpose: 'ACCOUNT_MAILS',
      text_version: 1,
      text_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      asked_at: expect.any(Date),
      confirmed_at: expect.any(Date),
    });
    const after = await state(email);
    expect((await form(link)).status).toBe(200);
    expect(await state(email)).toBe(after);
    expect((await person.ask(ME)).me).toMatchObject({ account: { confirmed: true } });
    await person.ask(CREATE);
  });

  it('is asked again on request, and by no forged link', async () => {
    const email = anAddress();
    const person = await signUp(wilma.origin, email);
    const link = await linkTo(email, 'bestätigen');
    await person.ask('mutation { resendConfirmation }');
    const second = await linkTo(email, 'bestätigen', 2);
    for (const wrong of [
      `${link}x`,
      link.replace(/\.(?=[^.]*$)/, 'A.'),
      `${wilma.origin}/confirm-address/%E0`,
    ]) {
      expect((await form(wrong)).status).toBe(404);
      expect((await fetch(wrong)).status).toBe(404);
    }
    expect((await person.ask(ME)).me).toMatchObject({ account: { confirmed: false } });
    await form(second);
    await person.ask('mutation { resendConfirmation }');
    expect((await person.ask(ME)).me).toMatchObject({ account: { confirmed: true } });
    expect(wilma.inbox.mailsTo(email)).toHaveLength(2);
  });

  it('has a confirmed address where an operator vouches for it, or another link proved it', async () => {
    const email = anAddress();
    const person = await signUp(wilma.origin, email);
    // Whoever takes an address that an operator then trusts gains nothing by it.
    await wilma.database.query(`UPDATE auth."user" SET role = 'ADMIN' WHERE email = $1`, [email]);
    expect((await person.ask(ME)).me).toMatchObject({ role: 'COMPANY', memberships: [] });
    await ask('sign-in/magic-link', { email });
    const done = await form(await linkTo(email, 'Anmeldung'));
    expect((await signedInBy(wilma.origin, done).ask(ME)).me).toMatchObject({
      role: 'ADMIN',
      account: { confirmed: true },
    });
    const proof = 'SELECT way FROM address_confirmation WHERE address = $1';
    expect(await wilma.database.query(proof, [email])).toEqual([{ way: 'SIGN_IN_LINK' }]);
    // What was set before anybody had proven anything lets nobody in.
    expect((await ask('sign-in/email', { email, password: PASSWORD })).status).toBe(401);
    expect((await person.ask('{ me { role } }')).me).toBeNull();
  });

  it('has a confirmed address by an invitation that came to it', async () => {
    const organisation = await buildOrganisation(wilma.database, { verified: true });
    const coordinator = await wilma.signIn(
      await buildAccount(wilma.database, { role: 'COORDINATOR' }),
    );
    const email = anAddress();
    await coordinator.ask(
      'mutation ($o: ID!, $email: String!) { inviteMember(organisation: $o, email: $email) { id } }',
      { o: organisation, email },
    );
    const token = (await linkTo(email, 'Einladung')).split('/').at(-1);
    const person = await signUp(wilma.origin, email);
    await person.ask('mutation ($token: String!) { acceptInvitation(token: $token) { id } }', {
      token,
    });
    expect((await person.ask(ME)).me).toMatchObject({
      account: { confirmed: true },
      memberships: [{ organisation: { id: organisation } }],
    });
  });
});

describe('a link to sign in', () => {
  it('signs in once, by its button, and leads to a page of ours', async () => {
    const { email, id } = await buildAccount(wilma.database);
    const asked = await ask('sign-in/magic-link', {
      email: email.toUpperCase(),
      callbackURL: '/matches?x=1',
    });
    expect(asked.status).toBe(200);
    const link = await linkTo(email, 'Anmeldung');
    expect(link).toMatch(/\/sign-in-link\/[^?]+\?to=%2Fmatches%3Fx%3D1$/);
    await demandInert(link, email);
    const token = /sign-in-link\/([^?]+)/.exec(link)?.[1] ?? '';
    const direct = `${wilma.origin}/api/auth/magic-link/verify?token=${token}`;
    expect((await fetch(direct, { redirect: 'manual' })).status).toBe(404);
    const stored = await wilma.database.query('SELECT * FROM auth.verification');
    expect(JSON.stringify(stored)).not.toContain(token);

    const crossSite = await form(link, {}, { 'sec-fetch-site': 'cross-site' });
    expect([crossSite.status, crossSite.headers.getSetCookie()]).toEqual([404, []]);
    const done = await form(link, {}, { 'sec-fetch-site': 'same-origin' });
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      '/sign-in?to=%2Fmatches%3Fx%3D1',
    ]);
    expect((await signedInBy(wilma.origin, done).ask(ME)).me).toMatchObject({ account: { id } });
    const again = await form(link);
    expect([again.status, again.headers.getSetCookie()]).toEqual([404, []]);
  });

  it('is used by one of ten at the same moment', async () => {
    const { email } = await buildAccount(wilma.database);
    await ask('sign-in/magic-link', { email });
    const link = await linkTo(email, 'Anmeldung');
    const all = await Promise.all(Array.from({ length: 10 }, () => form(link)));
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('ends after ten minutes and leads nowhere else', async () => {
    const { email } = await buildAccount(wilma.database);
    for (const callbackURL of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
      expect((await ask('sign-in/magic-link', { email, callbackURL })).status).toBe(403);
    }
    await ask('sign-in/magic-link', { email });
    await linkTo(email, 'Anmeldung');
    const [row] = await wilma.database.query<{ left: number }>(
      `SELECT max(extract(epoch FROM "expiresAt" - now()))::int AS left FROM auth.verification`,
    );
    expect(row?.left).toBeLessThanOrEqual(600);
  });
});

describe('a new password', () => {
  it('is set once, by the form behind a link, and ends what was before', async () => {
    const account = await buildAccount(wilma.database);
    const { email } = account;
    const person = await wilma.signIn(account);
    await ask('request-password-reset', { email });
    const link = await linkTo(email, 'Passwort');
    await demandInert(link, email);
    const before = await state(email);
    for (const password of ['', 'kurz', 'x'.repeat(201)]) {
      const refused = await form(link, { password });
      expect([refused.status, await state(email)]).toEqual([422, before]);
    }
    expect((await form(link, { password: NEW_PASSWORD })).status).toBe(200);
    expect((await person.ask(ME)).me).toBeNull();
    expect((await ask('sign-in/email', { email, password: PASSWORD })).status).toBe(401);
    expect((await ask('sign-in/email', { email, password: NEW_PASSWORD })).status).toBe(200);
    expect((await form(link, { password: PASSWORD })).status).toBe(404);
    expect((await ask('sign-in/email', { email, password: NEW_PASSWORD })).status).toBe(200);
  });

  it('proves the address, and cuts off what somebody else had tied to it', async () => {
    const email = anAddress();
    const person = await signUp(wilma.origin, email);
    await wilma.database.query(
      `INSERT INTO auth.credential ("accountId", "providerId", "userId", "updatedAt")
       SELECT 'stranger', 'university', id, now() FROM auth."user" WHERE email = $1`,
      [email],
    );
    await ask('request-password-reset', { email });
    await form(await linkTo(email, 'Passwort'), { password: NEW_PASSWORD });
    expect((await person.ask('{ me { role } }')).me).toBeNull();
    const me = signedInBy(
      wilma.origin,
      await ask('sign-in/email', { email, password: NEW_PASSWORD }),
    );
    expect((await me.ask(ME)).me).toMatchObject({ account: { confirmed: true } });
    const credentials = `SELECT "providerId" FROM auth.credential c JOIN auth."user" u ON u.id = "userId"
                          WHERE email = $1`;
    expect(await wilma.database.query(credentials, [email])).toEqual([
      { providerId: 'credential' },
    ]);
  });
});

describe('an address without an account', () => {
  it.each(['sign-in/magic-link', 'request-password-reset'])(
    'gets no mail, and the same answer as one that has one: %s',
    async (path) => {
      const [known, unknown] = [(await buildAccount(wilma.database)).email, anAddress()];
      const [first, second] = [
        await ask(path, { email: known }),
        await ask(path, { email: unknown }),
      ];
      expect(second.status).toBe(first.status);
      expect(await second.text()).toBe(await first.text());
      const names = ({ headers }: Response) => [...headers.keys()].sort();
      expect(names(second)).toEqual(names(first));
      await until('the mail is there', () => wilma.inbox.mailsTo(known).length === 1);
      await wilma.database.until('nobody waits for a link', async () => {
        const { link_request: waiting } = await wilma.database.count('link_request');
        return waiting === 0;
      });
      expect(wilma.inbox.mailsTo(unknown)).toEqual([]);
    },
  );
});
