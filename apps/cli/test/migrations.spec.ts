import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestDatabase } from '@wilma/testing';
import type { DataSource } from 'typeorm';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await TestDatabase.create();
  process.env.DATABASE_URL = database.url;
  ({ default: dataSource } = await import('../src/data-source.js'));
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('migrations can be undone one after the other, and done again', async () => {
  const done = await dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM migration',
  );
  for (let left = done[0]?.count ?? 0; left > 0; left -= 1) await dataSource.undoLastMigration();
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  expect(tables).toEqual([{ name: 'migration' }]);
  const again = await dataSource.runMigrations();
  expect(again).toHaveLength(done[0]?.count ?? 0);
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries).toEqual([]);
});
