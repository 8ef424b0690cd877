import type { TagGraph } from '@wilma/domain';
import type { Lexicon } from './lexicon.js';
import type { MatchPosting } from './posting.js';

/** Tags with how sure it is that the posting is about them, in thousandths. */
export type SureTags = ReadonlyMap<string, number>;

const SURE = 1000;

export interface PostingTags {
  /** What its owner chose. */
  readonly given: SureTags;
  /** The same and what stands in its texts. */
  readonly read: SureTags;
}

function readTags({ tags, words }: MatchPosting, lexicon: Lexicon): PostingTags {
  const given = new Map(tags.map(({ tag }) => [tag, SURE]));
  if (words === undefined) return { given, read: given };
  return { given, read: new Map([...lexicon.textOf(words).tags, ...given]) };
}

/** Stems of the labels of tags, in every language, each with the most of what its tags count. */
export function labelsOf(tags: ReadonlyMap<string, number>, lexicon: Lexicon): Map<string, number> {
  const found = new Map<string, number>();
  for (const [tag, count] of tags) {
    for (const term of lexicon.labelTerms(tag)) {
      found.set(term, Math.max(count, found.get(term) ?? 0));
    }
  }
  return found;
}

/** How often a term counts in a text: in the title twice, in the label of a given tag so often. */
const IN_TITLE = 2;
const IN_LABEL = 1.5;

export interface PostingTerms {
  /** Terms with how often they count. */
  readonly counts: ReadonlyMap<string, number>;
  /** Of the texts alone: a tag more must not make what they say count less. */
  readonly length: number;
}

function countWords(posting: MatchPosting, lexicon: Lexicon): PostingTerms {
  const counts = new Map<string, number>();
  if (posting.words === undefined) return { counts, length: 0 };
  const add = (terms: readonly string[], times: number): void => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + times);
  };
  const { title, text, tags } = lexicon.textOf(posting.words);
  add(title, IN_TITLE);
  add(text, 1);
  for (const tag of new Set(posting.tags.map((one) => one.tag))) {
    add(lexicon.labelTerms(tag), IN_LABEL);
  }
  for (const [term, permille] of labelsOf(tags, lexicon)) add([term], permille / SURE);
  return { counts, length: IN_TITLE * title.length + text.length };
}

interface Known {
  readonly tags: PostingTags;
  readonly words: PostingTerms;
}

/** By vocabulary and posting: the same posting is compared with many others, again and again. */
const known = new WeakMap<Lexicon, WeakMap<MatchPosting, Known>>();

function knownOf(posting: MatchPosting, lexicon: Lexicon): Known {
  const ofLexicon = known.get(lexicon) ?? new WeakMap<MatchPosting, Known>();
  known.set(lexicon, ofLexicon);
  const found = ofLexicon.get(posting) ?? {
    tags: readTags(posting, lexicon),
    words: countWords(posting, lexicon),
  };
  ofLexicon.set(posting, found);
  return found;
}

export const tagsOf = (posting: MatchPosting, lexicon: Lexicon): PostingTags =>
  knownOf(posting, lexicon).tags;

/**
 * The words of a posting: of its texts, and of its tags in every language. None where it has no
 * texts.
 */
export const wordsOf = (posting: MatchPosting, lexicon: Lexicon): PostingTerms =>
  knownOf(posting, lexicon).words;

/** The fields that it names, else the roots above its tags. */
export function fieldsOf({ fields, tags }: MatchPosting, graph: TagGraph): Set<string> {
  return new Set(fields ?? tags.flatMap(({ tag }) => rootsAbove(tag, graph)));
}

function rootsAbove(tag: string, graph: TagGraph): string[] {
  const seen = new Set<string>();
  const open = graph.has(tag) ? [graph.resolve(tag)] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...graph.broader(id));
  }
  return [...seen].filter((id) => graph.isRoot(id));
}
