import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotificationService } from '@wilma/notifications';
import { Database } from '@wilma/platform';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  type GraphqlClient,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

const CREATE = `mutation ($manager: String) {
  createOrganisation(input: { name: "Beispiel", kind: COMPANY }, manager: $manager) { id } }`;
const VERIFY = `mutation ($id: ID!, $note: String, $domains: [MailDomainInput!]) {
  verifyOrganisation(id: $id, note: $note, domains: $domains) { id verified } }`;
const TAKE_BACK = `mutation ($id: ID!) {
  takeBackVerification(id: $id, reason: "Die Nummer stimmte nicht") { verified } }`;
const WISH = `mutation ($organisation: ID!, $domains: [MailDomainInput!]!) {
  setMailDomains(organisation: $organisation, domains: $domains) {
    mailDomains { domain withSubdomains inForce } } }`;
const JOIN = `mutation ($id: ID!) { joinOrganisation(id: $id) { id } }`;
const JOINABLE = '{ joinableOrganisations { id } }';
const MINE = '{ me { memberships { role organisation { id } } } }';
const MEMBERS = `query ($organisation: ID!) {
  members(organisation: $organisation) { totalCount edges { node { account { id } role email } } } }`;
const ROLE = `mutation ($organisation: ID!, $account: ID!, $role: MembershipRole!) {
  setMemberRole(organisation: $organisation, account: $account, role: $role) { role } }`;
const REMOVE = `mutation ($organisation: ID!, $account: ID!, $successor: ID) {
  removeMember(organisation: $organisation, account: $account, successor: $successor) }`;
const LEAVE = `mutation ($organisation: ID!, $successor: ID) {
  leaveOrganisation(organisation: $organisation, successor: $successor) }`;
const STANDING = `query ($search: String) { organisations(search: $search) { edges { node {
  verified onBehalf mailDomains { domain inForce }
  verifications { given note domains by { id } } } } } }`;

let api: ApiInProcess;
let coordinator: Person;
let staff: string;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const account = await buildAccount(api.database, { role: 'COORDINATOR' });
  staff = account.id;
  coordinator = await api.signIn(account);
});

afterAll(() => api.stop());

const aDomain = () => `d${randomUUID().slice(0, 8)}.example`;
const refused = async (person: GraphqlClient, query: string, variables: Variables) =>
  (await person.refusal(query, variables)).extensions;

/** Somebody who belongs to organisations, by default to none. */
async function somebody(plan: Parameters<typeof buildAccount>[1] = {}) {
  const account = await buildAccount(api.database, plan);
  return { id: account.id, email: account.email, person: await api.signIn(account) };
}

/** Somebody who manages an organisation that others belong to. */
async function manager() {
  const organisation = await buildOrganisation(api.database, { name: `Werk ${randomUUID()}` });
  const boss = await somebody({ organisations: [organisation] });
  await api.database.query(`UPDATE membership SET role = 'MANAGER' WHERE account_id = $1`, [
    boss.id,
  ]);
  const member = (email = `${randomUUID()}@people.example`) =>
    somebody({ email, organisations: [organisation] });
  return { ...boss, organisation, member };
}

const posting = (organisation: string, mail: string, title = 'Ein Bedarf (Beispiel)') =>
  buildPosting(api.database, 'NEED', { organisation, title, contact: { name: 'Ada', mail } });

const contactOf = async (id: string): Promise<unknown> => {
  const [row] = await api.database.query('SELECT contact_mail FROM posting WHERE id = $1', [id]);
  return row?.contact_mail;
};

const eventsOf = async (organisation: string): Promise<unknown[]> => {
  const rows = await api.database.query(
    `SELECT name FROM event WHERE payload->>'organisation' = $1 ORDER BY id`,
    [organisation],
  );
  return rows.map(({ name }) => name);
};

