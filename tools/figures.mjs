// `npm run figures`: what the pages weigh and how fast they are, in a Chromium on a slow network and
// a slow processor; `npm run figures -- --large` with 10,000 postings and 50,000 matches.
// The tables go to standard output, progress to standard error.
import { build, install } from './ensure.mjs';
import { asProgram } from './program.mjs';

const say = console.error;

await asProgram(async (signal) => {
  await install({ say, signal });
  await build({ say, signal });
  // Imported only now: its packages are there after the installation.
  const { run } = await import('./figures/run.mjs');
  await run(process.argv.slice(2), { signal, say });
});
