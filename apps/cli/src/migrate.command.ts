import { migrateAuth } from '@wilma/identity';
import { SYSTEM } from '@wilma/domain';
import { LOCKS, Clock, Database, EventLog, migrateQueue, readConfig } from '@wilma/platform';
import { loadProgrammes, readProgrammes } from '@wilma/programmes';
import { loadConcepts, readVocabulary } from '@wilma/taxonomy';
import dataSource from './data-source.js';

/** Brings the database to the present: sign-in, our tables, the queue's, the vocabulary, the programmes. */
export async function migrate(): Promise<void> {
  const config = readConfig();
  await migrateAuth(config);
  await migrateQueue(config);
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCKS.migrations]);
    const run = await dataSource.runMigrations();
    const database = new Database(dataSource);
    const concepts = await loadVocabulary(database);
    const programmes = await readProgrammes();
    await database.transaction((tx) => loadProgrammes(tx, programmes));
    console.log(`${String(run.length)} migrations run, ${String(concepts)} concepts loaded`);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCKS.migrations]);
    await lock.release();
    await dataSource.destroy();
  }
}

/** @returns how many concepts the files have */
async function loadVocabulary(database: Database): Promise<number> {
  const concepts = await readVocabulary();
  const events = new EventLog(new Clock());
  const { known } = await database.transaction(async (tx) => {
    const report = await loadConcepts(tx, concepts);
    for (const tag of report.moved) await events.record(tx, SYSTEM, 'tag.moved', { tag });
    return report;
  });
  if (known.length > 0) console.log(`known under other ids already: ${known.join(', ')}`);
  return concepts.length;
}

/** Fails where the entities and the migrations have drifted apart; says how. */
export async function checkDrift(): Promise<void> {
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    if (upQueries.length === 0) return;
    const sql = upQueries.map(({ query }) => `  ${query}`).join('\n');
    throw new Error(`the migrations lack what the entities have:\n${sql}`);
  } finally {
    await dataSource.destroy();
  }
}
