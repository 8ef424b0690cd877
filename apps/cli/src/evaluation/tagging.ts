import { join } from 'node:path';
import type { TagGraph } from '@wilma/domain';
import { type SuggestedTag, Tagger } from '@wilma/matching';
import { exists } from './collection.js';
import { mean } from './measures.js';
import { type Labelled, readTexts, readVocabularyRows } from './tag-collection.js';

/** Suggested for a text at most, and of those that a measure looks at. */
const LISTED = 10;
const JUDGED = 5;
const FOLDS = 5;

export type Suggested = readonly (readonly SuggestedTag[])[];

export interface TagOptions {
  readonly vocabulary: string;
  readonly train?: string;
  readonly documents: string;
}

/** Lets the product's tagger read documents: JSON lines `{ id, tags: [{ tag, score }] }`. */
export async function tagDocuments(options: TagOptions): Promise<string> {
  const graph = await readVocabularyRows(options.vocabulary);
  const training = options.train === undefined ? [] : await readTexts(options.train);
  const documents = await readTexts(options.documents);
  const suggested = suggestFor(graph, training, documents);
  return documents
    .map(({ id }, at) => {
      const tags = (suggested[at] ?? []).map(({ tag, score }) => ({ tag, score }));
      return `${JSON.stringify({ id, tags })}\n`;
    })
    .join('');
}

function suggestFor(
  graph: TagGraph,
  training: readonly Labelled[],
  documents: readonly Labelled[],
): Suggested {
  const tagger = new Tagger(graph, training);
  return documents.map(({ text }) => tagger.suggest(text, { first: LISTED }));
}

/** Of each text the harmonic mean of precision and recall of the first five tags. */
export const f1 = (suggested: Suggested, documents: readonly Labelled[]): number[] =>
  documents.map(({ tags }, at) => {
    const first = (suggested[at] ?? []).slice(0, JUDGED);
    const met = first.filter(({ tag }) => tags.includes(tag)).length;
    return met === 0 ? 0 : (2 * met) / (first.length + new Set(tags).size);
  });

/** Prints F1@5 of the tagger on the collections of library records. */
export async function reportTagging(folder: string): Promise<void> {
  const tibkat = join(folder, 'tibkat');
  if (!(await exists(tibkat))) return;
  const training = await readTexts(join(tibkat, 'train.jsonl'));
  const documents = await readTexts(join(tibkat, 'dev.jsonl'));
  for (const name of ['tags.jsonl', 'tags-600.jsonl']) {
    const graph = await readVocabularyRows(join(tibkat, name));
    // Subjects outside the vocabulary cannot be suggested: only those within count.
    const known = documents
      .map((one) => ({ ...one, tags: one.tags.filter((tag) => graph.has(tag)) }))
      .filter(({ tags }) => tags.length > 0);
    for (const [what, texts] of [
      ['labels alone', []],
      ['with training', training],
    ] as const) {
      say(`tibkat ${name}, ${what}`, f1(suggestFor(graph, texts, known), known));
    }
  }
  await reportTransport(join(folder, 'transport'));
}

async function reportTransport(folder: string): Promise<void> {
  const graph = await readVocabularyRows(join(folder, 'tags.jsonl'));
  const documents = await readTexts(join(folder, 'offers.jsonl'));
  const suggested: (readonly SuggestedTag[])[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = (at: number): boolean => at % FOLDS === fold;
    const held = documents.filter((_one, at) => isHeld(at));
    const rest = documents.filter((_one, at) => !isHeld(at));
    const found = suggestFor(graph, rest, held);
    documents.forEach((_one, at) => {
      if (isHeld(at)) suggested[at] = found[Math.floor(at / FOLDS)] ?? [];
    });
  }
  const values = f1(suggested, documents);
  for (const lang of ['de', 'en']) {
    const of = values.filter((_value, at) => documents[at]?.lang === lang);
    say(`transport ${lang}, ${FOLDS} folds`, of);
  }
}

const say = (what: string, values: readonly number[]): void =>
  console.log(`${what.padEnd(40)} F1@5 ${mean(values).toFixed(3)}  (${values.length} texts)`);
