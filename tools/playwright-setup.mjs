// Before the first browser flow: the same database server that the other tests use, and the demo
// data, loaded once into a database that each Wilma under test copies.
import { buildPrograms } from './ensure.mjs';
import { addDemoTemplate, startTestDatabase } from './test-database.mjs';

export default async function setUp() {
  if (process.env.WILMA_TEST_PG) {
    await addDemoTemplate();
    return undefined;
  }
  await buildPrograms();
  const database = await startTestDatabase();
  try {
    await addDemoTemplate();
  } catch (error) {
    await database.stop();
    throw error;
  }
  return () => database.stop();
}
