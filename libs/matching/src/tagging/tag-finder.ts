import { type Locale, type TagGraph } from '@wilma/domain';
import { termsOf } from '../text/analysis.js';
import type { CompoundSplitter } from '../text/compound-splitter.js';
import { languageOf } from '../text/language.js';
import { featuresOf, type TagFacts } from './features.js';
import { evidenceOf, type Mention, mentionsIn, type ReadText, readText } from './mentions.js';
import type { Vote } from './neighbours.js';
import { PhraseIndex } from './phrase-index.js';
import { type TaggedText, Training } from './training.js';

/** A tag that a text may be about, and what speaks for it. */
export interface TagCandidate {
  readonly tag: string;
  /** In the order of `FEATURES`. */
  readonly features: readonly number[];
  /** The words of the text that speak for it, as they are written there. */
  readonly evidence: string;
}

const KINDS: readonly Mention['kind'][] = ['EXACT', 'LOOSE', 'HEAD', 'MODIFIER'];
const NOTHING_LEARNT = { both: 0, mentioned: 0, tagged: 0 };

/** Finds the tags of a vocabulary that a text may be about. A vocabulary never changes. */
export class TagFinder {
  private readonly indexes = new Map<Locale, PhraseIndex>();
  private readonly depths = new Map<string, number>();
  readonly training: Training | null;

  /** @param training texts of the same kind whose tags people chose, if there are any */
  constructor(
    readonly graph: TagGraph,
    private readonly splitter: CompoundSplitter,
    training: readonly TaggedText[] = [],
  ) {
    const reader = {
      read: (text: string) => this.read(text),
      termsOf: (read: ReadText) => this.termsOf(read),
      mentionsIn: (read: ReadText) => mentionsIn(read, this.indexOf(read.locale)),
    };
    this.training = training.length === 0 ? null : new Training(graph, training, reader);
  }

  /** @param locale the language of the text; it is found out by default */
  read(text: string, locale: Locale = languageOf(text).locale): ReadText {
    return readText(text, locale, this.splitter);
  }

  /** @param but the id of a training text that is left out: itself, when the tagger learns */
  candidates(read: ReadText, but?: string): TagCandidate[] {
    const index = this.indexOf(read.locale);
    const mentions = mentionsIn(read, index);
    const votes = this.training?.votesFor(this.termsOf(read), but) ?? new Map<string, Vote>();
    const coverage = coverageOf(read, mentions);
    const most = Math.max(1, ...[...mentions.values()].map(placesOf));
    return [...new Set([...mentions.keys(), ...votes.keys()])].map((tag) => {
      const found = mentions.get(tag) ?? [];
      const vote = votes.get(tag);
      const features = featuresOf(
        {
          mentions: found,
          vote,
          ...coveredShare(found, coverage),
          facts: this.factsOf(tag, { found, index, but }),
        },
        read,
        most,
      );
      return { tag, features, evidence: bestEvidence(found, read, vote) };
    });
  }

  private factsOf(
    tag: string,
    about: {
      readonly found: readonly Mention[];
      readonly index: PhraseIndex;
      readonly but?: string | undefined;
    },
  ): TagFacts {
    const phrase = about.found[0]?.phrase;
    return {
      depth: this.depthOf(tag),
      rarity: phrase === undefined ? 0 : about.index.rarityOf(phrase),
      sharers: phrase === undefined ? 1 : about.index.sharersOf(phrase),
      ...(this.training?.experienceOf(tag, about.but) ?? NOTHING_LEARNT),
    };
  }

  private indexOf(locale: Locale): PhraseIndex {
    const known = this.indexes.get(locale);
    if (known !== undefined) return known;
    const index = new PhraseIndex(this.graph, locale, this.splitter);
    this.indexes.set(locale, index);
    return index;
  }

  /** Those of the title twice more: it tells most. */
  private termsOf({ text, locale, words, titleWords }: ReadText): string[] {
    const title = text.slice(0, words[titleWords]?.from ?? 0);
    return [title, title, text].flatMap((one) => termsOf(one, { locale, splitter: this.splitter }));
  }

  private depthOf(tag: string): number {
    const known = this.depths.get(tag);
    if (known !== undefined) return known;
    const seen = new Set<string>();
    let [depth, level] = [0, [tag]];
    while (level.length > 0 && !level.some((id) => this.graph.isRoot(id))) {
      depth += 1;
      level = level
        .flatMap((id) => this.graph.broader(id))
        .filter((id) => !seen.has(id) && seen.add(id));
    }
    this.depths.set(tag, depth);
    return depth;
  }
}

const placesOf = (mentions: readonly Mention[]): number =>
  new Set(mentions.map(({ first }) => first)).size;

/** By word: of the mention with the most words over it, how many those are. */
function coverageOf(read: ReadText, mentions: ReadonlyMap<string, readonly Mention[]>): Uint8Array {
  const coverage = new Uint8Array(read.words.length);
  for (const found of mentions.values()) {
    for (const { kind, first, last, phrase } of found) {
      if (kind !== 'EXACT' && kind !== 'LOOSE') continue;
      for (let at = first; at <= last; at += 1) {
        coverage[at] = Math.max(coverage[at] ?? 0, phrase.atoms.length);
      }
    }
  }
  return coverage;
}

function coveredShare(mentions: readonly Mention[], coverage: Uint8Array): { covered: number } {
  const isCovered = ({ first, phrase }: Mention): boolean =>
    (coverage[first] ?? 0) > phrase.atoms.length;
  return { covered: mentions.filter(isCovered).length / Math.max(1, mentions.length) };
}

/** The closest and earliest mention; without one, the word that similar texts have in common. */
function bestEvidence(mentions: readonly Mention[], read: ReadText, vote?: Vote): string {
  for (const kind of KINDS) {
    const best = mentions.filter((one) => one.kind === kind).sort((a, b) => a.first - b.first)[0];
    if (best !== undefined) return evidenceOf(best, read);
  }
  const told = read.words.find(
    ({ stem, parts }) => stem === vote?.term || parts.includes(vote?.term ?? ''),
  );
  const word = told ?? read.words.find(({ isStop }) => !isStop);
  return word === undefined ? '' : read.text.slice(word.from, word.to);
}
