import { Locale } from '@wilma/domain';
import { Command, CommanderError, Option } from 'commander';
import type { CoordinatorOptions } from './create-coordinator.command.js';

const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** Does what an operator asks for. @returns the exit code: 0 done, 1 failed, 2 wrong usage */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    // Commander has said so already; asking for help is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    console.error(error instanceof Error ? error.message : error);
    return EXIT.failed;
  }
}

/** Each command loads what it needs when it is called, so that help is at hand at once. */
const program = new Command('wilma')
  .description("Operators' commands. Settings are environment variables, see .env.example.")
  .showHelpAfterError('(see --help)')
  .exitOverride();

program
  .command('migrate')
  .description('bring the database to the present: tables, vocabulary, programmes')
  .action(async () => (await import('./migrate.command.js')).migrate());

program
  .command('drift')
  .description('fail where entities and migrations have drifted apart')
  .action(async () => (await import('./migrate.command.js')).checkDrift());

program
  .command('seed-demo')
  .description('load the example data into an empty database')
  .action(async () => (await import('./seed-demo.command.js')).seedDemo());

program
  .command('create-coordinator')
  .description('make somebody a coordinator, with a new account where there is none')
  .argument('<email>', 'address to sign in with')
  .option('--name <name>', 'name of the person, for a new account')
  .addOption(
    new Option('--locale <locale>', 'language of a new account')
      .choices(Object.keys(Locale))
      .default(Locale.de),
  )
  .option('--admin', 'make them an administrator')
  .action(
    async (email: string, { admin, ...options }: CoordinatorOptions & { admin?: boolean }) => {
      const { createCoordinator } = await import('./create-coordinator.command.js');
      await createCoordinator(email, { ...options, role: admin ? 'ADMIN' : 'COORDINATOR' });
    },
  );

program
  .command('recompute')
  .description('match published postings again')
  .option('--posting <id>', 'this one only')
  .action(async ({ posting }: { posting?: string }) => {
    await (await import('./recompute.command.js')).recompute(posting ?? null);
  });

program
  .command('judge')
  .description('judge pairs blind; a new folder is filled with what is published')
  .argument('<folder>', 'a collection: offers.jsonl, needs.jsonl, tags.jsonl, qrels.txt')
  .addOption(
    new Option('--locale <locale>', 'language of the questions')
      .choices(Object.keys(Locale))
      .default(Locale.de),
  )
  .action(async (folder: string, { locale }: { locale: Locale }) => {
    await (await import('./judge/judge.command.js')).judge(folder, locale);
  });

program
  .command('doctor')
  .description('check settings, database, queue, mail and what is stuck; 1 where something fails')
  .action(async () => (await import('./doctor.command.js')).doctor());

program
  .command('export')
  .description('write all data as JSON lines')
  .argument('<file>', 'where to, or - for standard output')
  .action(async (file: string) => (await import('./dump/export.command.js')).exportData(file));

program
  .command('import')
  .description('read what export has written, into a migrated and empty database')
  .argument('<file>', 'where from, or - for standard input')
  .action(async (file: string) => (await import('./dump/import.command.js')).importData(file));

program
  .command('vocabulary')
  .description('the vocabulary that comes with Wilma')
  .command('check')
  .description('check its rules and print what it holds')
  .argument('[folder]', 'evaluation data to measure it by')
  .action(async (folder?: string) => {
    await (await import('./vocabulary.command.js')).checkVocabulary(folder);
  });

program
  .command('backup')
  .description('copies of the database, which other programs make')
  .command('noted')
  .description('say that one was made just now, for administrators to see when')
  .action(async () => (await import('./backup.command.js')).noteBackup());

const audit = program.command('audit').description('whether what happened was changed afterwards');

audit
  .command('verify')
  .description('recompute the chain of all events; 1 where it is broken')
  .option('--head <seal>', 'a seal that was noted elsewhere and must still be in it')
  .action(async ({ head }: { head?: string }) => {
    await (await import('./audit.command.js')).verify(head ?? null);
  });

audit
  .command('head')
  .description('the last seal of the chain, to be noted elsewhere')
  .action(async () => (await import('./audit.command.js')).printHead());

program
  .command('erase')
  .description('erase whoever has an address, at once, with an account or without')
  .argument('<mail>', 'the address')
  .option('--dry-run', 'only say what would be erased')
  .action(async (mail: string, options: { dryRun?: boolean }) => {
    await (await import('./erase.command.js')).erase(mail, options);
  });

program
  .command('retention')
  .description('remove what was kept long enough, as each night does')
  .option('--dry-run', 'only say what would be removed')
  .action(async (options: { dryRun?: boolean }) => {
    await (await import('./retention.command.js')).retain(options);
  });

const erasures = program.command('erasures').description('who was erased, for restored backups');

erasures
  .command('list')
  .description('print them as JSON lines of pseudonyms, to be kept with each backup')
  .action(async () => (await import('./erase.command.js')).printErasures());

erasures
  .command('replay')
  .description('erase again whom a restored backup brought back')
  .argument('<file>', 'what list printed')
  .action(async (file: string) => (await import('./erase.command.js')).replayErasures(file));

const jobs = program.command('jobs').description('what the worker could not do');

jobs
  .command('list')
  .description('parked jobs, the newest first')
  .action(async () => (await import('./jobs.command.js')).listJobs());

jobs
  .command('retry')
  .description('try a parked job again, or all of them')
  .argument('[id]', 'id of the job')
  .option('--all', 'all parked jobs')
  .action(async (id: string | undefined, { all }: { all?: boolean }, command: Command) => {
    if ((id === undefined) === (all !== true)) command.error('name one job, or --all');
    await (await import('./jobs.command.js')).retryJobs(id ?? null);
  });

jobs
  .command('drop')
  .description('give a parked job up: its effect will never come')
  .argument('<id>', 'id of the job')
  .action(async (id: string) => (await import('./jobs.command.js')).dropJob(id));
