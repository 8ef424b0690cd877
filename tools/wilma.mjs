#!/usr/bin/env node
// `npx wilma …`: the operators' commands. Without DATABASE_URL they act on the Wilma that
// `npm start` runs on this folder.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist/programs/cli.js');

if (!existsSync(program)) {
  console.error('Wilma is not built yet: `npm run build`, or `npm start`.');
  process.exit(1);
}
if (!process.env.DATABASE_URL) takeOver(resolve(root, process.env.DATA_DIR || '.data'));
await import(pathToFileURL(program));

/** Takes the settings of the running Wilma where the environment has none of its own. */
function takeOver(dataFolder) {
  const file = join(dataFolder, 'settings.json');
  const settings = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const [name, value] of Object.entries(settings)) process.env[name] ||= value;
}
