import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MailKind } from '@wilma/domain';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  TestDatabase,
} from '@wilma/testing';
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

/** What later migrations made room for, and what was before has no word for. */
async function fill(): Promise<void> {
  for (const kind of Object.keys(MailKind)) {
    await database.insert('outgoing_mail', {
      kind,
      ...{ dedupe_key: kind, message_id: `<${kind}>`, to_name: 'Toni Beispiel' },
      ...{ to_address: 'toni@people.example', locale: 'de', subject: kind, html: kind, text: kind },
    });
  }
  const [one, other, reader] = [
    await buildOrganisation(database),
    await buildOrganisation(database),
    await buildOrganisation(database, { kind: 'UNIVERSITY' }),
  ];
  const need = await buildPosting(database, 'NEED', { organisation: other });
  const offer = await buildPosting(database, 'OFFER', { organisation: reader });
  const match = await buildMatch(database, { need, offer, state: 'INTRODUCED' });
  for (const owner of [one, other]) {
    await database.insert('release', {
      ...{ posting_id: need, organisation_id: reader, owner_id: owner, match_id: match },
    });
  }
  const { id } = await buildAccount(database, { organisations: [other] });
  await database.insert('notification', {
    ...{ account_id: id, kind: 'MATCH_OVERDUE', match_id: match, occasion: 'once' },
  });
  await database.query(`UPDATE tag SET state = 'DEPRECATED' WHERE id = 'sintering'`);
}

it('migrations can be undone one after the other, whatever was stored, and done again', async () => {
  await fill();
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
