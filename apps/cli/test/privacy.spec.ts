import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '@wilma/platform';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  queueMails,
  settingsFor,
  TestDatabase,
} from '@wilma/testing';
import { wilmaOn } from './cli.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  folder = await mkdtemp(join(tmpdir(), 'wilma-privacy-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const on = (...args: string[]) => wilmaOn(database, args);
const contactsOf = (from: TestDatabase) =>
  from.query(
    'SELECT state, contact_name AS name, contact_mail AS mail FROM posting ORDER BY title',
  );

describe('erase', () => {
  it('erases a contact without an account, after a trial that changes nothing', async () => {
    const organisation = await buildOrganisation(database);
    const contact = { name: 'Ruth Anruferin', mail: 'Ruth@people.example', phone: '+49 355 12345' };
    for (const [title, state] of [
      ['A (Beispiel)', 'PUBLISHED'],
      ['B (Beispiel)', 'CLOSED'],
    ] as const) {
      await buildPosting(database, 'NEED', { organisation, title, state, contact, language: 'en' });
    }
    await queueMails(database, ['ruth@people.example', 'other@people.example']);
    const before = await contactsOf(database);
    const trial = await on('erase', 'ruth@people.example', '--dry-run');
    expect(trial).toMatchObject({ code: 0, err: '' });
    expect(trial.out).toMatch(/^ +1 {2}postings closed$/m);
    expect(trial.out).toMatch(/^ +2 {2}contacts of postings$/m);
    expect(trial.out).toMatch(/nothing was changed/);
    expect(await contactsOf(database)).toEqual(before);
    expect((await on('erasures', 'list')).out).toBe('');

    const done = await on('erase', 'RUTH@people.example');
    expect(`${done.out}nothing was changed\n`).toBe(trial.out);
    const erased = { state: 'CLOSED', name: 'Former contact', mail: 'erased@wilma.invalid' };
    expect(await contactsOf(database)).toEqual([erased, erased]);
    const mails = await database.query('SELECT to_address AS mail FROM outgoing_mail');
    expect(mails).toEqual([{ mail: 'other@people.example' }]);
    expect((await on('erase', 'ruth@people.example')).out).toContain('nothing is known');
    expect((await on('erase', 'ruth')).code).toBe(1);
  });
});

describe('erasures', () => {
  it('are carried out again on a backup that is older', async () => {
    const backup = join(folder, 'backup.jsonl');
    const organisation = await buildOrganisation(database);
    const leaver = await buildAccount(database, { organisations: [organisation] });
    const mail = 'leaver@people.example';
    await buildPosting(database, 'OFFER', {
      organisation,
      title: 'C (Beispiel)',
      contact: { mail },
    });
    await on('export', backup);
    await on('erase', mail);
    await on('erase', leaver.email);
    const { out } = await on('erasures', 'list');
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(out).not.toContain('@');
    const list = join(folder, 'erasures.jsonl');
    await writeFile(list, out);

    const restored = await TestDatabase.create();
    expect(await wilmaOn(restored, ['import', backup])).toMatchObject({ code: 0 });
    expect(JSON.stringify(await contactsOf(restored))).toContain(mail);
    // Somebody whose address was another when they were erased.
    await restored.query(`UPDATE auth."user" SET email = 'before@people.example' WHERE id = $1`, [
      leaver.id,
    ]);
    const replayed = await wilmaOn(restored, ['erasures', 'replay', list]);
    expect(replayed).toMatchObject({
      code: 0,
      out: '3 erasures read, 2 carried out again\n',
    });
    expect(JSON.stringify(await contactsOf(restored))).not.toContain(mail);
    expect(await restored.query('SELECT FROM auth."user" WHERE id = $1', [leaver.id])).toEqual([]);
    expect((await wilmaOn(restored, ['erasures', 'replay', list])).out).toContain(' 0 carried out');
    await restored.drop();
    await writeFile(list, '{"account": 1}');
    expect((await on('erasures', 'replay', list)).code).toBe(1);
  });
});

describe('retention', () => {
  it('says what each rule would remove, and removes it', async () => {
    await queueMails(database, ['old@people.example']);
    await database.query(
      `UPDATE outgoing_mail SET state = 'SENT', sent_at = now(), created_at = '2026-01-02'
        WHERE to_address = 'old@people.example'`,
    );
    const trial = await on('retention', '--dry-run');
    expect(trial).toMatchObject({ code: 0, err: '' });
    expect(trial.out).toMatch(
      /^ +1 {2}texts of mails \(after 90 days\), the oldest of 2026-01-02$/m,
    );
    expect(trial.out).toMatch(/^ +0 {2}matches that came to nothing \(after 730 days\)$/m);
    expect(trial.out).toContain('nothing was removed');
    const text = `SELECT text FROM outgoing_mail WHERE to_address = 'old@people.example'`;
    expect(await database.query(text)).toEqual([{ text: 'Text' }]);
    expect((await on('retention')).out).toContain('1 removed');
    expect(await database.query(text)).toEqual([{ text: '' }]);
    const longer = await wilmaOn(database, ['retention', '--dry-run'], { KEEP_MAILS_DAYS: '100' });
    expect(longer.out).toMatch(/^ +1 {2}mails \(after 100 days\)/m);
  });
});

describe('the periods', () => {
  it('are the same in the settings, in their example and in the document', async () => {
    const root = join(import.meta.dirname, '../../..');
    const example = await readFile(join(root, '.env.example'), 'utf8');
    const table = await readFile(join(root, 'docs/privacy.md'), 'utf8');
    const given = [...example.matchAll(/^#(KEEP_\w+)=(\d+)$/gm)].map(
      ([, name = '', days = '']) => [name, Number(days)] as const,
    );
    const told = [...table.matchAll(/\| (\d+) (day|year)s?[^|]*\| `(KEEP_\w+)`/g)].map(
      ([, count, unit, name = '']) => [name, Number(count) * (unit === 'day' ? 1 : 365)] as const,
    );
    const { keptDays } = readConfig(settingsFor(database));
    expect(new Map(told)).toEqual(new Map(given));
    expect(given.map(([, days]) => days).sort()).toEqual(Object.values(keptDays).sort());
  });
});
