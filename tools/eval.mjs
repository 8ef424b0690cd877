// `npm run -s eval`: how good the matcher is, measured on collections with known answers.
// `npm run -s eval -- help` lists what else can be measured. Progress goes to standard error.
import { buildPrograms, install, root } from './ensure.mjs';
import { asProgram } from './program.mjs';
import { runNode } from './processes.mjs';

await asProgram(async (signal) => {
  await install({ say: console.error, signal });
  await buildPrograms({ say: console.error, signal });
  const program = `${root}/dist/apps/cli/src/evaluation/main.js`;
  await runNode([program, ...process.argv.slice(2)], { signal, stdio: 'inherit' });
});
