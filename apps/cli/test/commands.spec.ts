import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildOrganisation,
  buildPosting,
  freePort,
  Inbox,
  settingsFor,
  TestDatabase,
} from '@wilma/testing';
import pg from 'pg';
import { readAll } from '../src/dump/import.command.js';
import { wilma, wilmaOn } from './cli.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await TestDatabase.create();
  folder = await mkdtemp(join(tmpdir(), 'wilma-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const on = (...args: string[]) => wilmaOn(database, args);

describe('wilma', () => {
  it('tells its commands, and each what it takes', async () => {
    const { code, out } = await wilma(['--help']);
    expect(code).toBe(0);
    for (const name of ['migrate', 'doctor', 'export', 'import', 'jobs', 'recompute']) {
      expect(out).toContain(name);
    }
    expect((await wilma(['create-coordinator', '--help'])).out).toContain('--locale');
  });

  it.each([[['dance']], [['export']], [['jobs', 'retry']], [['recompute', '--all']]])(
    'refuses %j as wrong usage',
    async (args) => {
      expect(await wilma(args)).toMatchObject({ code: 2, err: expect.stringContaining('--help') });
    },
  );

  it('checks the vocabulary, and against the data beside the project where there are any', async () => {
    const { code, out } = await wilma(['vocabulary', 'check']);
    expect(out).toMatch(/25 fields +8\d\d /);
    expect(code).toBe(0);
  });

  it('without a database says what is missing', async () => {
    const ran = await wilma(['jobs', 'list'], { DATA_DIR: folder });
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_URL') });
  });

  it('takes the settings of the Wilma that runs on a folder', async () => {
    const settings = { DATABASE_URL: database.url, AUTH_SECRET: 'only-for-tests-'.repeat(3) };
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    const ran = await wilma(['jobs', 'list'], { DATA_DIR: folder });
    expect(ran).toMatchObject({ code: 0, out: 'no parked jobs\n' });
  });
});

describe('create-coordinator', () => {
  const person = async (email: string) =>
    (
      await database.query('SELECT name, role, locale FROM auth."user" WHERE email = $1', [email])
    )[0];

  it('makes an account once and shows its password once', async () => {
    const args = ['create-coordinator', 'New@Network.example', '--name', 'Koordination Beispiel'];
    const first = await on(...args, '--locale', 'en');
    expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/password.*: \S{20}\n/) });
    const again = await on(...args);
    expect(again).toMatchObject({ code: 0, out: 'new@network.example is COORDINATOR\n' });
    expect(await person('new@network.example')).toEqual({
      name: 'Koordination Beispiel',
      role: 'COORDINATOR',
      locale: 'en',
    });
  });

  it('gives an account that exists the role, and takes none away', async () => {
    const { email } = await buildAccount(database, { locale: 'en' });
    await on('create-coordinator', email, '--admin');
    expect(await person(email)).toMatchObject({ role: 'ADMIN', locale: 'en' });
    expect((await on('create-coordinator', email)).out).toBe(`${email} is ADMIN\n`);
    const told = `SELECT FROM event WHERE name = 'account.appointed' AND payload->>'role' = 'ADMIN'`;
    expect(await database.query(told)).toHaveLength(1);
  });

  it.each([[['no-address', '--name', 'Toni Beispiel']], [['toni@people.example']]])(
    'refuses %j',
    async (args) => {
      expect((await on('create-coordinator', ...args)).code).toBe(1);
    },
  );
});

describe('recompute', () => {
  it('suggests what nobody has suggested, for one posting or for all', async () => {
    const organisation = await buildOrganisation(database);
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const need = await buildPosting(database, 'NEED', { organisation });
    await buildPosting(database, 'OFFER', { organisation: university });
    expect(await on('recompute', '--posting', need)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 postings matched again, 1 new matches'),
    });
    await buildPosting(database, 'OFFER', { organisation: university });
    const all = await on('recompute');
    expect(all.out).toContain('3 of 3 postings');
    expect(all.out).toContain('3 postings matched again, 1 new matches');
  });

  it.each([['none'], [randomUUID()]])('refuses the posting %s', async (id) => {
    expect((await on('recompute', '--posting', id)).code).toBe(1);
  });
});

describe('jobs', () => {
  async function aParkedJob(): Promise<string> {
    const event = await database.insert('event', {
      name: 'match.expired',
      payload: {},
      relayed_at: new Date(),
    });
    const job = { event_id: event, handler: 'tell-over', error: 'it is broken' };
    return database.insert('parked_job', job);
  }

  it('are listed, tried again and given up', async () => {
    const [one, other] = [await aParkedJob(), await aParkedJob()];
    const { out } = await on('jobs', 'list');
    for (const text of [one, other, 'match.expired/tell-over', 'it is broken', '2 parked jobs']) {
      expect(out).toContain(text);
    }
    expect((await on('jobs', 'retry', one)).out).toBe('1 jobs are offered to the queue again\n');
    expect((await on('jobs', 'retry', '--all')).out).toContain('2 jobs');
    expect((await on('jobs', 'drop', other)).code).toBe(0);
    const left = await database.query('SELECT id FROM parked_job');
    expect(left).toEqual([{ id: one }]);
    const given = `SELECT FROM handled WHERE handler = 'tell-over'`;
    expect(await database.query(given)).toHaveLength(1);
    expect((await on('jobs', 'drop', other)).code).toBe(1);
  });
});

