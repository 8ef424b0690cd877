import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@wilma/testing';
import fc from 'fast-check';
import { DataSource, EntitySchema, type SelectQueryBuilder } from 'typeorm';
import { type Connection, type Order, page, PAGE_SIZE, type PageArgs } from './connection.js';
import { Cursors } from './cursors.js';

interface Item {
  id: string;
  rank: number;
  name: string;
  due: Date | null;
}

const ItemTable = new EntitySchema<Item>({
  name: 'item',
  columns: {
    id: { type: 'uuid', primary: true },
    rank: { type: 'int' },
    name: { type: 'text' },
    due: { type: 'timestamptz', nullable: true },
  },
});

/** Rows of which many share their place in any order. */
const items: Item[] = Array.from({ length: 23 }, (_, index) => ({
  id: randomUUID(),
  rank: index % 4,
  name: ['Äpfel', 'Zebra', 'apfel', 'a"b\n😀'][index % 4] ?? '',
  due: index % 3 === 0 ? null : new Date(Date.UTC(2026, 10, 1 + (index % 5))),
}));

const ORDERS: Record<string, Order> = {
  'a column, rising': { by: 'item.rank', direction: 'ASC' },
  'a column, falling': { by: 'item.rank', direction: 'DESC' },
  'a text in German order': { by: 'item.name COLLATE "de-x-icu"', direction: 'ASC' },
  'an expression': { by: `COALESCE(item.due, 'infinity')`, direction: 'ASC' },
};
const cursors = new Cursors({ authSecret: 'a'.repeat(32) });
const RISING: Order = { by: 'item.rank', direction: 'ASC' };

