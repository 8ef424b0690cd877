import { program } from './program.js';

await program.parseAsync(process.argv.slice(2), { from: 'user' });