describe('doctor', () => {
  it('tells what is well and what is not, and fails where something is broken', async () => {
    const inbox = await Inbox.open();
    const { code, out } = await wilmaOn(database, ['doctor'], { SMTP_URL: inbox.url });
    await inbox.close();
    expect(out).toMatch(/^ok +database +PostgreSQL 18/m);
    expect(out).toMatch(/^ok +migrations +up to date/m);
    expect(out).toMatch(/^ok +smtp /m);
    expect(out).toMatch(/^warn +parked jobs +1 /m);
    // No worker has ever run here.
    expect(out).toMatch(/^fail +queue +the clock does not strike/m);
    expect(code).toBe(1);
  });

  it('ends in time where database, Redis and mail server are gone', async () => {
    const gone = `127.0.0.1:${await freePort()}`;
    const { code, out } = await wilma(['doctor'], {
      ...settingsFor(database),
      DATABASE_URL: `postgres://wilma@${gone}/wilma`,
      REDIS_URL: `redis://${gone}`,
      SMTP_URL: `smtp://${gone}`,
    });
    for (const what of ['database', 'queue', 'smtp']) {
      expect(out).toMatch(new RegExp(`^fail +${what} .*ECONNREFUSED`, 'm'));
    }
    expect(code).toBe(1);
  });

  it('names settings that are refused', async () => {
    const { code, out } = await wilmaOn(database, ['doctor'], { PORT: 'none' });
    expect(out).toMatch(/^fail +settings +settings refused:\n +PORT/m);
    expect(code).toBe(1);
  });
});

describe('export and import', () => {
  const header = async (file: string) =>
    JSON.parse((await readFile(file, 'utf8')).split('\n')[0] ?? '') as Record<string, unknown>;

  it('carry everything to another database, byte for byte', async () => {
    const [file, again] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
    expect(await on('export', file)).toMatchObject({ code: 0 });
    expect(await header(file)).toMatchObject({ format: 'wilma', version: 1 });

    const other = await TestDatabase.create();
    expect(await wilmaOn(other, ['import', file])).toMatchObject({ code: 0, err: '' });
    expect(await wilmaOn(other, ['export', again])).toMatchObject({ code: 0 });
    const [bytes, bytesAgain] = [await readFile(file), await readFile(again)];
    expect(bytes.equals(bytesAgain)).toBe(true);
    for (const table of ['auth."user"', 'auth.credential', 'posting', 'match', 'tag_label']) {
      const sql = `SELECT * FROM ${table} AS one ORDER BY to_jsonb(one)::text`;
      const rows = await database.query(sql);
      expect(rows.length).toBeGreaterThan(0);
      expect(await other.query(sql)).toEqual(rows);
    }
    // The rules of the database hold again.
    await expect(other.query(`DELETE FROM event`)).rejects.toThrow('append-only');
    const soft = `SELECT FROM pg_constraint WHERE contype = 'f' AND condeferrable`;
    expect(await other.query(soft)).toEqual([]);

    const stdout = await wilma(['export', '-'], settingsFor(other));
    expect(Buffer.from(stdout.out).equals(bytes)).toBe(true);
    await other.drop();
  });

  it('never write over a file or into a database that is in use', async () => {
    const file = join(folder, 'kept.jsonl');
    expect((await on('export', file)).code).toBe(0);
    const before = await readFile(file);
    expect((await on('export', file)).code).toBe(1);
    expect((await readFile(file)).equals(before)).toBe(true);
    expect(await on('import', file)).toMatchObject({
      code: 1,
      err: expect.stringContaining('in use'),
    });
  });

  it('say so where there is no such file', async () => {
    const ran = await on('import', join(folder, 'none.jsonl'));
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
  });

  describe('leave all as it is where a file is', () => {
    let other: TestDatabase;
    let client: pg.Client;
    let lines: string[];

    beforeAll(async () => {
      other = await TestDatabase.create();
      client = new pg.Client({ connectionString: other.url });
      await client.connect();
      const file = join(folder, 'sound.jsonl');
      await on('export', file);
      lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    });

    afterAll(async () => {
      await client.end();
      await other.drop();
    });

    it.each([
      ['cut short', () => lines.slice(0, -1), 'incomplete'],
      ['longer than it says', () => [...lines, ROW], 'after the last'],
      ['lacking a row', () => lines.toSpliced(3, 1), 'rows instead'],
      ['of another release', () => lines.with(0, HEAD), 'another release'],
      ['of something else', () => ['{"a":1}'], 'not as export writes it'],
      ['with a row of no table', () => lines.with(3, ROW), 'no table'],
    ])('%s', async (_what, spoil, reason) => {
      const before = await other.count('tag', 'tag_label', 'programme');
      const input = Readable.from(spoil().map((line) => `${line}\n`));
      await expect(readAll(client, input)).rejects.toThrow(reason);
      expect(await other.count('tag', 'tag_label', 'programme')).toEqual(before);
    });
  });

  const HEAD = JSON.stringify({ format: 'wilma', version: 1, migrations: ['Other1'] });
  const ROW = JSON.stringify({ table: 'public.other', row: {} });
});
