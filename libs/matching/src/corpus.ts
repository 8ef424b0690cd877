import type { TagGraph } from '@wilma/domain';
import { Lexicon } from './lexicon.js';
import type { MatchPosting } from './posting.js';
import type { Profile } from './profile.js';
import { tagsOf, wordsOf } from './posting-terms.js';

/**
 * What is known of all published postings: a dated snapshot, so that a pair's score changes only
 * with the pair or with the snapshot.
 */
export interface Corpus {
  readonly documents: number;
  /** How many carry a tag or one that is narrower. */
  readonly frequency: ReadonlyMap<string, number>;
  /** The same with the tags that stand in their texts. */
  readonly mentions?: ReadonlyMap<string, number>;
  /** How many hold a term. */
  readonly terms?: ReadonlyMap<string, number>;
  /** Terms of a posting, its title's twice. */
  readonly meanLength?: number;
  /** What counts how much, where it is not what Wilma suggests by. */
  readonly profile?: Profile;
}

/** Counts postings, which may be told one after the other and taken back again. */
export class CorpusCounter {
  private documents = 0;
  /** As long as nothing is counted it is the same, and so is what others derive from it. */
  private current: Corpus | null = null;
  private length = 0;
  private readonly frequency = new Map<string, number>();
  private readonly mentions = new Map<string, number>();
  private readonly terms = new Map<string, number>();

  constructor(private readonly graph: TagGraph) {}

  /** @param times 1, or −1 for a posting that was counted and is gone */
  count(posting: MatchPosting, times: -1 | 1 = 1): void {
    this.current = null;
    const lexicon = Lexicon.of(this.graph);
    const { given, read } = tagsOf(posting, lexicon);
    const { counts, length } = wordsOf(posting, lexicon);
    this.documents += times;
    this.length += times * length;
    add(this.terms, counts.keys(), times);
    add(this.frequency, this.withBroader(given.keys()), times);
    add(this.mentions, this.withBroader(read.keys()), times);
  }

  /** What is counted now; what comes later does not change it. */
  corpus(): Corpus {
    return (this.current ??= {
      documents: this.documents,
      frequency: new Map(this.frequency),
      mentions: new Map(this.mentions),
      terms: new Map(this.terms),
      meanLength: this.length / Math.max(1, this.documents),
    });
  }

  private withBroader(tags: Iterable<string>): Set<string> {
    const found = new Set<string>();
    const open = [...tags];
    for (let tag = open.pop(); tag !== undefined; tag = open.pop()) {
      if (found.has(tag)) continue;
      found.add(tag);
      open.push(...this.graph.broader(tag));
    }
    return found;
  }
}

export function corpusOf(postings: Iterable<MatchPosting>, graph: TagGraph): Corpus {
  const counter = new CorpusCounter(graph);
  for (const posting of postings) counter.count(posting);
  return counter.corpus();
}

function add(counts: Map<string, number>, keys: Iterable<string>, times: number): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + times);
}
