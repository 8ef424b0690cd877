// `npm run screens`: pictures of twelve screens with demo data, on a desktop and on a phone, in
// light and dark colours; docs/screens is written anew.
import { build, install } from './ensure.mjs';
import { asProgram } from './program.mjs';

const say = console.error;

await asProgram(async (signal) => {
  await install({ say, signal });
  await build({ say, signal });
  // Imported only now: its packages are there after the installation.
  const { run } = await import('./screens/run.mjs');
  await run({ signal, say });
});
