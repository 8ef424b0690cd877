import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationMailService, UnsubscribeLinks } from '@wilma/notifications';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type BuiltAccount,
  type Person,
  queueMails,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let account: BuiltAccount;
let member: Person;
let coordinator: Person;

beforeAll(async () => {
  api = await ApiInProcess.start({ UNDO_SECONDS: '30' });
  account = await buildAccount(api.database);
  member = await api.signIn(account);
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const SETTINGS = 'locale salutation academicTitle openQuestionsLimit';
const UPDATE = `mutation ($input: MySettingsInput!) {
  updateMySettings(input: $input) { ${SETTINGS} } }`;
const SET = `mutation ($from: Date!, $to: Date!) {
  setAbsence(from: $from, to: $to) { id fromDay toDay } }`;
const REMOVE = 'mutation ($id: ID!) { removeAbsence(id: $id) }';
const MINE = `{ mySettings { ${SETTINGS} absences { id fromDay toDay } } }`;

describe('settings of one’s own', () => {
  it('change as far as they are given', async () => {
    await member.ask(UPDATE, { input: { locale: 'en', academicTitle: 'Dr.' } });
    await member.ask(UPDATE, { input: { openQuestionsLimit: 5, locale: null } });
    const { mySettings } = await member.ask(MINE);
    expect(mySettings).toMatchObject({
      locale: 'en',
      salutation: 'NONE',
      academicTitle: 'Dr.',
      openQuestionsLimit: 5,
    });
    const { updateMySettings } = await member.ask(UPDATE, {
      input: { openQuestionsLimit: null, academicTitle: '' },
    });
    expect(updateMySettings).toMatchObject({ academicTitle: null, openQuestionsLimit: null });
  });

  it.each([
    ['no question at all', { openQuestionsLimit: 0 }, 'openQuestionsLimit'],
    ['a title of two lines', { academicTitle: 'Dr.\nDr.' }, 'academicTitle'],
  ])('do not take %s', async (_what, input, path) => {
    const { extensions } = await member.refusal(UPDATE, { input });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });
});

describe('the digest', () => {
  const CHOOSE = `mutation ($digest: Boolean) {
    updateMySettings(input: { digest: $digest }) { digest } }`;
  const isWanted = async (person: Person): Promise<unknown> =>
    ((await person.ask('{ mySettings { digest } }')).mySettings as { digest: boolean | null })
      .digest;
  const linkFor = ({ id }: { readonly id: string }): string =>
    api.app.get(UnsubscribeLinks).urlFor({ id });
  const ONE_CLICK = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  };

  it('ends by one click, not by a look, and begins again in the settings', async () => {
    const account = await buildAccount(api.database, { role: 'COORDINATOR', locale: 'en' });
    const person = await api.signIn(account);
    const link = linkFor(account);
    const looked = await fetch(link);
    expect([looked.status, await looked.text()]).toEqual([
      200,
      expect.stringContaining('Unsubscribe from the morning overview?'),
    ]);
    expect(await isWanted(person)).toBe(true);
    expect(await isWanted(member)).toBeNull();
    const settings = `SELECT id FROM event WHERE name = 'account.settings-changed'
      AND payload->>'account' = $1`;
    for (let times = 0; times < 2; times += 1) {
      const left = await fetch(link, { ...ONE_CLICK, redirect: 'error' });
      expect([left.status, await left.text()]).toEqual([
        200,
        expect.stringContaining('You are unsubscribed'),
      ]);
      expect(await isWanted(person)).toBe(false);
      expect(await api.database.query(settings, [account.id])).toHaveLength(1);
    }
    expect(await (await fetch(link)).text()).toContain('You are unsubscribed');
    expect((await person.ask(CHOOSE, { digest: true })).updateMySettings).toEqual({ digest: true });
    expect((await person.ask(CHOOSE, { digest: null })).updateMySettings).toEqual({ digest: true });
  });

  it('ends by no other link', async () => {
    const account = await buildAccount(api.database, { role: 'COORDINATOR' });
    const link = linkFor(account);
    const strange = linkFor({ id: randomUUID() });
    for (const wrong of [`${link}x`, link.replace(/.$/, ''), `${api.origin}/unsubscribe/a.b`]) {
      for (const request of [{}, ONE_CLICK]) {
        const answer = await fetch(wrong, request);
        expect([answer.status, await answer.text()]).toEqual([
          404,
          expect.stringContaining('Dieser Link gilt nicht'),
        ]);
      }
    }
    expect((await fetch(strange, ONE_CLICK)).status).toBe(404);
    expect(await isWanted(await api.signIn(account))).toBe(true);
  });
});

describe('mails that could not be delivered', () => {
  const PROBLEMS = `{ mailProblems(first: 1) { edges { node {
    kind state toName toAddress subject lastError attempts createdAt matchId } } totalCount } }`;

  it('are shown to coordinators, the latest first, and to nobody else', async () => {
    await queueMails(api.database, ['sent@people.example', 'a@people.example', 'b@people.example']);
    await api.database.query(
      `UPDATE outgoing_mail SET state = 'REFUSED', attempts = 1, last_error = '550 no such user',
              created_at = now() - interval '1 hour' * ascii(to_address)
        WHERE to_address LIKE '_@people.example'`,
    );
    const { mailProblems } = await coordinator.ask(PROBLEMS);
    expect(mailProblems).toMatchObject({
      edges: [
        {
          node: {
            kind: 'ASK',
            state: 'REFUSED',
            toAddress: 'a@people.example',
            lastError: '550 no such user',
            attempts: 1,
          },
        },
      ],
      totalCount: 2,
    });
    expect((await member.refusal(PROBLEMS)).extensions.code).toBe('FORBIDDEN');
  });
});

describe('an absence', () => {
  it('is set and removed by oneself, seen by coordinators', async () => {
    const { setAbsence } = await member.ask(SET, { from: dayIn(1), to: dayIn(8) });
    const { id } = setAbsence as { id: string };
    expect((await member.ask(MINE)).mySettings).toMatchObject({ absences: [{ id }] });
    expect((await coordinator.ask(MINE)).mySettings).toMatchObject({ absences: [] });
    const LIST = '{ absences { edges { node { id fromDay account { name } } } } }';
    const { absences } = await coordinator.ask(LIST);
    expect(JSON.stringify(absences)).toContain(id);
    expect((await member.refusal(LIST)).extensions.code).toBe('FORBIDDEN');
    expect((await coordinator.refusal(REMOVE, { id })).extensions.code).toBe('NOT_FOUND');
    await member.ask(REMOVE, { id });
    expect((await member.ask(MINE)).mySettings).toMatchObject({ absences: [] });
  });

  it('is refused where it is over, and where there are too many', async () => {
    const { extensions } = await member.refusal(SET, { from: dayIn(-9), to: dayIn(-2) });
    expect(extensions.fields).toMatchObject([{ path: 'to' }]);
    const person = await api.signIn(await buildAccount(api.database));
    const asked = Array.from({ length: 11 }, () =>
      person.send(SET, { from: dayIn(1), to: dayIn(2) }),
    );
    const refused = (await Promise.all(asked)).filter(({ errors }) => errors !== undefined);
    expect(refused).toHaveLength(1);
  });
});

describe('a side that was not asked yet', () => {
  it('is told to coordinators with the reason, and to nobody else', async () => {
    const university = await buildOrganisation(api.database, { kind: 'UNIVERSITY' });
    const company = await buildOrganisation(api.database);
    const researcher = await buildAccount(api.database, { openQuestionsLimit: 1 });
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const need = await buildPosting(api.database, 'NEED', { organisation: company });
      const offer = await buildPosting(api.database, 'OFFER', {
        organisation: university,
        contact: { mail: researcher.email },
      });
      ids.push(await buildMatch(api.database, { need, offer, state: 'APPROVED' }));
    }
    const [open, waits] = ids as [string, string];
    for (const [match, asked_at] of [
      [open, new Date()],
      [waits, null],
    ] as const) {
      await api.database.insert('asking', {
        match_id: match,
        round: 1,
        side: 'OFFER',
        person: researcher.email,
        ready_at: new Date(),
        asked_at,
      });
    }
    const WAITING = `query ($id: ID!) {
      match(id: $id) { waiting { side reason openQuestions until } } }`;
    expect((await coordinator.ask(WAITING, { id: waits })).match).toEqual({
      waiting: [{ side: 'OFFER', reason: 'LIMIT', openQuestions: 1, until: null }],
    });
    expect((await coordinator.ask(WAITING, { id: open })).match).toEqual({ waiting: [] });
    const side = await api.signIn(await buildAccount(api.database, { organisations: [company] }));
    expect((await side.ask(WAITING, { id: waits })).match).toEqual({ waiting: [] });
  });
});

