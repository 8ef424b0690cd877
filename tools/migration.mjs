// `npm run migration:generate -- add-programmes`: writes what the entities have and the migrations
// lack as a new migration.
import { buildPrograms, install } from './ensure.mjs';
import { runNode } from './processes.mjs';
import { asProgram, Refusal } from './program.mjs';

const example = 'npm run migration:generate -- add-programmes';

await asProgram(async (signal, afterwards) => {
  const [name] = process.argv.slice(2);
  if (!/^[a-z0-9-]+$/.test(name ?? '')) throw new Refusal(`Name it in kebab-case: ${example}`);
  await install({ signal });
  await buildPrograms({ signal });
  const { startTemporaryPostgres } = await import('./embedded-postgres.mjs');
  const { testEnvironment } = await import('./test-database.mjs');
  const database = await startTemporaryPostgres({ fast: true });
  afterwards(database.stop);

  // Not `cli migrate`: it loads the vocabulary, which may need the columns that are to come.
  process.env.DATABASE_URL = database.url();
  const { migrateAuth } = await import('../dist/libs/identity/src/index.js');
  const { readConfig } = await import('../dist/libs/platform/src/index.js');
  await migrateAuth(readConfig({ ...process.env, ...testEnvironment }));
  await typeOrm(['migration:run'], signal);
  const folder = 'libs/platform/src/migrations';
  console.log(await typeOrm(['migration:generate', `${folder}/${name}`, '--pretty'], signal));
  await runNode(['node_modules/eslint/bin/eslint.js', '--fix', folder], { signal });
  await runNode(['node_modules/prettier/bin/prettier.cjs', '--write', folder], { signal });
});

function typeOrm(command, signal) {
  const source = ['--dataSource', 'dist/apps/cli/src/data-source.js'];
  return runNode(['node_modules/typeorm/cli.js', ...command, ...source], { signal });
}
