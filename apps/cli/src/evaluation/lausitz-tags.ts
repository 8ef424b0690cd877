import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TagGraph } from '@wilma/domain';
import { CONFIDENT, germanSplitter, type SuggestedTag, suggestTags } from '@wilma/matching';
import { readVocabulary, squash } from '@wilma/taxonomy';
import { z } from 'zod';
import { exists, readRows } from './collection.js';
import { mean } from './measures.js';

const row = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
  concepts: z.array(z.string()).optional(),
});
type Row = z.infer<typeof row>;

const JUDGED = 5;

/**
 * Prints how well tags of the product's own vocabulary meet the subjects of invented texts, which
 * nonsense it is confident about, and how many compounds it splits as a reader would.
 */
export async function reportLausitzTags(folder: string): Promise<void> {
  if (!(await exists(folder))) {
    console.log(`no evaluation data in ${folder}: not measured`);
    return;
  }
  const graph = new TagGraph(await readVocabulary());
  const suggest = ({ title, text }: Row): SuggestedTag[] =>
    suggestTags(graph, `${title}\n\n${text}`, { first: JUDGED });
  const read = async (name: string): Promise<Row[]> =>
    (await exists(join(folder, name))) ? readRows(join(folder, name), row) : [];

  const rows = [...(await read('offers.jsonl')), ...(await read('needs.jsonl'))];
  const recall = rows.flatMap(({ concepts = [], ...rest }) =>
    concepts.length === 0 ? [] : [shareMet(graph, concepts, suggest(rest))],
  );
  console.log(`suggested tags: R@${JUDGED} ${mean(recall).toFixed(3)}  (${recall.length} texts)`);

  for (const nonsense of await read('nonsense.jsonl')) {
    const sure = suggest(nonsense).filter(({ score }) => score >= CONFIDENT);
    const tags = sure.map(({ tag, score }) => `${tag} ${score}`).join(', ');
    console.log(`nonsense ${nonsense.id}: ${tags || 'no tag with confidence'}`);
  }
  await reportCompounds(join(folder, 'compounds.tsv'));
}

/** A subject is met where it is a label or synonym of a suggested tag. */
function shareMet(
  graph: TagGraph,
  concepts: readonly string[],
  suggested: readonly SuggestedTag[],
): number {
  const words = new Set(
    suggested.flatMap(({ tag }) => {
      const concept = graph.get(tag);
      if (concept === undefined) return [];
      const { label, synonyms } = concept;
      return [label.de, label.en, ...synonyms.de, ...synonyms.en].map(squash);
    }),
  );
  return concepts.filter((concept) => words.has(squash(concept))).length / concepts.length;
}

async function reportCompounds(file: string): Promise<void> {
  if (!(await exists(file))) return;
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('\t'));
  const wrong = lines.filter((line) => {
    const [word = '', split = ''] = line.split('\t');
    return germanSplitter().split(word).join(' ') !== split.trim();
  });
  const right = lines.length - wrong.length;
  console.log(`compounds split as given: ${right} of ${lines.length}`);
  for (const line of wrong) {
    const [word = '', split = ''] = line.split('\t');
    console.log(`  ${word}: ${germanSplitter().split(word).join(' ')}, not ${split}`);
  }
}
