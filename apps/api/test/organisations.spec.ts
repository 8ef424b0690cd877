import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NotificationService } from '@wilma/notifications';
import { Database } from '@wilma/platform';
import {
  buildAccount,
  buildOrganisation,
  type GraphqlClient,
  type Person,
  type Variables,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { OrganisationCast } from './organisation-cast.js';
import {
  JOIN,
  JOINABLE,
  LEAVE,
  MEMBERS,
  MINE,
  REMOVE,
  ROLE,
  VERIFY,
  WISH,
} from './organisation-requests.js';

let api: ApiInProcess;
let cast: OrganisationCast;
let coordinator: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  cast = new OrganisationCast(api);
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

const aDomain = () => `d${randomUUID().slice(0, 8)}.example`;
const refused = async (person: GraphqlClient, query: string, variables: Variables) =>
  (await person.refusal(query, variables)).extensions;

describe('a mail domain', () => {
  it('is a wish of the manager, lets people in once it is confirmed, and no others', async () => {
    const boss = await cast.manager();
    const { organisation } = boss;
    const domain = aDomain();
    const guest = await cast.somebody({ email: `mona@${domain}` });
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
      const other = await cast.somebody({ email });
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
    expect(await cast.eventsOf(organisation)).toEqual([
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
    const { person, organisation } = await cast.manager();
    const domain = aDomain();
    const below = await cast.somebody({ email: `mona@a.b.${domain}` });
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
    const { person, organisation } = await cast.manager();
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
    const { person, organisation } = await cast.manager();
    const domain = aDomain();
    await coordinator.ask(VERIFY, { id: organisation, domains: [{ domain }] });
    const guest = await cast.somebody({ email: `mona@${domain}` });
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
    const { id, person, email, organisation, member } = await cast.manager();
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
    const { id, person, organisation, member } = await cast.manager();
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
    const boss = await cast.manager();
    const { organisation, person, member } = boss;
    const [ann, bob, cem] = [await member(), await member(), await member()];
    const ofAnn = await cast.posting(organisation, ann.email.toUpperCase());
    const ofBob = await cast.posting(organisation, bob.email);
    const elsewhere = await cast.posting(await buildOrganisation(api.database), ann.email);
    await ann.person.ask(LEAVE, { organisation, successor: cem.id });
    expect(await cast.contactOf(ofAnn)).toBe(cem.email);
    expect(await cast.contactOf(elsewhere)).toBe(ann.email);
    await person.ask(REMOVE, { organisation, account: bob.id });
    expect(await cast.contactOf(ofBob)).toBe(boss.email);
    for (const gone of [ann, bob]) {
      expect((await gone.person.ask(MINE)).me).toEqual({ memberships: [] });
      expect((await refused(gone.person, MEMBERS, { organisation })).code).toBe('FORBIDDEN');
      const query = 'query ($id: ID!) { need(id: $id) { mine contact { mail } } }';
      expect((await gone.person.ask(query, { id: ofAnn })).need).toMatchObject({ contact: null });
    }
    expect(await cast.eventsOf(organisation)).toEqual(['member.left', 'member.removed']);
    const replaced = await api.database.query(
      `SELECT actor FROM event WHERE name = 'posting.contact-replaced' ORDER BY id`,
    );
    expect(replaced.map(({ actor }) => actor)).toEqual([ann.id, boss.id]);

    const named = { organisation, account: cem.id, successor: ann.id };
    expect(await refused(person, REMOVE, named)).toMatchObject({ fields: [{ path: 'successor' }] });
    expect(await cast.contactOf(ofAnn)).toBe(cem.email);
    expect((await refused(cem.person, REMOVE, { organisation, account: boss.id })).code).toBe(
      'FORBIDDEN',
    );
  });

  it('do not leave open postings alone', async () => {
    const { person, organisation } = await cast.manager();
    const open = await cast.posting(organisation, 'somebody@else.example', 'Der offene Bedarf');
    expect(await refused(person, LEAVE, { organisation })).toEqual({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'organisation', message: expect.stringContaining('„Der offene Bedarf“') }],
    });
    await api.database.query(`UPDATE posting SET state = 'CLOSED' WHERE id = $1`, [open]);
    await person.ask(LEAVE, { organisation });
    expect((await person.ask(MINE)).me).toEqual({ memberships: [] });
  });
});
