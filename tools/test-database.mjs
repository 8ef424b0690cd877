// The database server of a test run: started once, migrated once into a template that each test
// file copies. Import only after the packages are installed.
import pg from 'pg';
import { startTemporaryPostgres } from './embedded-postgres.mjs';
import { runNode } from './processes.mjs';

export const template = 'wilma_template';
const demoTemplate = 'wilma_demo';
const cli = 'dist/programs/cli.js';

/** What the programs need besides a database to start under test. */
export const testEnvironment = { AUTH_SECRET: 'only-for-tests-'.repeat(3), LOG_LEVEL: 'warn' };

/**
 * Resolves with the server; tells the tests about it through WILMA_TEST_PG (URL of an
 * administrator) and WILMA_TEST_TEMPLATE (name of the migrated database).
 */
export async function startTestDatabase({ signal } = {}) {
  const server = await startTemporaryPostgres({ fast: true });
  try {
    await query(server.url(), `CREATE DATABASE ${template}`);
    const env = { ...process.env, ...testEnvironment, DATABASE_URL: server.url(template) };
    await runNode([cli, 'migrate'], { env, signal });
  } catch (error) {
    await server.stop();
    throw error;
  }
  process.env.WILMA_TEST_PG = server.url();
  process.env.WILMA_TEST_TEMPLATE = template;
  return server;
}

/** Adds a database with the demo data; tells the tests its name through WILMA_TEST_DEMO. */
export async function addDemoTemplate({ signal } = {}) {
  const server = process.env.WILMA_TEST_PG;
  await query(server, `CREATE DATABASE ${demoTemplate} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = demoTemplate;
  const env = { ...process.env, ...testEnvironment, DATABASE_URL: url.href };
  await runNode([cli, 'seed-demo'], { env, signal });
  process.env.WILMA_TEST_DEMO = demoTemplate;
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
