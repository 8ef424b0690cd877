import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignedLinks } from '@wilma/platform';
import { NOT_EXPORTED, SECTIONS, wordFor } from '@wilma/privacy';
import { buildAccount, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { aKnownPerson, type KnownPerson } from './known-person.js';
import { tablesWith } from './tables-with.js';

let api: ApiInProcess;
let known: KnownPerson;
let mona: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  const links = api.app.get(SignedLinks);
  known = await aKnownPerson(api.database, (mail) => links.addresseeKey(mail));
  mona = await api.signIn(known);
  await mona.ask('mutation { requestErasure { dueAt } }');
});

afterAll(() => api.stop());

type Rows = readonly Record<string, unknown>[];

interface Exported {
  readonly format: string;
  readonly version: number;
  readonly exportedAt: string;
  readonly data: Readonly<Record<string, Rows>>;
  readonly cut: readonly string[];
}

const get = (path: string, { headers }: Pick<Person, 'headers'>) =>
  fetch(`${api.origin}/me/${path}`, { headers });
const dataOf = async (person: Person): Promise<Exported> =>
  (await (await get('data.json', person)).json()) as Exported;

/** Tables that can say something about a person, by what the database itself knows. */
const REFERRING_SQL = `
  SELECT DISTINCT table_schema || '.' || table_name AS name
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
   WHERE table_schema IN ('auth', 'public') AND table_type = 'BASE TABLE' AND (
         data_type = 'uuid' AND column_name ~ '(account|actor|author|_by$|assignee|user|person)'
      OR data_type IN ('text', 'ARRAY', 'character varying')
         AND column_name ~ '(mail|address|person|phone|userId|ipAddress|identifier)')
   UNION
  SELECT n.nspname || '.' || c.relname FROM pg_constraint
    JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE contype = 'f' AND confrelid = 'auth."user"'::regclass`;

describe('one’s own data', () => {
  it('are every section, with something in each, and nothing of anybody else', async () => {
    const response = await get('data.json', mona);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const text = await response.text();
    const { data, cut, ...head } = JSON.parse(text) as Exported;
    expect(head).toEqual({
      format: 'wilma-own-data',
      version: 1,
      exportedAt: expect.stringMatching(/Z$/),
    });
    expect(cut).toEqual([]);
    expect(Object.keys(data)).toEqual(SECTIONS.map(({ name }) => name));
    for (const [name, rows] of Object.entries(data)) expect([name, rows.length]).not.toContain(0);
    const { mails, ...rest } = data;
    // A mail is the recipient's, whoever it tells of; nothing else tells of others.
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(rest)).not.toContain('FREMD');
    expect(JSON.stringify(rest)).not.toContain(known.stranger.id);
    // No way in.
    const [session] = await api.database.query('SELECT token FROM auth.session');
    expect(text).not.toContain(String(session?.token));
    expect(text).not.toContain('$argon2');
  });

  it('say what they should', async () => {
    const { data } = await dataOf(mona);
    expect(data.account).toEqual([expect.objectContaining({ id: known.id, email: known.email })]);
    expect(data.postings).toEqual([
      expect.objectContaining({ id: known.need, contactPhone: known.phone, isContact: true }),
      expect.objectContaining({ orcid: known.orcid, state: 'CLOSED' }),
      expect.objectContaining({ isContact: false, isAuthor: true, title: null, contactMail: null }),
    ]);
    expect(data.answers).toEqual([
      expect.objectContaining({ match: known.match, note: expect.stringContaining(known.name) }),
    ]);
    expect(data.questions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ isAsker: true, answer: 'Im Mai' }),
        expect.objectContaining({ isAsker: false, question: 'Wo steht die Wanne?' }),
      ]),
    );
    expect(data.invitationsSent?.[0]).not.toHaveProperty('email');
    expect(data.absences?.[0]).toMatchObject({ fromDay: '2030-01-01', toDay: '2030-01-09' });
  });

  it('are the same on a page in the reader’s language', async () => {
    const response = await get('data.html', mona);
    const page = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('Ihre Daten bei Wilma');
    expect(page).toContain(known.phone);
    expect(page).not.toContain('FREMD');
    const english = await api.signIn(await buildAccount(api.database, { locale: 'en' }));
    const other = await (await get('data.html', english)).text();
    expect(other).toContain('Your data in Wilma');
    expect(other).toContain('Nothing is stored about');
    expect(other).not.toContain(known.name);
    const { data } = await dataOf(mona);
    const fields = new Set(Object.values(data).flatMap((rows) => Object.keys(rows[0] ?? {})));
    const named = [...fields].filter((field) => wordFor(field, 'en') !== field);
    for (const field of named) expect(wordFor(field, 'de')).not.toBe(field);
    expect([...fields].filter((field) => /[A-Z]/.test(field) && !named.includes(field))).toEqual(
      [],
    );
  });

  it('are for nobody who is not signed in', async () => {
    for (const path of ['data.json', 'data.html']) {
      expect((await get(path, { headers: {} })).status).toBe(401);
    }
  });

  it('leave no table out without a reason', async () => {
    const told = new Set([
      ...SECTIONS.flatMap(({ tables }) => tables),
      ...Object.keys(NOT_EXPORTED),
    ]);
    const referring = await api.database.query<{ name: string }>(REFERRING_SQL);
    const missing = referring.map(({ name }) => name).filter((name) => !told.has(name));
    expect(missing).toEqual([]);
    expect(referring.length).toBeGreaterThan(15);
    const holding = await tablesWith(api.database, known.id, known.email);
    expect(holding.filter((name) => !told.has(name))).toEqual([]);
    expect(holding.length).toBeGreaterThan(15);
  });
});
