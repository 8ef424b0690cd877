import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildOrganisation,
  type GraphqlClient,
  type Person,
  until,
  type Variables,
  Wilma,
} from '@wilma/testing';

const INVITE = `mutation ($organisation: ID!, $email: String!, $role: MembershipRole) {
  inviteMember(organisation: $organisation, email: $email, role: $role) { id email role } }`;
const ACCEPT = `mutation ($token: String!) { acceptInvitation(token: $token) { id name } }`;
const CREATE = `mutation { createOrganisation(input: { name: "Beispiel", kind: COMPANY }) { id } }`;

describe('invitations', () => {
  let wilma: Wilma;
  let coordinator: Person;

  beforeAll(async () => {
    wilma = await Wilma.start();
    coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
  });

  afterAll(() => wilma.stop());

  /** Somebody who has founded an organisation. */
  async function founder() {
    const person = await wilma.signIn(await buildAccount(wilma.database));
    const { id } = (await person.ask(CREATE)).createOrganisation as { id: string };
    return { person, organisation: id };
  }
  const anAddress = () => `Neu.${randomUUID().slice(0, 8)}@people.example`;
  const codeOf = async (person: GraphqlClient, query: string, variables: Variables) =>
    (await person.refusal(query, variables)).extensions;

  async function tokenTo(email: string): Promise<string> {
    const { text } = await wilma.inbox.mailTo(email.toLowerCase());
    return /\/invitation\/(\S+)/.exec(text)?.[1] ?? '';
  }

  it('lead a colleague into the organisation by one mail, once', async () => {
    const { person, organisation } = await founder();
    const email = anAddress();
    const first = await person.ask(INVITE, { organisation, email });
    expect(first.inviteMember).toMatchObject({ email: email.toLowerCase(), role: 'MEMBER' });
    const token = await tokenTo(email);
    // Asked again, in whichever way it is written, nothing more is sent.
    expect(await person.ask(INVITE, { organisation, email: email.toUpperCase() })).toEqual(first);

    const other = await wilma.signIn(await buildAccount(wilma.database));
    expect((await codeOf(other, ACCEPT, { token })).code).toBe('FORBIDDEN');
    const invited = await wilma.signIn(
      await buildAccount(wilma.database, { email: email.toLowerCase() }),
    );
    for (let times = 0; times < 2; times += 1) {
      expect(await invited.ask(ACCEPT, { token })).toMatchObject({
        acceptInvitation: { id: organisation },
      });
    }
    const { me } = await invited.ask('{ me { memberships { organisation { id } } } }');
    expect(me).toEqual({ memberships: [{ organisation: { id: organisation } }] });
    expect(wilma.inbox.mailsTo(email.toLowerCase())).toHaveLength(1);
    expect(await codeOf(person, INVITE, { organisation, email })).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'email' }],
    });
  });

  it('come from members, those of managers from managers and coordinators alone', async () => {
    const { person, organisation } = await founder();
    const colleague = await wilma.signIn(
      await buildAccount(wilma.database, { organisations: [organisation] }),
    );
    const invite = (role: string) => ({ organisation, email: anAddress(), role });
    await colleague.ask(INVITE, invite('MEMBER'));
    expect((await codeOf(colleague, INVITE, invite('MANAGER'))).code).toBe('FORBIDDEN');
    for (const allowed of [person, coordinator]) await allowed.ask(INVITE, invite('MANAGER'));
    const stranger = (await founder()).person;
    expect((await codeOf(stranger, INVITE, invite('MEMBER'))).code).toBe('FORBIDDEN');
    const nowhere = { ...invite('MEMBER'), organisation: randomUUID() };
    expect((await codeOf(coordinator, INVITE, nowhere)).code).toBe('NOT_FOUND');
  });

  it('are taken by who has the link, until it ends', async () => {
    const { person, organisation } = await founder();
    for (const token of ['nonsense', 'a.b', `${'a'.repeat(40)}.b`]) {
      expect((await codeOf(person, ACCEPT, { token })).code).toBe('NOT_FOUND');
    }
    expect((await codeOf(wilma.visitor, ACCEPT, { token: 'a.b' })).code).toBe('UNAUTHENTICATED');
    expect(
      (await codeOf(person, INVITE, { organisation, email: 'no address' })).fields,
    ).toMatchObject([{ path: 'email' }]);
  });

  it('are made anew when they have ended', async () => {
    const { person, organisation } = await founder();
    const email = anAddress().toLowerCase();
    await person.ask(INVITE, { organisation, email });
    const token = await tokenTo(email);
    await wilma.database.query(
      `UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE email = $1`,
      [email],
    );
    await person.ask(INVITE, { organisation, email });
    await until('the second mail is there', () => wilma.inbox.mailsTo(email).length === 2);
    const invited = await wilma.signIn(await buildAccount(wilma.database, { email }));
    expect((await codeOf(invited, ACCEPT, { token })).code).toBe('NOT_FOUND');
    const again = /\/invitation\/(\S+)/.exec(wilma.inbox.mailsTo(email)[1]?.text ?? '')?.[1];
    await invited.ask(ACCEPT, { token: again ?? '' });
  });

  it('are bounded: twenty an organisation and day', async () => {
    const { person, organisation } = await founder();
    await wilma.database.query(
      `INSERT INTO invitation (organisation_id, email, role, locale, expires_at)
       SELECT $1, n || '@people.example', 'MEMBER', 'de', now() FROM generate_series(1, 20) n`,
      [organisation],
    );
    const email = anAddress();
    expect((await codeOf(person, INVITE, { organisation, email })).code).toBe('RATE_LIMITED');
    await wilma.database.query(
      `UPDATE invitation SET created_at = now() - interval '25 hours' WHERE organisation_id = $1`,
      [organisation],
    );
    await person.ask(INVITE, { organisation, email });
  });

  it('are not needed by staff, who found organisations without joining them', async () => {
    const { id } = (await coordinator.ask(CREATE)).createOrganisation as { id: string };
    const { me } = await coordinator.ask('{ me { memberships { organisation { id } } } }');
    expect(me).toEqual({ memberships: [] });
    await coordinator.ask(INVITE, { organisation: id, email: anAddress(), role: 'MANAGER' });
    const unverified = await buildOrganisation(wilma.database, { verified: false });
    await coordinator.ask(INVITE, { organisation: unverified, email: anAddress() });
  });
});
