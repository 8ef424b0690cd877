// `npm run migration:generate -- add-programmes`: writes what the entities have and the migrations
// lack as a new migration.
import { build, install } from './ensure.mjs';
import { runNode } from './processes.mjs';
import { asProgram, Refusal } from './program.mjs';

await asProgram(async (signal, afterwards) => {
  const [name] = process.argv.slice(2);
  if (!/^[a-z0-9-]+$/.test(name ?? '')) {
    throw new Refusal(
      'Name the migration in kebab-case: npm run migration:generate -- add-programmes',
    );
  }
  await install({ signal });
  await build({ signal });
  const { startTestDatabase, template } = await import('./test-database.mjs');
  const database = await startTestDatabase({ signal });
  afterwards(database.stop);
  const typeorm = 'node_modules/typeorm/cli.js';
  const target = `libs/platform/src/migrations/${name}`;
  const source = ['--dataSource', 'dist/apps/cli/src/data-source.js', '--pretty', '--esm'];
  const env = { ...process.env, DATABASE_URL: database.url(template) };
  await runNode([typeorm, 'migration:generate', target, ...source], {
    env,
    signal,
    stdio: 'inherit',
  });
});