describe('page', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await TestDatabase.create();
    await database.query(
      'CREATE TABLE item (id uuid PRIMARY KEY, rank int, name text, due timestamptz)',
    );
    dataSource = new DataSource({ type: 'postgres', url: database.url, entities: [ItemTable] });
    await dataSource.initialize();
    await dataSource.manager.insert(ItemTable, items);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const all = (): SelectQueryBuilder<Item> =>
    dataSource.createQueryBuilder(ItemTable, 'item').where('item.rank < 9');
  const ask = (order: Order, args: PageArgs): Promise<Connection<Item>> =>
    page(all(), order, args, cursors);

  it.each(Object.entries(ORDERS))('shows every row once, in order, by %s', async (_by, order) => {
    const expected = (await ask(order, { first: 100 })).edges.map(({ node }) => node);
    expect(expected).toHaveLength(items.length);
    for (const first of [1, 4, 22, 23]) {
      const seen: Item[] = [];
      for (let after: string | null = null; ;) {
        const { edges, pageInfo }: Connection<Item> = await ask(order, { first, after });
        seen.push(...edges.map(({ node }) => node));
        expect(pageInfo.hasNextPage).toBe(seen.length < items.length);
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
          edges[0]?.cursor,
          edges.at(-1)?.cursor,
        ]);
        after = pageInfo.endCursor;
        if (!pageInfo.hasNextPage) break;
      }
      expect(seen).toEqual(expected);
    }
    const ranks = expected.map(({ rank }) => rank);
    if (order.by === 'item.rank') {
      const sign = order.direction === 'ASC' ? 1 : -1;
      expect(ranks).toEqual([...ranks].sort((a, b) => sign * (a - b)));
    }
  });

  it('takes a page of usual size where none is asked for', async () => {
    for (const args of [{}, { first: null, after: null }]) {
      expect((await ask(RISING, args)).edges).toHaveLength(PAGE_SIZE.default);
    }
  });

  it('goes on where it stopped, though a row before was added meanwhile', async () => {
    const before = await ask(RISING, { first: 5 });
    const early = { id: randomUUID(), rank: -1, name: '', due: null };
    await dataSource.manager.insert(ItemTable, early);
    const next = await ask(RISING, { first: 100, after: before.pageInfo.endCursor });
    await dataSource.manager.delete(ItemTable, early.id);
    expect(next.edges).toHaveLength(items.length - 5);
  });

  it('counts all rows, not those of the page', async () => {
    const { endCursor } = (await ask(RISING, { first: 3 })).pageInfo;
    expect(await (await ask(RISING, { first: 3, after: endCursor })).totalCount).toBe(items.length);
  });

  it('goes on where it stopped, though the last row moved to the end meanwhile', async () => {
    const before = await ask(RISING, { first: 5 });
    const last = before.edges[4]?.node ?? items[0];
    await dataSource.manager.update(ItemTable, last?.id, { rank: 8 });
    const next = await ask(RISING, { first: 100, after: before.pageInfo.endCursor });
    await dataSource.manager.update(ItemTable, last?.id, { rank: last?.rank });
    expect(next.edges).toHaveLength(items.length - 5 + 1);
  });

  it.each([1, 4])('goes on behind rows that go while it is read, %i a page', async (first) => {
    const [, second, third] = (await ask(RISING, { first: 3 })).edges.map(({ node }) => node.id);
    const gone = [second, third];
    const costly: Order = { ...RISING, isCostly: true };
    await database.query('CREATE SEQUENCE IF NOT EXISTS looks');
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      await database.query('ALTER SEQUENCE looks RESTART');
      // Each of the two is there when it is looked at first.
      const query = all().andWhere("(item.id <> ALL(:gone) OR nextval('looks') <= 2)", { gone });
      const { edges, pageInfo }: Connection<Item> = await page(
        query,
        costly,
        { first, after },
        cursors,
      );
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(new Set(seen).size).toBe(items.length - gone.length);
    expect(seen).toHaveLength(items.length - gone.length);
  });

  it('does not lose a moment within a millisecond', async () => {
    const by = `item.due + item.rank * interval '1 microsecond'`;
    const order: Order = { by: `COALESCE(${by}, 'infinity')`, direction: 'DESC' };
    const seen = new Set<string>();
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: Connection<Item> = await ask(order, { first: 1, after });
      for (const { node } of edges) seen.add(node.id);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen.size).toBe(items.length);
  });

  it('tells nothing of a row in its cursor', async () => {
    const order: Order = { by: 'item.name', direction: 'ASC' };
    const [edge] = (await ask(order, { first: 1 })).edges;
    const bytes = Buffer.from(edge?.cursor ?? '', 'base64url').toString('latin1');
    for (const secret of [edge?.node.id, edge?.node.name]) expect(bytes).not.toContain(secret);
  });

  const refusal = {
    code: 'BAD_USER_INPUT',
    fields: [{ path: 'after', problem: 'badCursor' }],
  };

  it('refuses a cursor of another order, of another secret, and one that was changed', async () => {
    const cursor = (await ask(RISING, { first: 1 })).pageInfo.endCursor ?? '';
    const after = `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}`;
    const foreign = new Cursors({ authSecret: 'b'.repeat(32) });
    await expect(ask({ ...RISING, direction: 'DESC' }, { after: cursor })).rejects.toMatchObject(
      refusal,
    );
    await expect(page(all(), RISING, { after: cursor }, foreign)).rejects.toMatchObject(refusal);
    await expect(ask(RISING, { after })).rejects.toMatchObject(refusal);
  });

  it('refuses what is no cursor, and says where it stood', async () => {
    const asOnce = Buffer.from(randomUUID()).toString('base64url');
    const odd = [
      '',
      asOnce,
      '0',
      'null',
      `' OR 1=1`,
      '\u0000',
      '\uD83D',
      randomUUID(),
      'a'.repeat(200),
    ];
    const anyText = fc.oneof(fc.constantFrom(...odd), fc.string(), fc.base64String());
    await fc.assert(
      fc.asyncProperty(anyText, async (after) => {
        await expect(ask(RISING, { after })).rejects.toMatchObject(refusal);
      }),
    );
  });
});