describe('a mail domain', () => {
  it('is a wish of the manager, lets people in once it is confirmed, and no others', async () => {
    const boss = await manager();
    const { organisation } = boss;
    const domain = aDomain();
    const guest = await somebody({ email: `mona@${domain}` });
    const wished = await boss.person.ask(WISH, {
      organisation,
      domains: [{ domain: domain.toUpperCase() }],
    });
    expect(wished.setMailDomains).toEqual({
      mailDomains: [{ domain, withSubdomains: false, inForce: false }],
    });
    expect(await guest.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
    expect((await refused(guest.person, JOIN, { id: organisation })).code).toBe('FORBIDDEN');

    await coordinator.ask(VERIFY, { id: organisation, domains: [{ domain }] });
    for (const email of [`x@evil-${domain}`, `x@sub.${domain}`, `x@${domain}.evil.example`]) {
      const other = await somebody({ email });
      expect(await other.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
      expect((await refused(other.person, JOIN, { id: organisation })).code).toBe('FORBIDDEN');
    }
    const open = { joinableOrganisations: [{ id: organisation }] };
    expect(await guest.person.ask(JOINABLE)).toEqual(open);
    for (let times = 0; times < 2; times += 1) await guest.person.ask(JOIN, { id: organisation });
    expect(await guest.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
    expect((await guest.person.ask(MINE)).me).toEqual({
      memberships: [{ role: 'MEMBER', organisation: { id: organisation } }],
    });
    expect(await eventsOf(organisation)).toEqual([
      'organisation.domains-set',
      'organisation.verified',
      'member.joined-by-domain',
    ]);

    // The managers hear of it; the one who was told reads whose it is.
    const inbox = api.app.get(NotificationService);
    await api.app.get(Database).transaction((tx) => inbox.memberJoined(tx, organisation));
    const { notifications } = await boss.person.ask(
      '{ notifications { edges { node { kind text organisation { id } } } } }',
    );
    expect(notifications).toEqual({
      edges: [
        {
          node: {
            kind: 'MEMBER_JOINED',
            text: expect.stringContaining('Werk'),
            organisation: { id: organisation },
          },
        },
      ],
    });
    expect((await guest.person.ask('{ notifications { totalCount } }')).notifications).toEqual({
      totalCount: 0,
    });
  });

  it('counts with what is below where it was confirmed so; more than that is a wish again', async () => {
    const { person, organisation } = await manager();
    const domain = aDomain();
    const below = await somebody({ email: `mona@a.b.${domain}` });
    await coordinator.ask(VERIFY, { id: organisation, domains: [{ domain }] });
    const wide = [{ domain, withSubdomains: true }];
    await person.ask(WISH, { organisation, domains: wide });
    expect(await below.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
    await coordinator.ask(VERIFY, { id: organisation, domains: wide });
    await below.person.ask(JOIN, { id: organisation });
    // Less than what was confirmed needs nobody.
    const less = await person.ask(WISH, { organisation, domains: [{ domain }] });
    expect(less.setMailDomains).toEqual({
      mailDomains: [{ domain, withSubdomains: false, inForce: true }],
    });
    const none = await person.ask(WISH, { organisation, domains: [] });
    expect(none.setMailDomains).toEqual({ mailDomains: [] });
  });

  it.each([
    ['gmail.com', /nur Ihrer Organisation/],
    ['co.uk', /nur Ihrer Organisation/],
    ['example', /hinter dem @/],
    ['mona@werk.example', /hinter dem @/],
  ])('is never %s', async (domain, sentence) => {
    const { person, organisation } = await manager();
    const domains = [{ domain: 'werk.example' }, { domain }];
    const message = expect.stringMatching(sentence) as unknown;
    const fields = [{ path: 'domains.1.domain', message }];
    const code = 'BAD_USER_INPUT';
    expect(await refused(person, WISH, { organisation, domains })).toEqual({ code, fields });
    expect(await refused(coordinator, VERIFY, { id: organisation, domains })).toEqual({
      code,
      fields,
    });
  });

  it('lets nobody in whose address is not confirmed, nor whom a manager removed', async () => {
    const { person, organisation } = await manager();
    const domain = aDomain();
    await coordinator.ask(VERIFY, { id: organisation, domains: [{ domain }] });
    const guest = await somebody({ email: `mona@${domain}` });
    const confirm = (is: boolean) =>
      api.database.query('UPDATE auth."user" SET "emailVerified" = $2 WHERE id = $1', [
        guest.id,
        is,
      ]);
    await confirm(false);
    expect(await guest.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
    expect((await refused(guest.person, JOIN, { id: organisation })).code).toBe('FORBIDDEN');
    await confirm(true);
    await guest.person.ask(JOIN, { id: organisation });
    await person.ask(REMOVE, { organisation, account: guest.id });
    expect(await guest.person.ask(JOINABLE)).toEqual({ joinableOrganisations: [] });
    expect((await refused(guest.person, JOIN, { id: organisation })).code).toBe('FORBIDDEN');
  });
});

describe('members', () => {
  it('see each other, managers also how to reach them', async () => {
    const { id, person, email, organisation, member } = await manager();
    const colleague = await member();
    const seenBy = async (viewer: GraphqlClient) => {
      const { members } = await viewer.ask(MEMBERS, { organisation });
      const { edges, totalCount } = members as {
        edges: { node: { account: { id: string }; email: string | null; role: string } }[];
        totalCount: number;
      };
      expect(totalCount).toBe(2);
      return new Map(edges.map(({ node }) => [node.account.id, [node.role, node.email]]));
    };
    const all = new Map([
      [id, ['MANAGER', email]],
      [colleague.id, ['MEMBER', colleague.email]],
    ]);
    expect(await seenBy(person)).toEqual(all);
    expect(await seenBy(coordinator)).toEqual(all);
    expect((await seenBy(colleague.person)).get(id)).toEqual(['MANAGER', null]);
  });

  it('always have a manager, however many leave at once', async () => {
    const { id, person, organisation, member } = await manager();
    const colleague = await member();
    const last = {
      code: 'BAD_USER_INPUT',
      fields: [expect.objectContaining({ message: expect.stringContaining('verwaltet') })],
    };
    const stepDown = { organisation, account: id, role: 'MEMBER' };
    expect(await refused(person, LEAVE, { organisation })).toEqual(last);
    expect(await refused(person, ROLE, stepDown)).toEqual(last);
    expect(await refused(coordinator, REMOVE, { organisation, account: id })).toEqual(last);
    await person.ask(ROLE, { organisation, account: colleague.id, role: 'MANAGER' });
    await member();
    const answers = await Promise.all(
      [person, colleague.person].map((one) => one.send(LEAVE, { organisation })),
    );
    expect(answers.filter(({ errors }) => errors !== undefined)).toHaveLength(1);
    const stranger = { organisation, account: randomUUID(), role: 'MANAGER' };
    expect((await refused(coordinator, ROLE, stranger)).code).toBe('BAD_USER_INPUT');
  });

  it('who leave or are removed hand their postings over, and their rights end at once', async () => {
    const boss = await manager();
    const { organisation, person, member } = boss;
    const [ann, bob, cem] = [await member(), await member(), await member()];
    const ofAnn = await posting(organisation, ann.email.toUpperCase());
    const ofBob = await posting(organisation, bob.email);
    const elsewhere = await posting(await buildOrganisation(api.database), ann.email);
    await ann.person.ask(LEAVE, { organisation, successor: cem.id });
    expect(await contactOf(ofAnn)).toBe(cem.email);
    expect(await contactOf(elsewhere)).toBe(ann.email);
    await person.ask(REMOVE, { organisation, account: bob.id });
    expect(await contactOf(ofBob)).toBe(boss.email);
    for (const gone of [ann, bob]) {
      expect((await gone.person.ask(MINE)).me).toEqual({ memberships: [] });
      expect((await refused(gone.person, MEMBERS, { organisation })).code).toBe('FORBIDDEN');
      const query = 'query ($id: ID!) { need(id: $id) { mine contact { mail } } }';
      expect((await gone.person.ask(query, { id: ofAnn })).need).toMatchObject({ contact: null });
    }
    expect(await eventsOf(organisation)).toEqual(['member.left', 'member.removed']);
    const replaced = await api.database.query(
      `SELECT actor FROM event WHERE name = 'posting.contact-replaced' ORDER BY id`,
    );
    expect(replaced.map(({ actor }) => actor)).toEqual([ann.id, boss.id]);

    const named = { organisation, account: cem.id, successor: ann.id };
    expect(await refused(person, REMOVE, named)).toMatchObject({ fields: [{ path: 'successor' }] });
    expect(await contactOf(ofAnn)).toBe(cem.email);
    expect((await refused(cem.person, REMOVE, { organisation, account: boss.id })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('do not leave open postings alone', async () => {
    const { person, organisation } = await manager();
    const open = await posting(organisation, 'somebody@else.example', 'Der offene Bedarf');
    expect(await refused(person, LEAVE, { organisation })).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'organisation', message: expect.stringContaining('„Der offene Bedarf“') }],
    });
    await api.database.query(`UPDATE posting SET state = 'CLOSED' WHERE id = $1`, [open]);
    await person.ask(LEAVE, { organisation });
    expect((await person.ask(MINE)).me).toEqual({ memberships: [] });
  });
});

describe('a verification', () => {
  const standingOf = async (id: string) => {
    const [row] = await api.database.query('SELECT name FROM organisation WHERE id = $1', [id]);
    const { organisations } = await coordinator.ask(STANDING, { search: row?.name });
    return (organisations as { edges: { node: unknown }[] }).edges[0]?.node;
  };

  it('is kept: who vouched, how and for which domains; and can be taken back', async () => {
    const name = `Neu ${randomUUID()}`;
    const id = await buildOrganisation(api.database, { name, verified: false });
    const { person } = await somebody({ organisations: [id] });
    const note = 'Rückruf über die Nummer im Handelsregister';
    await coordinator.ask(VERIFY, { id, note, domains: [{ domain: 'werk.example' }] });
    for (let times = 0; times < 2; times += 1) await coordinator.ask(VERIFY, { id });
    const published = await posting(id, 'ada@werk.example');
    for (let times = 0; times < 2; times += 1) {
      expect((await coordinator.ask(TAKE_BACK, { id })).takeBackVerification).toEqual({
        verified: false,
      });
    }
    const by = { id: staff };
    expect(await standingOf(id)).toEqual({
      verified: false,
      onBehalf: false,
      mailDomains: [{ domain: 'werk.example', inForce: false }],
      verifications: [
        { given: false, note: 'Die Nummer stimmte nicht', domains: [], by },
        { given: true, note, domains: ['werk.example'], by },
      ],
    });
    expect(await eventsOf(id)).toEqual([
      'organisation.verified',
      'organisation.verification-taken-back',
    ]);
    // What is published stays so; what is edited is reviewed.
    const query = 'query ($id: ID!) { need(id: $id) { state version } }';
    const { need } = await person.ask(query, { id: published });
    expect(need).toMatchObject({ state: 'PUBLISHED' });
    const edited = await person.ask(
      `mutation ($id: ID!, $version: Int!) {
         updateNeed(id: $id, version: $version, input: { summary: "Anders" }) { state } }`,
      { id: published, version: (need as { version: number }).version },
    );
    expect(edited.updateNeed).toEqual({ state: 'SUBMITTED' });
  });

  it('waits for what a coordinator founds for a caller, who is asked to manage it', async () => {
    const manager = `${randomUUID()}@call.example`;
    const { id } = (await coordinator.ask(CREATE, { manager })).createOrganisation as {
      id: string;
    };
    const rows = await api.database.query(
      `SELECT on_behalf, verified_at, email, role FROM organisation
         JOIN invitation ON organisation_id = organisation.id WHERE organisation.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ on_behalf: true, verified_at: null, email: manager, role: 'MANAGER' }]);
    const { person } = await somebody();
    expect((await refused(person, CREATE, { manager })).code).toBe('FORBIDDEN');
  });

  it('divides the list of organisations', async () => {
    const name = `Liste ${randomUUID()}`;
    const verified = await buildOrganisation(api.database, { name });
    const waiting = await buildOrganisation(api.database, { name, verified: false });
    const query = `query ($search: String, $verified: Boolean) {
      organisations(search: $search, verified: $verified) { edges { node { id } } } }`;
    for (const [isVerified, id] of [
      [true, verified],
      [false, waiting],
    ] as const) {
      const { organisations } = await coordinator.ask(query, {
        search: name,
        verified: isVerified,
      });
      expect(organisations).toEqual({ edges: [{ node: { id } }] });
    }
  });
});
