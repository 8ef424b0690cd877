import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchFinder } from '@wilma/matches';
import { NotificationService } from '@wilma/notifications';
import { checkChain, Database, EventSealer, SignedLinks } from '@wilma/platform';
import { ErasureClock, ErasureMailService, OwnDataReader } from '@wilma/privacy';
import { buildAccount, type Person } from '@wilma/testing';
import { CANCEL, MINE, planOf, REQUEST } from './erasure-plan.js';
import { ApiInProcess } from './in-process.js';
import { aKnownPerson, type KnownPerson } from './known-person.js';
import { tablesWith } from './tables-with.js';

const DAY_MS = 86_400_000;

let api: ApiInProcess;
let coordinator: Person;
let start: Date;

beforeAll(async () => {
  api = await ApiInProcess.start();
  start = new Date();
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

const known = (colleagues: { name: string }[] = []): Promise<KnownPerson> =>
  aKnownPerson(api.database, (mail) => api.app.get(SignedLinks).addresseeKey(mail), {
    colleagues,
  });
/** The clock strikes so many days after the tests have begun, twice at once as with two workers. */
async function strikeOnDay(day: number): Promise<number> {
  api.clock.setTo(new Date(start.getTime() + day * DAY_MS));
  const clock = api.app.get(ErasureClock);
  const [one, other] = await Promise.all([clock.tick(), clock.tick()]);
  api.clock.setTo(new Date());
  return one + other;
}
const contactOf = async (posting: string): Promise<Record<string, unknown> | undefined> =>
  (
    await api.database.query(
      `SELECT state, contact_name AS name, contact_mail AS mail, contact_phone AS phone,
              contact_academic_title AS title FROM posting WHERE id = $1`,
      [posting],
    )
  )[0];
const signInOf = async ({ email }: KnownPerson): Promise<boolean> =>
  api.signIn({ email }).then(
    () => true,
    () => false,
  );

/** Tables that still hold the person: by name, address, phone and title, and by the account's id. */
async function tracesOf({ email, phone, surname, orcid, academicTitle, id }: KnownPerson) {
  const values = [email, phone, surname, orcid, String(academicTitle)];
  return {
    byValue: await tablesWith(api.database, ...values),
    byId: await tablesWith(api.database, id),
  };
}
const NOWHERE = {
  byValue: [],
  byId: ['public.confidential_read', 'public.erasure', 'public.event'],
};

async function demandWholeChain(): Promise<void> {
  await api.app.get(EventSealer).seal();
  const { read } = api.app.get(Database);
  expect(await checkChain(read)).toMatchObject({ broken: null, unsealed: 0 });
}

describe('the wish to be erased', () => {
  it('is kept for two weeks, told by mail and taken back in the app', async () => {
    const person = await known();
    const mona = await api.signIn(person);
    expect((await planOf(mona)).requestedAt).toBeNull();
    const asked = await planOf(mona, REQUEST);
    const { requestedAt, dueAt, latestAt } = asked;
    const since = (moment: string): number => Date.parse(moment) - Date.parse(requestedAt ?? '');
    expect([since(dueAt), since(latestAt)]).toEqual([14 * DAY_MS, 30 * DAY_MS]);
    expect(await planOf(mona, REQUEST)).toEqual(asked);
    expect((await planOf(mona, CANCEL)).requestedAt).toBeNull();
    expect((await planOf(mona, CANCEL)).requestedAt).toBeNull();
    const told = await api.database.query(
      `SELECT name FROM event WHERE payload->>'account' = $1 AND name LIKE 'account.erasure%'
        ORDER BY id`,
      [person.id],
    );
    expect(told.map(({ name }) => name)).toEqual([
      'account.erasure-requested',
      'account.erasure-cancelled',
    ]);
    expect(await strikeOnDay(40)).toBe(0);
    expect(await signInOf(person)).toBe(true);
  });

  it('is taken back by the link of its mail, which a look leaves as it is', async () => {
    const person = await known();
    const mona = await api.signIn(person);
    await planOf(mona, REQUEST);
    const [open] = await api.database.query<{ id: string }>(
      'SELECT id FROM erasure WHERE account_id = $1',
      [person.id],
    );
    await api.app
      .get(Database)
      .transaction((tx) => api.app.get(ErasureMailService).tell(tx, open?.id ?? ''));
    const [mail] = await api.database.query<{ subject: string; text: string }>(
      `SELECT subject, text FROM outgoing_mail WHERE kind = 'ERASURE' AND to_address = $1`,
      [person.email],
    );
    expect(mail?.subject).toMatch(/^Ihr Konto wird am .* gelöscht$/);
    expect(mail?.text).toMatch(/läuft noch\s+ein\s+Vorschlag/);
    const link = /http\S+\/erasure\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const page = async (url: string, method = 'GET'): Promise<[number, string]> => {
      const response = await fetch(url, { method });
      return [response.status, await response.text()];
    };
    expect(await page(link)).toEqual([200, expect.stringContaining('Konto behalten?')]);
    expect((await planOf(mona)).requestedAt).not.toBeNull();
    expect((await page(`${link}x`, 'POST'))[0]).toBe(404);
    expect((await planOf(mona)).requestedAt).not.toBeNull();
    for (let times = 0; times < 2; times += 1) {
      expect(await page(link, 'POST')).toEqual([200, expect.stringContaining('Ihr Konto bleibt')]);
      expect((await planOf(mona)).requestedAt).toBeNull();
    }
    expect(await page(link)).toEqual([200, expect.stringContaining('Ihr Konto bleibt')]);
  });
});

describe('an erasure', () => {
  it('passes on to a colleague and leaves no trace but pseudonyms in the ledger', async () => {
    const person = await known([{ name: 'Kim Nachfolge' }]);
    const mona = await api.signIn(person);
    const other = await api.signIn(person.stranger);
    const before = await tracesOf(person);
    expect(before.byValue.length).toBeGreaterThan(10);
    const { holds, estates } = await planOf(mona, REQUEST);
    expect([holds, estates]).toEqual([
      [],
      [{ organisation: expect.any(String), successor: 'Kim Nachfolge', postings: 1 }],
    ]);
    expect(await strikeOnDay(13)).toBe(0);
    expect(await signInOf(person)).toBe(true);
    expect(await strikeOnDay(15)).toBe(1);

    expect(await tracesOf(person)).toEqual(NOWHERE);
    expect(await signInOf(person)).toBe(false);
    expect((await mona.refusal(MINE)).extensions.code).toBe('UNAUTHENTICATED');
    expect(await contactOf(person.need)).toMatchObject({
      state: 'PUBLISHED',
      name: 'Kim Nachfolge',
      phone: null,
    });
    const roles = `SELECT role FROM membership WHERE organisation_id = $1`;
    expect(await api.database.query(roles, [person.organisation])).toEqual([{ role: 'MANAGER' }]);
    const news = ['POSTING_CONTACT_CHANGED', 'posting.contact-replaced', person.need] as const;
    const inbox = api.app.get(NotificationService);
    await api.app.get(Database).transaction((tx) => inbox.postingChanged(tx, ...news));
    const told = 'SELECT kind FROM notification WHERE posting_id = $1';
    expect(await api.database.query(told, [person.need])).toEqual([{ kind: news[0] }]);
    // Whoever was introduced finds the colleague, and the coordinator what happened.
    expect((await other.match(person.match)).need.contact?.name).toBe('Kim Nachfolge');
    const { history } = await coordinator.match(person.match);
    expect(history.map(({ actor }) => actor)).toContain('Ehemaliges Mitglied');
    expect(history).toHaveLength(5);
    await demandWholeChain();
  });

  it('changes nothing of anybody else', async () => {
    const person = await known([{ name: 'Kim Nachfolge' }]);
    const stranger = await api.signIn(person.stranger);
    const data = async (): Promise<Record<string, Record<string, unknown>[]>> => {
      const { headers } = stranger;
      const response = await fetch(`${api.origin}/me/data.json`, { headers });
      return ((await response.json()) as { data: Record<string, Record<string, unknown>[]> }).data;
    };
    const before = await data();
    const mona = await api.signIn(person);
    await mona.ask(REQUEST);
    expect(await strikeOnDay(15)).toBe(1);
    const after = await data();
    // What named her: a mail's text, a note, a report, an invitation to her.
    const { mails, notes, postingReports, invitationsSent, ...rest } = after;
    const { mails: mailsBefore } = before;
    expect(before).toMatchObject(rest);
    expect(invitationsSent).toEqual([]);
    for (const texts of [notes, postingReports]) {
      expect(texts?.map(({ text }) => text)).toEqual(['FREMD: […] versucht']);
    }
    const headOf = ({ text: _text, ...head }: Record<string, unknown>) => head;
    expect(mails?.map(headOf)).toEqual(mailsBefore?.map(headOf));
    expect(await contactOf(person.offer)).toMatchObject({ phone: '+49 FREMD' });
  });

  it('waits where somebody would be left alone, a month at most', async () => {
    const person = await known();
    const mona = await api.signIn(person);
    const { holds, estates } = await planOf(mona, REQUEST);
    expect(holds).toEqual([
      { kind: 'LAST_MANAGER', about: expect.stringContaining('Werk'), count: 1 },
      { kind: 'RUNNING_MATCH', about: expect.any(String), count: 1 },
    ]);
    expect(estates).toMatchObject([{ successor: null, postings: 1 }]);
    expect(await strikeOnDay(29)).toBe(0);
    expect(await signInOf(person)).toBe(true);
    expect(await strikeOnDay(31)).toBe(1);
    expect(await tracesOf(person)).toEqual(NOWHERE);
    expect(await contactOf(person.need)).toEqual({
      state: 'CLOSED',
      name: 'Ehemaliger Kontakt',
      mail: 'erased@wilma.invalid',
      phone: null,
      title: null,
    });
    const seen = await coordinator.match(person.match);
    expect([seen.state, seen.need.contact]).toEqual(['INTRODUCED', null]);
    await demandWholeChain();
  });

  it('no longer waits when what held it is over; what was asked is withdrawn', async () => {
    const person = await known();
    const mona = await api.signIn(person);
    await mona.ask(REQUEST);
    await api.database.query(
      `UPDATE match SET state = 'APPROVED', offer_answer = NULL, asked_at = now() WHERE id = $1`,
      [person.match],
    );
    expect(await strikeOnDay(15)).toBe(0);
    await api.database.query(`UPDATE match SET asked_at = NULL WHERE id = $1`, [person.match]);
    await buildAccount(api.database, { organisations: [person.organisation] });
    await api.database.query(
      `DELETE FROM membership WHERE organisation_id = $1 AND account_id <> $2`,
      [person.organisation, person.id],
    );
    await api.database.query(`UPDATE posting SET state = 'PAUSED' WHERE id = $1`, [person.need]);
    expect(await strikeOnDay(15)).toBe(1);
    expect(await tracesOf(person)).toEqual(NOWHERE);
    await api.app
      .get(Database)
      .transaction((tx) => api.app.get(MatchFinder).withdraw(tx, person.need));
    expect((await coordinator.match(person.match)).state).toBe('WITHDRAWN');
  });
});

describe('an address that nobody has confirmed', () => {
  it('gives no right over what belongs to it', async () => {
    const person = await known();
    const mail = `ruth.${person.email}`;
    await api.database.query('UPDATE posting SET contact_mail = $2 WHERE id = $1', [
      person.need,
      mail,
    ]);
    const impostor = await buildAccount(api.database, { email: mail, name: 'Otto' });
    await api.database.query('UPDATE auth."user" SET "emailVerified" = false WHERE id = $1', [
      impostor.id,
    ]);
    await api.database.insert('erasure', {
      account_id: impostor.id,
      addressee: 'impostor',
      requested_at: new Date(),
      due_at: new Date(),
    });
    const data: unknown[] = [];
    const actor = {
      kind: 'ACCOUNT',
      accountId: impostor.id,
      role: 'MEMBER',
      organisations: [],
    } as const;
    for await (const { name, rows } of api.app.get(OwnDataReader).sections(actor)) {
      if (rows.length > 0) data.push(name);
    }
    expect(data).toEqual(['account', 'signIn', 'erasure']);
    const before = await contactOf(person.need);
    expect(await strikeOnDay(1)).toBe(1);
    expect(await contactOf(person.need)).toEqual(before);
    const [need] = await api.database.query('SELECT description FROM posting WHERE id = $1', [
      person.need,
    ]);
    expect(need?.description).toContain(person.phone);
    // A single word may be any word: nothing is taken from others for it.
    const blanked = `SELECT FROM outgoing_mail WHERE to_address = $1 AND text = ''`;
    expect(await api.database.query(blanked, [person.email])).toEqual([]);
  });
});

describe('the ledger of events', () => {
  it('holds pseudonyms, words of its own and moments, whatever happened', async () => {
    const rows = await api.database.query<{ name: string; key: string; value: string }>(
      `SELECT DISTINCT name, key, value FROM event, jsonb_each_text(jsonb_strip_nulls(payload))`,
    );
    const SAFE =
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[A-Z_]+$|^\d+$|^(true|false)$|^\d{4}-\d\d-\d\dT/;
    const slugs = ['tag', 'from', 'handler', 'sides'];
    const told = rows.filter(({ key, value }) => !SAFE.test(value) && !slugs.includes(key));
    expect(told).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });
});
