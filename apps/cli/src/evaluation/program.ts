import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';

/** What measures the matcher; each command loads what it needs. */
export const program = new Command('eval')
  .description('Measures the matcher on collections; without a command on all development sets.')
  .action(async () => (await import('./report.js')).report());

program
  .command('rank')
  .description("let the matcher answer a collection's needs")
  .requiredOption('--collection <folder>', 'folder with offers.jsonl, tags.jsonl and the needs')
  .option('--needs <file>', 'needs in that folder or elsewhere', 'needs.jsonl')
  .requiredOption('--out <file>', "where to write the run, in TREC's format")
  .action(async ({ collection, needs, out }: RankOptions) => {
    const [{ readCollection }, { asTrecRun, matchAll }] = await Promise.all([
      import('./collection.js'),
      import('./matcher.js'),
    ]);
    await writeFile(out, asTrecRun(matchAll(await readCollection(collection, needs))));
  });

interface RankOptions {
  readonly collection: string;
  readonly needs: string;
  readonly out: string;
}
