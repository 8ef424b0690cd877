import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventSealer } from '@wilma/platform';
import { buildAccount, buildOrganisation, type BuiltAccount, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let account: BuiltAccount;
let admin: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  account = await buildAccount(api.database, { role: 'ADMIN' });
  admin = await api.signIn(account);
});

afterAll(() => api.stop());

interface Paged {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}
const PAGE = 'totalCount pageInfo { endCursor hasNextPage } edges { node';
const nodesIn = ({ edges }: Paged) => edges.map(({ node }) => node);

describe('the installation', () => {
  const QUERY = `{ installation { databaseSize usesRedis lastBackupAt mailServerAnswers
    versions { wilma node postgresql redis vocabulary } parked { count oldestAt }
    mail { sentToday waiting refused oldestAt } queue { waiting active delayed oldestAt } } }`;

  it('tells what runs, what waits and that nobody knows of a backup', async () => {
    const { installation } = await admin.ask(QUERY);
    expect(installation).toMatchObject({
      usesRedis: false,
      lastBackupAt: null,
      parked: { count: 0, oldestAt: null },
      mail: { sentToday: 0, waiting: 0, refused: 0, oldestAt: null },
      versions: { wilma: '0.1.0', node: process.versions.node, redis: null },
    });
    expect(installation).toMatchObject({ versions: { postgresql: expect.stringMatching(/^18/) } });
  });
});

describe('a test mail', () => {
  it('takes the way of all mails, once a minute at most', async () => {
    await admin.ask('mutation { sendTestMail }');
    await admin.ask('mutation { sendTestMail }');
    const mails = await api.database.query<{ id: string }>(
      `SELECT id, to_address AS to, dedupe_key LIKE 'TEST/%' AS test FROM outgoing_mail
        WHERE kind = 'TEST'`,
    );
    // Two where the minute ended in between.
    expect([1, 2]).toContain(mails.length);
    expect(mails[0]).toMatchObject({ to: account.email, test: true });
    const told = `SELECT FROM event WHERE name = 'mail.queued' AND payload->>'mail' = $1`;
    expect(await api.database.query(told, [mails[0]?.id])).toHaveLength(1);
  });

  it('stands in the log of mails, without its words and its whole address', async () => {
    const query = `query ($state: MailState, $kind: MailKind) {
      mailLog(state: $state, kind: $kind) { ${PAGE} { kind state to } } } }`;
    const { mailLog } = (await admin.ask(query, { kind: 'TEST', state: 'QUEUED' })) as {
      mailLog: Paged;
    };
    const [name = '', domain = ''] = account.email.split('@');
    const masked = `${name.charAt(0)}…@${domain}`;
    expect(nodesIn(mailLog)[0]).toEqual({ kind: 'TEST', state: 'QUEUED', to: masked });
    expect(await admin.ask(query, { kind: 'TEST', state: 'SENT' })).toMatchObject({
      mailLog: { totalCount: 0 },
    });
  });
});

