import type { Mention, ReadText } from './mentions.js';
import type { Vote } from './neighbours.js';

/** What is known of a tag, whatever the text. */
export interface TagFacts {
  /** Steps below the top of the vocabulary. */
  readonly depth: number;
  /** How rare the words of a phrase are: mean logarithm. */
  readonly rarity: number;
  /** Tags that have a phrase of the same words. */
  readonly sharers: number;
  /** Texts that people tagged: with the tag, with a mention of it, with both. */
  readonly tagged: number;
  readonly mentioned: number;
  readonly both: number;
}

export interface Candidate {
  readonly mentions: readonly Mention[];
  readonly facts: TagFacts;
  readonly vote: Vote | undefined;
  /** Of its mentions, the share that stands within a longer phrase of another tag. */
  readonly covered: number;
}

/** In the order of what `featuresOf` returns; all are meant to grow with how well a tag fits. */
export const FEATURES = [
  'exact',
  'loose',
  'head',
  'modifier',
  'early',
  'first place',
  'spread',
  'in title',
  'share of mentions',
  'words of phrase',
  'letters of phrase',
  'rarity',
  'sharers',
  'preferred',
  'native',
  'covered',
  'depth',
  'length of text',
  'keyphraseness',
  'mentions known',
  'times tagged',
  'neighbours',
  'nearest neighbour',
  'told by a word',
  'told by words',
] as const;

/** Pseudo-counts: a word that is never seen is taken for what one word in fifty is. */
const PRIOR = { both: 0.2, mentioned: 10 };

export function featuresOf(candidate: Candidate, read: ReadText, most: number): number[] {
  const { mentions, facts, vote, covered } = candidate;
  const count = (kind: Mention['kind']): number =>
    Math.log1p(new Set(mentions.filter((one) => one.kind === kind).map(({ first }) => first)).size);
  const firsts = mentions.map(({ first }) => first);
  const length = Math.max(1, read.words.length);
  const first = firsts.length === 0 ? length : Math.min(...firsts);
  const longest = mentions.reduce<Mention['phrase'] | null>(
    (best, { phrase }) => (best === null || phrase.text.length > best.text.length ? phrase : best),
    null,
  );
  return [
    count('EXACT'),
    count('LOOSE'),
    count('HEAD'),
    count('MODIFIER'),
    1 / (1 + first / 20),
    1 - first / length,
    firsts.length === 0 ? 0 : (Math.max(...firsts) - first) / length,
    first < read.titleWords ? 1 : 0,
    new Set(firsts).size / Math.max(1, most),
    longest?.atoms.length ?? 0,
    Math.log1p(longest?.text.length ?? 0),
    facts.rarity,
    Math.log(facts.sharers),
    mentions.some(({ phrase }) => phrase.isPreferred) ? 1 : 0,
    mentions.some(({ phrase }) => phrase.isNative) ? 1 : 0,
    covered,
    Math.min(facts.depth, 4),
    Math.log(length),
    Math.log((facts.both + PRIOR.both) / (facts.mentioned + PRIOR.mentioned)),
    Math.log1p(facts.mentioned),
    Math.log1p(facts.tagged),
    vote?.share ?? 0,
    vote?.nearest ?? 0,
    vote?.told ?? 0,
    vote?.together ?? 0,
  ];
}
