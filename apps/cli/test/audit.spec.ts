import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, EventSealer } from '@wilma/platform';
import { buildAccount, TestDatabase } from '@wilma/testing';
import { DataSource } from 'typeorm';
import { type Ran, wilmaOn } from './cli.js';

const EVENTS = 2_500;

let database: TestDatabase;
let dataSource: DataSource;
let sealer: EventSealer;

beforeAll(async () => {
  database = await TestDatabase.create();
  dataSource = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  sealer = new EventSealer(new Database(dataSource));
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const verify = (...args: string[]): Promise<Ran> => wilmaOn(database, ['audit', 'verify', ...args]);
const head = async (): Promise<string> => (await wilmaOn(database, ['audit', 'head'])).out.trim();
const whole = (events: number) => ({
  code: 0,
  out: expect.stringContaining(`whole: ${String(events)} events`),
});

/** As somebody who may do everything in the database. */
const tamper = (sql: string) =>
  database.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);

const countOf = async (table: string): Promise<number> =>
  (await database.count(table))[table] ?? -1;

describe('the chain of the audit', () => {
  it('holds every event once, however many write and seal at once', async () => {
    const { id } = await buildAccount(database);
    const insert = (n: number) =>
      database.query(
        `INSERT INTO event (name, actor, payload, at) VALUES ('match.dismissed', $1, $2, $3)`,
        [
          n % 3 === 0 ? null : id,
          { reason: 'ä"\\\u2028', match: id, b: [n, null, { y: 1, x: 2 }] },
          new Date(n),
        ],
      );
    const written = Array.from({ length: EVENTS }, (_, n) => insert(n));
    const sealed = await Promise.all(['one', 'two', 'three'].map(() => sealer.seal()));
    await Promise.all(written);
    while ((await sealer.seal()) > 0) sealed.push(0);
    expect(await countOf('event_seal')).toBe(await countOf('event'));
    const [last] = await database.query(
      'SELECT max(seq)::int AS last, count(DISTINCT event_id)::int AS events FROM event_seal',
    );
    expect(last).toEqual({ last: await countOf('event'), events: await countOf('event') });
    expect(await verify()).toMatchObject(whole(await countOf('event')));
    expect(await sealer.seal({ all: true })).toBe(0);
  });

  it('goes on where it stands, and keeps what was noted', async () => {
    const noted = await head();
    expect(noted).toMatch(/^\d+:[0-9a-f]{64}$/);
    await database.query(`INSERT INTO event (name, payload) VALUES ('match.expired', '{}')`);
    expect(await sealer.seal()).toBe(1);
    // The server's clock was ahead by some days, and is not any more.
    const ahead = `INSERT INTO event (id, name, payload)
      VALUES (uuidv7(interval '3 days'), 'match.expired', '{}')`;
    const present = `INSERT INTO event (name, payload) VALUES ('match.expired', '{}')`;
    for (const sql of [ahead, present]) {
      await database.query(sql);
      expect(await sealer.seal()).toBe(1);
    }
    expect(await head()).not.toBe(noted);
    expect(await verify('--head', noted)).toMatchObject({ code: 0 });
    const other = noted.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
    expect(await verify('--head', other)).toMatchObject({ code: 1 });
    expect(await verify('--head', 'none')).toMatchObject({ code: 1 });
  });

  it('can be recomputed from an export, and holds where it is imported', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wilma-audit-'));
    const file = join(folder, 'all.jsonl');
    expect(await wilmaOn(database, ['export', file])).toMatchObject({ code: 0 });
    const other = await TestDatabase.create();
    expect(await wilmaOn(other, ['import', file])).toMatchObject({ code: 0 });
    expect(await wilmaOn(other, ['audit', 'verify', '--head', await head()])).toMatchObject({
      code: 0,
    });
    await other.drop();
    expect(recomputed(await readFile(file, 'utf8'))).toBe((await head()).split(':')[1]);
    await rm(folder, { recursive: true });
  });

  it('is never rewritten by the way', async () => {
    for (const sql of [
      `UPDATE event_seal SET hash = '' WHERE seq = 1`,
      'DELETE FROM event_seal WHERE seq = 1',
      'TRUNCATE event_seal',
    ]) {
      await expect(database.query(sql)).rejects.toThrow('append-only');
    }
  });

  describe('tells where it is broken', () => {
    const AT = 1_207;
    const [ONE, OTHER] = [AT, AT + 40].map(
      (seq) => `(SELECT event_id FROM event_seal WHERE seq = ${String(seq)})`,
    ) as [string, string];

    beforeAll(async () => {
      await database.query('CREATE TABLE kept_event AS SELECT * FROM event');
      await database.query('CREATE TABLE kept_seal AS SELECT * FROM event_seal');
    });

    afterEach(() =>
      tamper(`DELETE FROM event; INSERT INTO event SELECT * FROM kept_event;
              DELETE FROM event_seal; INSERT INTO event_seal SELECT * FROM kept_seal`),
    );

    afterAll(async () => {
      expect((await verify()).code).toBe(0);
      await database.query('DROP TABLE kept_event, kept_seal');
    });

    it.each([
      ['a name', `UPDATE event SET name = 'match.expired' WHERE id = ${ONE}`, 'was changed'],
      ['an actor', `UPDATE event SET actor = gen_random_uuid() WHERE id = ${ONE}`, 'was changed'],
      [
        'an actor more or less',
        `UPDATE event SET actor = CASE WHEN actor IS NULL THEN gen_random_uuid() END
          WHERE id = ${ONE}`,
        'was changed',
      ],
      [
        'a payload',
        `UPDATE event SET payload = payload || '{"b": 1}' WHERE id = ${ONE}`,
        'was changed',
      ],
      [
        'a millisecond',
        `UPDATE event SET at = at + interval '1 ms' WHERE id = ${ONE}`,
        'was changed',
      ],
      ['an id', `UPDATE event SET id = uuidv7() WHERE id = ${ONE}`, 'is gone'],
      ['an event less', `DELETE FROM event WHERE id = ${ONE}`, 'is gone'],
      [
        'two that changed places',
        `UPDATE event_seal SET event_id = CASE seq WHEN ${String(AT)} THEN ${OTHER} ELSE ${ONE} END
          WHERE seq IN (${String(AT)}, ${String(AT + 40)})`,
        'was changed',
      ],
      [
        'two that changed what they say',
        `UPDATE event SET payload = kept.payload, at = kept.at FROM kept_event AS kept
          WHERE (event.id, kept.id) IN ((${ONE}, ${OTHER}), (${OTHER}, ${ONE}))`,
        'was changed',
      ],
      ['a seal less', `DELETE FROM event_seal WHERE seq = ${String(AT)}`, 'is gone'],
      [
        'a seal of another hash',
        `UPDATE event_seal SET hash = sha256('') WHERE seq = ${String(AT)}`,
        'was changed',
      ],
    ])('%s', async (_what, sql, problem) => {
      // All unique keys are checked at the end of a statement only where they may be put off.
      const swap = sql.includes('CASE seq')
        ? `ALTER TABLE event_seal DROP CONSTRAINT uq_event_seal_event_id; ${sql};
           ALTER TABLE event_seal ADD CONSTRAINT uq_event_seal_event_id UNIQUE (event_id)`
        : sql;
      await tamper(swap);
      const { code, err } = await verify();
      expect(err).toMatch(new RegExp(`broken: .*seal ${String(AT)}.*${problem}`));
      expect(code).toBe(1);
    });

    it('an end that was cut off, by what was noted elsewhere', async () => {
      const noted = await head();
      await tamper(`DELETE FROM event WHERE id = (SELECT event_id FROM event_seal
                      ORDER BY seq DESC LIMIT 1);
                    DELETE FROM event_seal WHERE seq = (SELECT max(seq) FROM event_seal)`);
      expect(await verify()).toMatchObject({ code: 0 });
      expect(await verify('--head', noted)).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not hold the seal'),
      });
    });

    it('an event that nobody seals', async () => {
      const id = `'0190${'0'.repeat(4)}-0000-7000-8000-000000000000'`;
      await tamper(`INSERT INTO event (id, name, payload) VALUES (${id}, 'match.expired', '{}')`);
      expect(await verify()).toMatchObject({
        code: 1,
        err: expect.stringContaining('1 events should have been sealed'),
      });
      expect((await wilmaOn(database, ['doctor'])).out).toMatch(/^fail +audit +1 events wait/m);
      expect(await sealer.seal()).toBe(0);
      expect(await sealer.seal({ all: true })).toBe(1);
    });
  });
});

/** By the rules as they are written down, from nothing but the file. */
function recomputed(file: string): string {
  const rows = file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { table?: string; row: Record<string, unknown> });
  const of = (table: string) => rows.filter((row) => row.table === table).map(({ row }) => row);
  const events = new Map(of('public.event').map((event) => [event.id, event]));
  return of('public.event_seal')
    .sort((one, other) => Number(one.seq) - Number(other.seq))
    .reduce((before, { event_id: id }) => {
      const { name, actor, payload, at } = events.get(id) ?? {};
      const moment = new Date(String(at)).toISOString();
      const names = new Set<string>();
      JSON.stringify(payload, (key, value: unknown) => (names.add(key), value));
      const text = JSON.stringify([id, name, actor, payload, moment]);
      const inOrder = JSON.stringify(payload, [...names].sort());
      const sorted = text.replace(JSON.stringify(payload), () => inOrder);
      return createHash('sha256').update(before).update(sorted).digest();
    }, Buffer.alloc(32))
    .toString('hex');
}
