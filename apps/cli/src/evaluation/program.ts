import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { TagOptions } from './tagging.js';

/** What measures the matcher; each command loads what it needs. */
export const program = new Command('eval')
  .description('Measures the matcher on collections; without a command on all development sets.')
  .action(async () => (await import('./report.js')).report());

program
  .command('rank')
  .description("let the matcher answer a collection's needs")
  .requiredOption('--collection <folder>', 'folder with offers.jsonl, tags.jsonl and the needs')
  .option('--needs <file>', 'needs in that folder or elsewhere', 'needs.jsonl')
  .addOption(
    new Option('--signals <which>', 'tags: without comparing full texts')
      .choices(['tags', 'all'])
      .default('all'),
  )
  .requiredOption('--out <file>', "where to write the run, in TREC's format")
  .action(async ({ collection, needs, signals, out }: RankOptions) => {
    const [{ readCollection }, { asTrecRun, matchAll }] = await Promise.all([
      import('./collection.js'),
      import('./matcher.js'),
    ]);
    await writeFile(out, asTrecRun(matchAll(await readCollection(collection, needs), signals)));
  });

program
  .command('tag')
  .description('let the tagger suggest tags of a vocabulary for documents')
  .requiredOption('--vocabulary <file>', 'tags with their labels, one JSON object a line')
  .option('--train <file>', 'documents whose tags people chose')
  .requiredOption('--documents <file>', 'documents with title and text')
  .requiredOption('--out <file>', 'where to write {id, tags: [{tag, score}]}, at most 10 tags each')
  .action(async ({ out, ...options }: TagOptions & { readonly out: string }) => {
    const { tagDocuments } = await import('./tagging.js');
    await writeFile(out, await tagDocuments(options));
  });

program
  .command('lausitz')
  .description('measure on the texts that were invented for the region')
  .option('--dir <folder>', 'folder with the texts', '../shared/data/lausitz')
  .action(async ({ dir }: { readonly dir: string }) => {
    const { exists } = await import('./collection.js');
    if (!(await exists(dir))) return console.log(`no evaluation data in ${dir}: not measured`);
    const { reportLausitzRanking } = await import('./lausitz-ranking.js');
    await reportLausitzRanking(dir);
    const { reportLausitzTags } = await import('./lausitz-tags.js');
    await reportLausitzTags(dir);
  });

program
  .command('learn-tags')
  .description("learn the tagger's trees anew from the collections of library records")
  .option('--dir <folder>', 'folder with the collections', '../shared/data')
  .option('--out <file>', 'where to write them', 'libs/matching/src/tagging/ensemble-trees.ts')
  .action(async ({ dir, out }: { readonly dir: string; readonly out: string }) => {
    const { learnTags } = await import('./learn-tags.js');
    await writeFile(out, await learnTags(dir));
  });

program
  .command('learning')
  .description(
    'what feedback within a need is worth, and what the gate of the weights lets through',
  )
  .option('--dir <folder>', 'folder with the collections', '../shared/data')
  .action(async ({ dir }: { readonly dir: string }) => {
    const { reportLearning } = await import('./learning.js');
    await reportLearning(dir);
  });

interface RankOptions {
  readonly collection: string;
  readonly needs: string;
  readonly signals: 'all' | 'tags';
  readonly out: string;
}