describe('accounts', () => {
  const QUERY = `query ($search: String, $role: AccountRole, $confirmed: Boolean, $first: Int,
      $after: String) {
    accounts(search: $search, role: $role, confirmed: $confirmed, first: $first, after: $after) {
      ${PAGE} { id name email role confirmed organisations signedIn lastSeenAt } } } }`;
  const list = async (variables: object): Promise<Paged> =>
    ((await admin.ask(QUERY, { ...variables })) as { accounts: Paged }).accounts;

  it('are found by name and address, a part of it, and never by a pattern', async () => {
    const organisation = await buildOrganisation(api.database, { name: 'Glaswerk' });
    const found = await buildAccount(api.database, { organisations: [organisation] });
    await api.database.query(`UPDATE auth."user" SET name = '100% Glas' WHERE id = $1`, [found.id]);
    for (const search of ['0% GLAS', found.email.slice(0, -3)]) {
      expect(nodesIn(await list({ search }))).toEqual([
        {
          ...{ id: found.id, name: '100% Glas', email: found.email, role: 'MEMBER' },
          ...{ confirmed: true, organisations: ['Glaswerk'], signedIn: false, lastSeenAt: null },
        },
      ]);
    }
    expect((await list({ search: '1%G' })).totalCount).toBe(0);
    expect((await list({ search: '100% Glas', confirmed: false })).totalCount).toBe(0);
  });

  it('come page by page, and with whether they are signed in', async () => {
    const { totalCount } = await list({ role: 'ADMIN' });
    expect(totalCount).toBe(1);
    const [me] = nodesIn(await list({ role: 'ADMIN' }));
    expect(me).toMatchObject({ id: account.id, signedIn: true });
    const one = await list({ first: 1 });
    expect(one.pageInfo.hasNextPage).toBe(true);
    const other = await list({ first: 1, after: one.pageInfo.endCursor });
    expect(nodesIn(other)[0]).not.toEqual(nodesIn(one)[0]);
  });

  it('are signed out everywhere, and the audit tells by whom', async () => {
    const lost = await buildAccount(api.database);
    const person = await api.signIn(lost);
    expect(await person.ask('{ me { role } }')).not.toEqual({ me: null });
    await admin.ask('mutation ($id: ID!) { endSessionsOf(id: $id) }', { id: lost.id });
    expect(await person.ask('{ me { role } }')).toEqual({ me: null });
    const trail = `query ($subject: ID) { auditTrail(subject: $subject, name: "account.sessions-ended") {
      ${PAGE} { name actorId actor { id } details { name value } } } } }`;
    const { auditTrail } = (await admin.ask(trail, { subject: lost.id })) as { auditTrail: Paged };
    expect(nodesIn(auditTrail)).toEqual([
      {
        ...{ name: 'account.sessions-ended', actorId: account.id, actor: { id: account.id } },
        details: [{ name: 'account', value: lost.id }],
      },
    ]);
  });
});

describe('the audit trail', () => {
  const QUERY = `query ($name: String, $actor: ID, $subject: ID, $since: DateTime,
      $until: DateTime, $first: Int, $after: String) {
    auditTrail(name: $name, actor: $actor, subject: $subject, since: $since, until: $until,
      first: $first, after: $after) { ${PAGE} { id } } } }`;
  const list = async (variables: object): Promise<Paged> =>
    ((await admin.ask(QUERY, { ...variables })) as { auditTrail: Paged }).auditTrail;
  const event = (at: string, actor: string | null, posting: string) =>
    api.database.insert('event', {
      ...{ name: 'posting.edited', payload: { posting }, at, actor, relayed_at: new Date() },
    });

  it('is narrowed by what, who, about what and when, the latest first', async () => {
    const posting = randomUUID();
    const actor = randomUUID();
    const first = await event('2020-03-01T10:00:00Z', actor, posting);
    const second = await event('2020-03-02T10:00:00Z', null, posting);
    const third = await event('2020-03-03T10:00:00Z', actor, randomUUID());
    const idsOf = async (variables: object) =>
      nodesIn(await list({ until: '2021-01-01T00:00:00Z', ...variables })).map(({ id }) => id);
    expect(await idsOf({})).toEqual([third, second, first]);
    expect(await idsOf({ actor })).toEqual([third, first]);
    expect(await idsOf({ subject: posting })).toEqual([second, first]);
    expect(await idsOf({ name: 'posting.closed' })).toEqual([]);
    expect(await idsOf({ actor: 'nobody' })).toEqual([]);
    expect(await idsOf({ since: '2020-03-02T10:00:00Z' })).toEqual([third, second]);
    const page = await list({ until: '2021-01-01T00:00:00Z', first: 2 });
    const { endCursor: after } = page.pageInfo;
    expect(await idsOf({ after })).toEqual([first]);
  });

  it('says whether its chain holds', async () => {
    const CHAIN = '{ auditChain { checked brokenAt unsealed } }';
    await api.app.get(EventSealer).seal({ all: true });
    const { auditChain } = await admin.ask(CHAIN);
    expect(auditChain).toMatchObject({ brokenAt: null, unsealed: 0 });
    await api.database.query('ALTER TABLE event DISABLE TRIGGER USER');
    await api.database.query(`UPDATE event SET actor = NULL WHERE name = 'account.sessions-ended'`);
    await api.database.query('ALTER TABLE event ENABLE TRIGGER USER');
    const { auditChain: broken } = await admin.ask(CHAIN);
    expect(broken).toMatchObject({ brokenAt: expect.any(Number) });
  });
});