describe('a new account', () => {
  it.each([
    ['the language chosen', { locale: 'en' }, 'de-DE', 'en'],
    ['that of the browser', {}, 'en-GB,en;q=0.9', 'en'],
    ['German where neither is ours', { locale: 'xx' }, 'fr', 'de'],
  ])('has %s', async (_what, given, accepted, locale) => {
    const email = `${Math.random().toString(36).slice(2)}@company.example`;
    const response = await fetch(`${api.origin}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': accepted,
        origin: api.origin,
      },
      body: JSON.stringify({ name: 'Kim Beispiel', email, password: 'lang genug 123', ...given }),
    });
    expect(response.status).toBe(200);
    const sql = 'SELECT locale, role FROM auth."user" WHERE email = $1';
    expect(await api.database.query(sql, [email])).toEqual([{ locale, role: 'MEMBER' }]);
  });
});

describe('an invitation', () => {
  it('is forgotten half a year after its end, and who accepted with their account', async () => {
    const { database } = api;
    const guest = await buildAccount(database);
    const organisation = await buildOrganisation(database);
    await database.query(
      `INSERT INTO invitation (organisation_id, email, role, locale, expires_at, accepted_at, accepted_by)
       SELECT $1, days || '@people.example', 'MEMBER', 'de', now() - make_interval(days => days), now(), $2
         FROM unnest(ARRAY[179, 181]) AS days`,
      [organisation, guest.id],
    );
    await database.query('DELETE FROM auth."user" WHERE id = $1', [guest.id]);
    await database.query(
      `INSERT INTO outgoing_mail (dedupe_key, kind, message_id, to_name, to_address, locale, subject, html, text)
       SELECT 'INVITATION/' || id, 'INVITATION', '', '', email, 'de', '', '', '' FROM invitation
        WHERE organisation_id = $1`,
      [organisation],
    );
    await api.app.get(InvitationMailService).forget();
    const mails = `SELECT to_address FROM outgoing_mail WHERE kind = 'INVITATION'`;
    expect(await database.query(mails)).toEqual([{ to_address: '179@people.example' }]);
    expect(
      await database.query('SELECT email, accepted_by FROM invitation WHERE organisation_id = $1', [
        organisation,
      ]),
    ).toEqual([{ email: '179@people.example', accepted_by: null }]);
  });
});
