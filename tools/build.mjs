// `npm run build`
import { build, install } from './ensure.mjs';
import { asProgram } from './program.mjs';

await asProgram(async (signal) => {
  await install({ signal });
  await build({ signal });
});
