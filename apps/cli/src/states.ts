// Writes the tables of states to docs/states.md.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statesDocument } from './states-document.js';

await writeFile(join(process.cwd(), 'docs/states.md'), statesDocument());
