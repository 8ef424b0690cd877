import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationLinks } from '@wilma/identity';
import { Clock, readConfig, SignedLinks } from '@wilma/platform';
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
const LIST = `query ($organisation: ID!) {
  invitations(organisation: $organisation) { edges { node { email role } } } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawInvitation(id: $id) { id } }`;
const VERIFY = `mutation ($id: ID!) { verifyOrganisation(id: $id) { id } }`;
const CREATE = `mutation { createOrganisation(input: { name: "Beispiel", kind: COMPANY }) { id } }`;

/** Signs as the programs do. */
function linksOf({ settings }: Wilma): InvitationLinks {
  const config = readConfig(settings);
  return new InvitationLinks(new SignedLinks(config, new Clock()), config);
}

describe('invitations', () => {
  let wilma: Wilma;
  let coordinator: Person;

  beforeAll(async () => {
    wilma = await Wilma.start();
    coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
  });

  afterAll(() => wilma.stop());

  /** Somebody who has founded an organisation; a coordinator vouches for it. */
  async function founder({ verified }: { verified: boolean } = { verified: true }) {
    const account = await buildAccount(wilma.database);
    const person = await wilma.signIn(account);
    const { id } = (await person.ask(CREATE)).createOrganisation as { id: string };
    if (verified) await coordinator.ask(VERIFY, { id });
    return { account, person, organisation: id };
  }
  const anAddress = () => `Neu.${randomUUID().slice(0, 8)}@people.example`;
  const codeOf = async (person: GraphqlClient, query: string, variables: Variables) =>
    (await person.refusal(query, variables)).extensions;

  /** As if the days in which it is valid had passed. */
  const end = (email: string) =>
    wilma.database.query(
      `UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE email = $1`,
      [email],
    );

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

    const email = anAddress().toLowerCase();
    const { inviteMember } = await person.ask(INVITE, { organisation, email });
    const guest = await wilma.signIn(await buildAccount(wilma.database, { email }));
    const tokenUntil = (expiresAt: Date) =>
      linksOf(wilma)
        .urlFor({ id: (inviteMember as { id: string }).id, expiresAt })
        .split('/')
        .at(-1) ?? '';
    const over = tokenUntil(new Date(Date.now() - 1));
    expect((await codeOf(guest, ACCEPT, { token: over })).code).toBe('NOT_FOUND');
    await guest.ask(ACCEPT, { token: tokenUntil(new Date(Date.now() + 60_000)) });
  });

  it('wait until somebody vouches for the organisation, of which few may wait', async () => {
    const { person, organisation } = await founder({ verified: false });
    const variables = { organisation, email: anAddress() };
    expect(await codeOf(person, INVITE, variables)).toEqual({
      code: 'FORBIDDEN',
      fields: [{ path: 'organisation', message: expect.stringContaining('noch nicht bestätigt') }],
    });
    const second = await person.ask(CREATE);
    await person.ask(CREATE);
    expect(await codeOf(person, CREATE, {})).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'name', message: expect.stringContaining('schon 3 Organisationen') }],
    });
    await coordinator.ask(VERIFY, { id: organisation });
    await coordinator.ask(VERIFY, second.createOrganisation as { id: string });
    await person.ask(INVITE, variables);
    const atOnce = [person.send(CREATE), person.send(CREATE), person.send(CREATE)];
    const refused = (await Promise.all(atOnce)).filter(({ errors }) => errors !== undefined);
    expect(refused).toHaveLength(1);
  });

  it('are sent once: where they ended unanswered, staff alone send another, on request', async () => {
    const { person, organisation } = await founder();
    const email = anAddress().toLowerCase();
    await person.ask(INVITE, { organisation, email });
    const token = await tokenTo(email);
    await end(email);
    expect(await codeOf(person, INVITE, { organisation, email })).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'email', message: expect.stringContaining('keine weitere E-Mail') }],
    });
    await coordinator.ask(INVITE, { organisation, email });
    await until('the second mail is there', () => wilma.inbox.mailsTo(email).length === 2);
    const guest = await buildAccount(wilma.database, { email });
    const invited = await wilma.signIn(guest);
    expect((await codeOf(invited, ACCEPT, { token })).code).toBe('NOT_FOUND');
    const again = /\/invitation\/(\S+)/.exec(wilma.inbox.mailsTo(email)[1]?.text ?? '')?.[1];
    await invited.ask(ACCEPT, { token: again ?? '' });

    // Who had agreed and left since is asked again like anybody.
    await wilma.database.query('DELETE FROM membership WHERE account_id = $1', [guest.id]);
    await person.ask(INVITE, { organisation, email });
    await until('the third mail is there', () => wilma.inbox.mailsTo(email).length === 3);
  });

  it('that wait are listed to members, corrected and withdrawn', async () => {
    const { person, organisation } = await founder();
    const colleague = await wilma.signIn(
      await buildAccount(wilma.database, { organisations: [organisation] }),
    );
    const stranger = (await founder()).person;
    const [email, other] = [anAddress().toLowerCase(), anAddress().toLowerCase()];
    const { inviteMember } = await person.ask(INVITE, { organisation, email });
    const { id } = inviteMember as { id: string };
    await person.ask(INVITE, { organisation, email: other });
    const rolesSeenBy = async (viewer: GraphqlClient) => {
      const { invitations } = await viewer.ask(LIST, { organisation });
      return (invitations as { edges: { node: Variables }[] }).edges.map(({ node }) => node);
    };
    const theOther = { email: other, role: 'MEMBER' };
    for (const viewer of [person, colleague, coordinator]) {
      expect(await rolesSeenBy(viewer)).toEqual([theOther, { email, role: 'MEMBER' }]);
    }
    expect((await codeOf(stranger, LIST, { organisation })).code).toBe('NOT_FOUND');

    const asked = (role: string) => ({ organisation, email, role });
    expect((await codeOf(colleague, INVITE, asked('MANAGER'))).code).toBe('FORBIDDEN');
    expect((await person.ask(INVITE, asked('MANAGER'))).inviteMember).toMatchObject({
      id,
      role: 'MANAGER',
    });
    expect((await codeOf(colleague, INVITE, asked('MEMBER'))).code).toBe('FORBIDDEN');
    expect((await codeOf(colleague, WITHDRAW, { id })).code).toBe('FORBIDDEN');
    for (const unknown of [id, randomUUID()]) {
      expect((await codeOf(stranger, WITHDRAW, { id: unknown })).code).toBe('NOT_FOUND');
    }

    const token = await tokenTo(email);
    for (let times = 0; times < 2; times += 1) await person.ask(WITHDRAW, { id });
    expect(await rolesSeenBy(person)).toEqual([theOther]);
    const guest = await wilma.signIn(await buildAccount(wilma.database, { email }));
    expect((await codeOf(guest, ACCEPT, { token })).code).toBe('NOT_FOUND');
    // The promise of the mail holds for who withdrew, too.
    expect((await codeOf(person, INVITE, asked('MEMBER'))).code).toBe('BAD_USER_INPUT');
    const events = await wilma.database.query(
      `SELECT name FROM event WHERE payload->>'invitation' = $1 ORDER BY id`,
      [id],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'member.invited',
      'invitation.role-changed',
      'invitation.withdrawn',
    ]);

    const late = await wilma.signIn(await buildAccount(wilma.database, { email: other }));
    await late.ask(ACCEPT, { token: await tokenTo(other) });
    const [row] = await wilma.database.query<{ id: string }>(
      'SELECT id FROM invitation WHERE email = $1',
      [other],
    );
    expect((await codeOf(person, WITHDRAW, { id: row?.id })).code).toBe('CONFLICT');
  });

  it('are bounded: twenty an account and day', async () => {
    const { account, person, organisation } = await founder();
    await wilma.database.query(
      `INSERT INTO invitation (organisation_id, invited_by, email, role, locale, expires_at)
       SELECT $1, $2, n || '@people.example', 'MEMBER', 'de', now() FROM generate_series(1, 20) n`,
      [await buildOrganisation(wilma.database), account.id],
    );
    expect(await codeOf(person, INVITE, { organisation, email: anAddress() })).toEqual({
      code: 'RATE_LIMITED',
      fields: [{ path: 'email', message: expect.stringContaining('morgen') }],
    });
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
