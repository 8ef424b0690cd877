// Before the first test: fresh programs and, if a chosen test asks for one, a database server.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildPrograms, filesBelow } from './ensure.mjs';
import { findRedis } from './find-program.mjs';

export default async function setUp({ testPathPatterns, rootDir }) {
  process.env.WILMA_TEST_REDIS ??= findRedis() ?? '';
  if (process.env.WILMA_TEST_PG) return;
  const chosen = testPathPatterns.toExecutor({ rootDir });
  const specs = ['apps', 'libs'].flatMap(filesBelow).filter((path) => path.endsWith('.spec.ts'));
  if (!specs.some((path) => chosen.isMatch(resolve(path)) && needsDatabase(path))) return;
  await buildPrograms({ say: () => undefined });
  const { startTestDatabase } = await import('./test-database.mjs');
  globalThis.testDatabase = await startTestDatabase();
}

/** Whole flows do; others say so by what they import. */
const needsDatabase = (path) =>
  /^apps\/\w+\/test\//.test(path) || readFileSync(path, 'utf8').includes('@wilma/testing');
