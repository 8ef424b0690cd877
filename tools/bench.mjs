// `npm run bench -- …`: measures with durable settings, on a new database unless DATABASE_URL is set.
import { build, install } from './ensure.mjs';
import { runNode } from './processes.mjs';
import { asProgram } from './program.mjs';

await asProgram(async (signal, afterwards) => {
  await install({ signal });
  await build({ signal });
  const { startTemporaryPostgres } = await import('./embedded-postgres.mjs');
  const { testEnvironment } = await import('./test-database.mjs');
  const env = { ...testEnvironment, ...process.env };
  if (!env.DATABASE_URL) {
    const database = await startTemporaryPostgres({ fast: false });
    afterwards(database.stop);
    env.DATABASE_URL = database.url();
    await runNode(['dist/apps/cli/src/main.js', 'migrate'], { env, signal });
  }
  const bench = ['dist/apps/cli/src/bench.js', ...process.argv.slice(2)];
  await runNode(bench, { env, signal, stdio: 'inherit' });
});
