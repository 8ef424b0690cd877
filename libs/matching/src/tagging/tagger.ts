import type { Locale, TagGraph } from '@wilma/domain';
import { CompoundSplitter } from '../text/compound-splitter.js';
import { languageOf } from '../text/language.js';
import { likelihood } from './ensemble.js';
import { lexicalScore } from './lexical-score.js';
import type { ReadText } from './mentions.js';
import { TagFinder } from './tag-finder.js';
import type { TaggedText } from './training.js';

/** A tag that a text is about. */
export interface SuggestedTag {
  /** Id of the tag. */
  readonly tag: string;
  /** Above 0, at most 1. */
  readonly score: number;
  /** The words of the text that speak for it, as they are written there. */
  readonly evidence: string;
}

export interface Suggesting {
  /** The language of the text; it is found out by default. */
  readonly locale?: Locale | undefined;
  /** How many tags at most. */
  readonly first: number;
}

/** From this score on a suggestion may be taken without asking; prose without a subject has none. */
export const CONFIDENT = 0.5;

/** Shares of a tag's score that what is next to it in the vocabulary gets: it may be meant, too. */
const SHARED = { broader: 0.3, root: 0.1, related: 0.1, narrower: 0.05 } as const;
/** A lexical score of which half is certain. */
const HALF = 10;
/** Texts get a tag of a lower likelihood once in eighty times: it is not worth showing. */
const UNLIKELY = 0.012;
/** Prose has function words; a text of this many words without them has no subject. */
const PROSE = { words: 15, share: 0.15, otherwise: 0.2 } as const;

/** Suggests the tags of a vocabulary for texts. */
export class Tagger {
  private readonly finder: TagFinder;

  /** @param training texts of the same kind whose tags people chose, if there are any */
  constructor(
    private readonly graph: TagGraph,
    training: readonly TaggedText[] = [],
    splitter: CompoundSplitter = germanSplitter(),
  ) {
    this.finder = new TagFinder(graph, splitter, training);
  }

  /** Better ones first, each once. */
  suggest(text: string, { locale, first }: Suggesting): SuggestedTag[] {
    const read = this.finder.read(text, locale);
    const found =
      this.finder.training === null ? this.byWords(read) : this.byWordsAndTraining(read);
    const trust = trustIn(read);
    return found
      .map((one) => ({ ...one, score: Math.round(one.score * trust * 1000) / 1000 }))
      .filter(({ score, evidence }) => score > 0 && evidence !== '')
      .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1))
      .slice(0, first);
  }

  private byWordsAndTraining(read: ReadText): SuggestedTag[] {
    return this.finder
      .candidates(read)
      .map(({ tag, features, evidence }) => ({ tag, score: likelihood(features), evidence }))
      .filter(({ score }) => score >= UNLIKELY);
  }

  private byWords(read: ReadText): SuggestedTag[] {
    const scores = new Map<string, { score: number; evidence: string }>();
    const candidates = this.finder
      .candidates(read)
      .map(({ tag, features, evidence }) => ({ tag, evidence, score: lexicalScore(features) }))
      .sort((a, b) => b.score - a.score || (a.tag < b.tag ? -1 : 1));
    const give = (tag: string, score: number, evidence: string): void => {
      const known = scores.get(tag);
      if (known === undefined) scores.set(tag, { score, evidence });
      else known.score += score;
    };
    for (const { tag, score, evidence } of candidates) give(tag, score, evidence);
    for (const { tag, score, evidence } of candidates) {
      for (const other of this.graph.broader(tag)) {
        give(other, score * (this.graph.isRoot(other) ? SHARED.root : SHARED.broader), evidence);
      }
      for (const other of this.graph.related(tag)) give(other, score * SHARED.related, evidence);
      for (const other of this.graph.narrower(tag)) give(other, score * SHARED.narrower, evidence);
    }
    return [...scores].map(([tag, { score, evidence }]) => ({
      tag,
      score: score / (score + HALF),
      evidence,
    }));
  }
}

function trustIn({ text, words }: ReadText): number {
  if (words.length < PROSE.words) return 1;
  return languageOf(text).share < PROSE.share ? PROSE.otherwise : 1;
}

let splitter: CompoundSplitter | undefined;

/** One for all, since its list of words takes longer to read than most texts. */
export function germanSplitter(): CompoundSplitter {
  splitter ??= new CompoundSplitter();
  return splitter;
}

/** A graph never changes, and reading its thousands of words takes longer than any text. */
const taggers = new WeakMap<TagGraph, Tagger>();

/** Tags of a vocabulary for a text, better ones first, by the words of their labels and synonyms. */
export function suggestTags(graph: TagGraph, text: string, how: Suggesting): SuggestedTag[] {
  const tagger = taggers.get(graph) ?? new Tagger(graph);
  taggers.set(graph, tagger);
  return tagger.suggest(text, how);
}
