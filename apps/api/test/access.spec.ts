import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  type BuiltAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  GraphqlClient,
  type Person,
  type Subscription,
  type Versioned,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;

beforeAll(async () => {
  api = await ApiInProcess.start({ UNDO_SECONDS: '30' });
});

afterAll(() => api.stop());

/** A match that waits for a decision, and who has to do with it. */
async function aSuggestion() {
  const { database } = api;
  const [company, university] = [
    await buildOrganisation(database),
    await buildOrganisation(database, { kind: 'UNIVERSITY' }),
  ];
  const need = await buildPosting(database, 'NEED', { organisation: company });
  const offer = await buildPosting(database, 'OFFER', { organisation: university });
  const id = await buildMatch(database, { need, offer });
  const match: Versioned = { id, version: 1, state: 'SUGGESTED' };
  return { company, university, need, offer, match };
}

const aMember = async (...organisations: string[]): Promise<Person> =>
  api.signIn(await buildAccount(api.database, { organisations }));
const aCoordinator = async (...organisations: string[]): Promise<Person> =>
  api.signIn(await buildAccount(api.database, { role: 'COORDINATOR', organisations }));

describe('a session', () => {
  let account: BuiltAccount;

  beforeAll(async () => {
    account = await buildAccount(api.database);
  });

  const COOKIE = 'wilma.session_token';
  const tokenOf = ({ headers }: Person): string =>
    (headers.cookie ?? '')
      .split('; ')
      .find((c) => c.startsWith(COOKIE))
      ?.slice(COOKIE.length + 1) ?? '';
  const flip = (text: string, at: number): string =>
    text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

  /** Each makes a cookie header of a fresh session. */
  const COOKIES: [what: string, isValid: boolean, make: (person: Person) => unknown][] = [
    ['that was just begun', true, (me) => `${COOKIE}=${tokenOf(me)}`],
    ['among other cookies', true, (me) => `a=1; ${COOKIE}=${tokenOf(me)}; b=2`],
    ['whose token was changed', false, (me) => `${COOKIE}=${flip(tokenOf(me), 0)}`],
    ['whose signature was changed', false, (me) => `${COOKIE}=${flip(tokenOf(me), 40)}`],
    ['without its signature', false, (me) => `${COOKIE}=${tokenOf(me).split('.')[0] ?? ''}`],
    ['without its end', false, (me) => `${COOKIE}=${tokenOf(me).slice(0, -6)}`],
    ['that is no cookie', false, () => `${COOKIE}=%E0%A4%A`],
    ['that is empty', false, () => `${COOKIE}=`],
    ['under another name', false, (me) => `x${COOKIE}=${tokenOf(me)}`],
    [
      'that has expired',
      false,
      async (me) => {
        const [token] = decodeURIComponent(tokenOf(me)).split('.');
        const past = `UPDATE auth.session SET "expiresAt" = now() WHERE token = $1`;
        await api.database.query(past, [token]);
        return `${COOKIE}=${tokenOf(me)}`;
      },
    ],
    [
      'that was signed out of',
      false,
      async (me) => {
        const headers = { ...me.headers, origin: api.origin, 'content-type': 'application/json' };
        await fetch(`${api.origin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
        return `${COOKIE}=${tokenOf(me)}`;
      },
    ],
  ];

  it.each(COOKIES)('%s: both lookups find the same', async (_what, isValid, make) => {
    const cookie = String(await make(await api.signIn(account)));
    const { me } = await new GraphqlClient(api.origin, { cookie }).ask('{ me { account { id } } }');
    // Last, since better-auth deletes an expired session that it meets.
    const theirs = await fetch(`${api.origin}/api/auth/get-session`, { headers: { cookie } });
    const found = (await theirs.json()) as { user: { id: string } } | null;
    expect(found?.user.id ?? null).toBe(isValid ? account.id : null);
    expect(me).toEqual(isValid ? { account: { id: account.id } } : null);
  });
});

describe('a coordinator', () => {
  const canDecide = async (person: Person, id: string) =>
    (await person.ask('query ($id: ID!) { match(id: $id) { canDecide } }', { id })).match;
  const APPROVE = `mutation ($id: ID!, $version: Int!) {
    approveMatch(id: $id, version: $version) { id } }`;

  it('may not decide on a match of an organisation of their own, on either side', async () => {
    const { company, university, match } = await aSuggestion();
    for (const own of [company, university]) {
      const coordinator = await aCoordinator(own);
      expect(await canDecide(coordinator, match.id)).toEqual({ canDecide: false });
      const { extensions } = await coordinator.refusal(APPROVE, { ...match });
      expect(extensions.code).toBe('FORBIDDEN');
    }
    const other = await aCoordinator();
    expect(await canDecide(other, match.id)).toEqual({ canDecide: true });
    expect((await other.approve(match)).state).toBe('APPROVED');
  });

  it('decides once, though two do at the same moment', async () => {
    const { match } = await aSuggestion();
    const both = [await aCoordinator(), await aCoordinator()];
    const answers = await Promise.all(both.map((person) => person.send(APPROVE, { ...match })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'APPROVED').sort();
    expect(codes).toEqual(['APPROVED', 'CONFLICT']);
  });

  it('decides on what they saw: not on a match that was changed meanwhile', async () => {
    const { match } = await aSuggestion();
    const [coordinator, other] = [await aCoordinator(), await aCoordinator()];
    await other.ask(
      'mutation ($id: ID!, $version: Int!) { assignMatch(id: $id, version: $version) { id } }',
      { ...match },
    );
    const { extensions } = await coordinator.refusal(APPROVE, { ...match });
    expect(extensions.code).toBe('CONFLICT');
    expect(await coordinator.match(match.id)).toMatchObject({ state: 'SUGGESTED', version: 2 });
  });

  const DISMISS = `mutation ($id: ID!, $version: Int!) {
    match: dismissMatch(id: $id, version: $version, reason: TOPIC) { id version state undoUntil } }`;
  const UNDO = `mutation ($id: ID!, $version: Int!) {
    undoMatch(id: $id, version: $version) { id version state undoUntil } }`;

  it('may undo their decision within its time, and nobody else may', async () => {
    const { match } = await aSuggestion();
    const [coordinator, other] = [await aCoordinator(), await aCoordinator()];
    const dismissed = (await coordinator.ask(DISMISS, { ...match })).match as Versioned;
    expect((await other.refusal(UNDO, { ...dismissed })).extensions.code).toBe('CONFLICT');
    api.clock.forwardSeconds(29);
    expect(await coordinator.undo(dismissed)).toMatchObject({ state: 'SUGGESTED' });
  });

  it('may not undo it later', async () => {
    const { match } = await aSuggestion();
    const coordinator = await aCoordinator();
    const dismissed = (await coordinator.ask(DISMISS, { ...match })).match as Versioned;
    api.clock.forwardSeconds(31);
    expect((await coordinator.refusal(UNDO, { ...dismissed })).extensions.code).toBe('CONFLICT');
  });
});

describe('a member', () => {
  it('can tell what is hidden from what does not exist by nothing', async () => {
    const { company, match } = await aSuggestion();
    const draft = await buildPosting(api.database, 'NEED', {
      organisation: company,
      state: 'DRAFT',
    });
    const hidden = await buildPosting(api.database, 'NEED', {
      organisation: company,
      visibility: 'COORDINATORS_ONLY',
    });
    const stranger = await aMember(await buildOrganisation(api.database));
    const NEED = 'query ($id: ID!) { need(id: $id) { title } }';
    const MATCH = 'query ($id: ID!) { match(id: $id) { state } }';
    for (const client of [stranger, new GraphqlClient(api.origin)]) {
      for (const id of [draft, hidden]) {
        expect(await client.send(NEED, { id })).toEqual(
          await client.send(NEED, { id: randomUUID() }),
        );
      }
    }
    for (const person of [stranger, await aMember(company)]) {
      expect(await person.send(MATCH, { id: match.id })).toEqual(
        await person.send(MATCH, { id: randomUUID() }),
      );
    }
  });

  it('hears of changes of their own matches and of no others', async () => {
    const [theirs, others] = [await aSuggestion(), await aSuggestion()];
    const coordinator = await aCoordinator();
    const member = await aMember(theirs.company);
    const CHANGES = 'subscription { matchChanged { id state version needAnswer } }';
    const [heardByAll, heard] = [coordinator.subscribe(CHANGES), member.subscribe(CHANGES)];
    const approved = await coordinator.approve(theirs.match);
    await sidesAreAsked(approved.id);
    // Who hears of something is subscribed; from here on nothing may be missed.
    await touchUntilHeard(coordinator, approved, [heardByAll, heard]);

    await coordinator.approve(others.match);
    const universityMember = await aMember(theirs.university);
    await universityMember.answer(approved.id, 'INTERESTED');
    await (await aMember(theirs.company)).answer(approved.id, 'INTERESTED');
    await heard.hears('INTRODUCED');
    await heardByAll.hears('INTRODUCED');

    expect(heardByAll.knows(others.match.id)).toBe(true);
    expect(heard.knows(others.match.id)).toBe(false);
    expect(heard.knows('errors')).toBe(false);
    for (const subscription of [heardByAll, heard]) await subscription.close();
  });

  /** What the worker does when the time to undo is over; none runs here. */
  const sidesAreAsked = (id: string) =>
    api.database.query('UPDATE match SET asked_at = now(), ever_asked = true WHERE id = $1', [id]);

  /** Changes a match, without consequence, until all subscribers have heard of it. */
  async function touchUntilHeard(
    coordinator: Person,
    match: Versioned,
    subscriptions: readonly Subscription[],
  ): Promise<void> {
    let { version } = match;
    await api.database.until('all are subscribed', async () => {
      if (subscriptions.every((subscription) => subscription.knows(match.id))) return true;
      const { assignMatch } = await coordinator.ask(
        'mutation ($id: ID!, $version: Int!) { assignMatch(id: $id, version: $version) { version } }',
        { id: match.id, version },
      );
      ({ version } = assignMatch as { version: number });
      return false;
    });
  }
});
