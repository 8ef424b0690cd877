// Before the first browser flow: the same database server that the other tests use.
import { buildPrograms } from './ensure.mjs';
import { startTestDatabase } from './test-database.mjs';

export default async function setUp() {
  if (process.env.WILMA_TEST_PG) return undefined;
  await buildPrograms();
  const database = await startTestDatabase();
  return () => database.stop();
}
