import { checkDrift, migrate } from './migrate.command.js';
import { seedDemo } from './seed-demo.command.js';
import { checkVocabulary } from './vocabulary.command.js';

/** Operators' commands by name. */
const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  migrate,
  drift: checkDrift,
  'seed-demo': seedDemo,
  vocabulary: () => checkVocabulary(process.argv[3]),
};

const [name = ''] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  console.error(`usage: wilma ${Object.keys(COMMANDS).join(' | ')}`);
  process.exitCode = 2;
} else {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
