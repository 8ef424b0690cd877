import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildAccount, freePort, GraphqlClient } from '@wilma/testing';
import { IdentityHouse, Wanderer } from './identity-house.js';
import { ApiInProcess } from './in-process.js';
import { anAddress, post, signUp } from './way-in.js';

const ME = '{ me { account { email name confirmed } } }';

let api: ApiInProcess;
let university: IdentityHouse;
let company: IdentityHouse;
let asleep: IdentityHouse;
/** Takes connections and never says a word. */
let silent: Server;

beforeAll(async () => {
  // What a provider for tests would have to do to be one for people.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockReturnValue();
  university = await IdentityHouse.plan('university', { inToken: true });
  company = await IdentityHouse.plan('company', { inToken: false });
  asleep = await IdentityHouse.plan('asleep', { inToken: true });
  silent = createServer().listen(await freePort(), '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as { port: number };
  const mute = asleep.settings({ id: 'mute', issuer: `http://127.0.0.1:${String(port)}` });
  const settings = [
    university.settings(),
    company.settings({ domains: ['company.example'] }),
    asleep.settings(),
    mute,
  ];
  // None of them answers yet: nothing waits for providers.
  api = await ApiInProcess.start({ OIDC_PROVIDERS: JSON.stringify(settings) });
  await university.open(api.origin);
  await company.open(api.origin);
});

afterAll(async () => {
  await api.stop();
  silent.close();
  for (const house of [university, company, asleep]) await house.close();
});

/** Begins to sign in by a provider; the address to which the browser is sent. */
async function begin(wanderer: Wanderer, provider: string): Promise<string> {
  const response = await wanderer.go(`${api.origin}/api/auth/sign-in/social`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.origin },
    body: JSON.stringify({
      provider,
      callbackURL: '/matches',
      errorCallbackURL: `/sign-in?provider=${provider}`,
    }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { url: string }).url;
}

/** Signs in by a provider. @returns where the browser ends, and who is signed in then */
async function signInBy(house: IdentityHouse, login: string, wanderer = new Wanderer()) {
  const back = await wanderer.signInAs(login, await begin(wanderer, house.id), `${api.origin}/`);
  return end(wanderer, back);
}

async function end(wanderer: Wanderer, back: string) {
  const { headers } = await wanderer.go(back);
  const client = new GraphqlClient(api.origin, { cookie: wanderer.cookiesAt(api.origin) });
  const { me } = await client.ask(ME);
  return { location: headers.get('location')?.replace(api.origin, ''), me, client };
}

const credentialsOf = (email: string) =>
  api.database.query(
    `SELECT "providerId", "accessToken", "idToken" FROM auth.credential c
       JOIN auth."user" u ON u.id = "userId" WHERE email = $1 ORDER BY "providerId"`,
    [email],
  );

describe('a provider of identities', () => {
  it('is offered by its name', async () => {
    const { service } = await new GraphqlClient(api.origin).ask(
      '{ service { signInProviders { id name } } }',
    );
    expect(service).toMatchObject({
      signInProviders: [{ id: 'university', name: 'Haus university' }, {}, {}, {}],
    });
  });

  it.each([
    ['in its token', () => university, 'kim@university.example'],
    ['on its page', () => company, 'kim@company.example'],
  ])(
    'makes an account of who it vouches for %s, and knows them again',
    async (_how, house, email) => {
      house().people.set('kim', { email, email_verified: true, name: 'Kim Neu' });
      const first = await signInBy(house(), 'kim');
      expect(first.location).toBe('/matches');
      expect(first.me).toEqual({ account: { email, name: 'Kim Neu', confirmed: true } });
      expect((await signInBy(house(), 'kim')).me).toEqual(first.me);
      // Of its tokens nothing is kept.
      expect(await credentialsOf(email)).toEqual([
        { providerId: house().id, accessToken: null, idToken: null },
      ]);
      const proof = 'SELECT way FROM address_confirmation WHERE address = $1';
      expect(await api.database.query(proof, [email])).toEqual([{ way: 'PROVIDER' }]);
    },
  );

  it('leads to an account whose address both it and we know to be theirs', async () => {
    const { email } = await buildAccount(api.database, { name: 'Schon Da' });
    university.people.set('known', { email: email.toUpperCase(), email_verified: true });
    const { me } = await signInBy(university, 'known');
    expect(me).toEqual({ account: { email, name: 'Schon Da', confirmed: true } });
    expect((await credentialsOf(email)).map(({ providerId }) => providerId)).toEqual([
      'credential',
      'university',
    ]);
  });

  it.each([false, undefined])(
    'leads to no account by an address that it does not vouch for: %s',
    async (email_verified) => {
      const { email } = await buildAccount(api.database);
      const login = `liar-${String(email_verified)}`;
      university.people.set(login, {
        email,
        ...(email_verified === undefined ? {} : { email_verified }),
      });
      const { location, me } = await signInBy(university, login);
      expect(location).toBe('/sign-in?provider=university&error=account_not_linked');
      expect(me).toBeNull();
      expect(await credentialsOf(email)).toHaveLength(1);
    },
  );

  it('leads to no account whose owner has not confirmed the address', async () => {
    const email = anAddress();
    await signUp(api.origin, email);
    university.people.set('owner', { email, email_verified: true });
    const { location, me } = await signInBy(university, 'owner');
    expect(location).toContain('error=account_not_linked');
    expect(me).toBeNull();
  });

  it('makes an account that is to be confirmed where it vouches for nothing', async () => {
    const email = anAddress();
    university.people.set('new', { email, name: 'N' });
    const { me } = await signInBy(university, 'new');
    expect(me).toEqual({ account: { email, name: email, confirmed: false } });
    const registered = `SELECT FROM event WHERE name = 'account.registered' AND payload->>'account' =
      (SELECT id::text FROM auth."user" WHERE email = $1)`;
    expect(await api.database.query(registered, [email])).toHaveLength(1);
  });

  it('is heard on addresses of its own domains alone, where they are set', async () => {
    for (const [login, email] of [
      ['foreign', anAddress()],
      ['below', 'x@sub.company.example'],
      ['alike', 'x@evilcompany.example'],
    ] as const) {
      company.people.set(login, { email, email_verified: true });
      const { location, me } = await signInBy(company, login);
      expect(location).toContain('error=foreign_domain');
      expect(me).toBeNull();
    }
  });
});

describe('signing in by a provider is refused', () => {
  const back = async (wanderer: Wanderer) =>
    wanderer.signInAs('kim', await begin(wanderer, 'university'), `${api.origin}/`);

  it('with another state, or a state of somebody else', async () => {
    const [wanderer, other] = [new Wanderer(), new Wanderer()];
    const [mine, theirs] = [new URL(await back(wanderer)), new URL(await back(other))];
    const wrong = new URL(mine);
    wrong.searchParams.set('state', 'x'.repeat(32));
    expect((await end(wanderer, wrong.href)).me).toBeNull();
    // A victim is led to the end of an attacker's sign-in.
    const led = await end(new Wanderer(), theirs.href);
    expect([led.me, led.location]).toEqual([null, expect.stringContaining('/sign-in?')]);
    wrong.searchParams.set('state', theirs.searchParams.get('state') ?? '');
    expect((await end(new Wanderer(), wrong.href)).me).toBeNull();
  });

  it('with the same code again', async () => {
    const wanderer = new Wanderer();
    const url = await back(wanderer);
    expect((await end(wanderer, url)).me).not.toBeNull();
    const again = await wanderer.go(url);
    expect(again.headers.get('location')).toContain('error=');
  });

  it('with a token that was made for another request', async () => {
    university.confusesNonces = true;
    try {
      const { location, me } = await signInBy(university, 'kim');
      expect(location).toBe('/sign-in?provider=university&error=unable_to_get_user_info');
      expect(me).toBeNull();
    } finally {
      university.confusesNonces = false;
    }
  });

  it('by a token that somebody brings, with scopes of their choice, or to elsewhere', async () => {
    for (const more of [
      { idToken: { token: 'a.b.c' } },
      { scopes: ['offline_access'] },
      { additionalParams: { prompt: 'none' } },
    ]) {
      const body = { provider: 'university', callbackURL: '/', ...more };
      expect((await post(api.origin, 'sign-in/social', body)).status).toBe(400);
    }
    const elsewhere = { provider: 'university', callbackURL: 'https://evil.example/' };
    expect((await post(api.origin, 'sign-in/social', elsewhere)).status).toBe(403);
  });

  it('where the provider is away or says nothing, within seconds; it is asked again later', async () => {
    const start = (provider: string) =>
      post(api.origin, 'sign-in/social', { provider, callbackURL: '/' });
    expect((await start('nobody')).status).toBe(404);
    expect((await start('asleep')).status).toBe(404);
    const before = Date.now();
    expect((await start('mute')).status).toBe(404);
    expect(Date.now() - before).toBeLessThan(12_000);
    await asleep.open(api.origin);
    asleep.people.set('kim', { email: anAddress(), email_verified: true });
    expect((await signInBy(asleep, 'kim')).me).not.toBeNull();
    const wanderer = new Wanderer();
    const url = await wanderer.signInAs('kim', await begin(wanderer, 'asleep'), `${api.origin}/`);
    await asleep.close();
    const { location, me } = await end(wanderer, url);
    expect([location, me]).toEqual(['/sign-in?provider=asleep&error=invalid_code', null]);
  });
});
