import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  type BuiltAccount,
  buildOrganisation,
  buildPosting,
  type Person,
  type Subscription,
  until,
  type Versioned,
  Wilma,
} from '@wilma/testing';
import { WebSocket } from 'ws';
import { aNeed } from './stage.js';

const CHANGES =
  'subscription ($mine: Boolean) { postingChanged(mine: $mine) { id title state version } }';
const ADDED = 'subscription { notificationAdded { kind text(locale: en) posting { id } } }';
const ATTRIBUTE = `mutation ($id: ID!, $version: Int!) {
  attributePosting(id: $id, version: $version) { id version state } }`;

describe('subscriptions across processes', () => {
  let wilma: Wilma;
  let company: string;
  let coordinator: Person;
  let member: Person;
  let stranger: Person;

  const signIn = async (plan: Parameters<typeof buildAccount>[1]) =>
    wilma.signIn(await buildAccount(wilma.database, plan));

  beforeAll(async () => {
    wilma = await Wilma.start();
    await wilma.startApi();
    const { database } = wilma;
    company = await buildOrganisation(database, { verified: false });
    coordinator = await signIn({ role: 'COORDINATOR' });
    member = await signIn({ organisations: [company] });
    stranger = await signIn({ organisations: [await buildOrganisation(database)] });
  });

  afterAll(() => wilma.stop());

  /** The same person at the API that does not take the changes. */
  const elsewhere = (person: Person): Person => person.at(wilma.origins[1] ?? '');

  const touch = async ({ id, version }: { id: string; version: number }): Promise<Versioned> =>
    (await coordinator.ask(ATTRIBUTE, { id, version })).attributePosting as Versioned;

  /** Changes a posting, without consequence, until all subscribers have heard of it. */
  async function touchUntilHeard(id: string, subscriptions: readonly Subscription[]) {
    let at: Versioned = { id, version: 1, state: '' };
    await wilma.database.until('all are subscribed', async () => {
      if (subscriptions.every((one) => one.knows(id))) return true;
      at = await touch(at);
      return false;
    });
    return at;
  }

  it('tell each subscriber of the postings that they may see', async () => {
    const { database } = wilma;
    const named = await buildPosting(database, 'NEED', { organisation: company });
    const own = elsewhere(member).subscribe(CHANGES, { mine: true });
    const staff = elsewhere(coordinator).subscribe(CHANGES);
    const other = elsewhere(stranger).subscribe(CHANGES);
    const others = elsewhere(stranger).subscribe(CHANGES, { mine: true });
    await touchUntilHeard(named, [own, staff, other]);

    const blinded = await buildPosting(database, 'NEED', {
      organisation: company,
      visibility: 'BLINDED',
    });
    await touch({ id: blinded, version: 1 });
    const draft = await member.createNeed(aNeed());
    await own.hears(draft.id);
    await own.hears(blinded);
    await staff.hears(blinded);
    // Drafts are their owner's alone; of a blinded posting the moment would tell whose it is.
    const last = await buildPosting(database, 'NEED', { organisation: company });
    await touch({ id: last, version: 1 });
    await other.hears(last);
    await staff.hears(last);
    expect([other, staff].map((one) => one.knows(draft.id))).toEqual([false, false]);
    expect(other.knows(blinded)).toBe(false);
    expect(others.heard).toEqual([]);
    for (const one of [own, staff, other, others]) await one.close();
  });

  it('tell of notifications as soon as the worker has written them', async () => {
    const [first, second] = [member, coordinator].map((person) =>
      elsewhere(person).subscribe(ADDED),
    );
    // Handed in again and again until both are subscribed.
    await wilma.database.until('both have heard', async () => {
      if (first?.knows('PUBLISHED') === true && second?.knows('TO_REVIEW') === true) return true;
      const need = await member.submit(await member.createNeed(aNeed()));
      await coordinator.ask(
        `mutation ($id: ID!, $version: Int!) {
           reviewPosting(id: $id, version: $version, decision: PUBLISH) { id } }`,
        { id: need.id, version: need.version },
      );
      return false;
    });
    expect(first?.knows('TO_REVIEW')).toBe(false);
    expect(JSON.stringify(first?.heard)).toContain('has been published.');
    for (const one of [first, second]) await one?.close();
  });
});

describe('a subscription ends', () => {
  let wilma: Wilma;
  let company: string;
  let coordinator: Person;

  beforeAll(async () => {
    wilma = await Wilma.start({ workers: 0 });
    company = await buildOrganisation(wilma.database);
    coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
  });

  afterAll(() => wilma.stop());

  const CASES: [what: string, role: 'COORDINATOR' | 'MEMBER', code: number, take: string][] = [
    ['with the role', 'COORDINATOR', 4403, `UPDATE auth."user" SET role = 'MEMBER' WHERE id = $1`],
    ['with a membership', 'MEMBER', 4403, 'DELETE FROM membership WHERE account_id = $1'],
    ['with the session', 'MEMBER', 4401, `DELETE FROM auth.session WHERE "userId" = $1`],
  ];

  it.each(CASES)('%s that is taken away', async (_what, role, code, take) => {
    const { database } = wilma;
    const account: BuiltAccount = await buildAccount(database, { role, organisations: [company] });
    const { headers } = await wilma.signIn(account);
    const socket = new WebSocket(
      `${wilma.origin.replace(/^http/, 'ws')}/graphql`,
      'graphql-transport-ws',
      { headers },
    );
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString()));
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    await until('the connection is acknowledged', () => heard.length > 0);
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: CHANGES } }));

    let at = {
      id: await buildPosting(database, 'NEED', { organisation: company }),
      version: 1,
    };
    const touch = async () => {
      at = (await coordinator.ask(ATTRIBUTE, at)).attributePosting as Versioned;
    };
    await database.until('it is subscribed', async () => {
      if (heard.some((message) => message.includes(at.id))) return true;
      await touch();
      return false;
    });
    const before = at.version;
    const closed = once(socket, 'close') as Promise<[number]>;
    await database.query(take, [account.id]);
    await touch();
    expect((await closed)[0]).toBe(code);
    expect(heard.some((message) => message.includes(`"version":${String(before + 1)}`))).toBe(
      false,
    );
  });
});
