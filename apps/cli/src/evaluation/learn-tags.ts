import { join } from 'node:path';
import type { TagGraph } from '@wilma/domain';
import { germanSplitter, TagFinder } from '@wilma/matching';
import { boost, type Examples, type Model, type Tree } from './boosting.js';
import { type Labelled, readTexts, readVocabularyRows } from './tag-collection.js';

const TREES = 80;
/** Of the tags that a text does not carry, one in so many is learnt from. */
const ONE_IN = 17;
/** Texts that are learnt from, of each collection: more do not make it better. */
const TEXTS = 2800;

/**
 * Learns how much what is known of a tag and a text says, from the collections of library records,
 * each text without its own tags. @returns the module that the tagger reads
 */
export async function learnTags(folder: string): Promise<string> {
  const examples: { features: number[][]; answers: number[] } = { features: [], answers: [] };
  const from = async (vocabulary: string, texts: string): Promise<void> => {
    console.error(`reading ${texts} by ${vocabulary} …`);
    const graph = await readVocabularyRows(join(folder, vocabulary));
    collect(examples, graph, await readTexts(join(folder, texts)));
  };
  await from('transport/tags.jsonl', 'transport/offers.jsonl');
  await from('tibkat/tags.jsonl', 'tibkat/train.jsonl');
  await from('tibkat/tags-600.jsonl', 'tibkat/train.jsonl');
  console.error(`learning from ${examples.answers.length} examples …`);
  return moduleOf(boost(examples, TREES));
}

function collect(
  examples: { features: (readonly number[])[]; answers: number[] } & Examples,
  graph: TagGraph,
  texts: readonly Labelled[],
): void {
  const finder = new TagFinder(graph, germanSplitter(), texts);
  const step = Math.max(1, Math.round(texts.length / TEXTS));
  let seen = 0;
  for (const { id, text, tags } of texts.filter((_one, at) => at % step === 0)) {
    for (const { tag, features } of finder.candidates(finder.read(text), id)) {
      seen += 1;
      const isRight = tags.includes(tag);
      if (!isRight && seen % ONE_IN !== 0) continue;
      examples.features.push(features);
      examples.answers.push(Number(isRight));
    }
  }
}

const written = (tree: Tree): string =>
  typeof tree === 'number'
    ? `=${tree}`
    : `${tree.feature}<${tree.below} ${written(tree.less)} ${written(tree.more)}`;

const moduleOf = ({ base, trees }: Model): string => `/**
 * Boosted trees, one a line, for what \`features.ts\` tells of a tag and a text: written by
 * \`npm run -s eval -- learn-tags\`, read by \`ensemble.ts\`.
 */
export const BASE = ${(base - Math.log(ONE_IN)).toFixed(3)};
export const TREES = \`
${trees.map(written).join('\n')}\`;
`;
