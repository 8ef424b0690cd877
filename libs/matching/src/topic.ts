import type { TagGraph } from '@wilma/domain';
import { expand, type Reach } from './expansion.js';
import type { Corpus, MatchPosting } from './posting.js';

/** A tag of a need with what it counts and what answers it. */
export interface NeedTerm {
  readonly tag: string;
  readonly essential: boolean;
  /** Tag weight × rarity in thousandths, a whole number. */
  readonly units: number;
  readonly answers: ReadonlyMap<string, Reach>;
}

export interface NeedTopic {
  /** By tag, so that explanations do not change with the order in which tags are read. */
  readonly terms: readonly NeedTerm[];
  /** What an offer that answers every term exactly would cover: Σ units × 1000. */
  readonly attainable: number;
}

/** A term of a need with the tag of the offer that answers it best. */
export interface Answered {
  readonly term: NeedTerm;
  readonly by: Reach;
}

/**
 * How much of a topic one or two tags can prove (prior): a need that names a single tag is not
 * wholly understood by whoever shares it. From three tags on nothing is taken off.
 */
const EVIDENCE = [0, 0.6, 0.8];

/** Tags from which on a need says enough. */
export const ENOUGH_TAGS = EVIDENCE.length;

export function topicOf(need: MatchPosting, graph: TagGraph, corpus: Corpus): NeedTopic {
  const weights = new Map<string, number>();
  for (const { tag, weight } of need.tags) {
    weights.set(tag, Math.max(weight, weights.get(tag) ?? 0));
  }
  const inOrder = [...weights].sort(([a], [b]) => (a < b ? -1 : 1));
  const terms = inOrder.map(([tag, weight]) => ({
    tag,
    essential: weight === 3,
    units: Math.round(1000 * weight * rarity(tag, corpus)),
    answers: expand(tag, graph),
  }));
  return { terms, attainable: 1000 * terms.reduce((sum, { units }) => sum + units, 0) };
}

/** Each term of the need with its best answer among the tags; terms without any are left out. */
export function answered(topic: NeedTopic, tags: Iterable<string>): Answered[] {
  const carried = [...tags];
  return topic.terms.flatMap((term) => {
    const answers = carried.flatMap((tag) => term.answers.get(tag) ?? []);
    const [first, ...rest] = answers;
    if (first === undefined) return [];
    return [{ term, by: rest.reduce((best, other) => better(best, other), first) }];
  });
}

/** What an answered term contributes to the cover. */
export const coverOf = ({ term, by }: Answered): number => term.units * by.permille;

/** Share of the need's topic, 0 to 1, that a cover (Σ units × permille) stands for. */
export function topicShare(topic: NeedTopic, cover: number): number {
  if (topic.attainable === 0) return 0;
  return (cover / topic.attainable) * (EVIDENCE[topic.terms.length] ?? 1);
}

/**
 * Inverse document frequency, dampened by a square root: that a tag is common costs it weight, but
 * one rare tag does not outweigh all others of a need.
 */
export function rarity(tag: string, { documents, frequency }: Corpus): number {
  const carriers = Math.min(frequency.get(tag) ?? 0, documents);
  return Math.sqrt(Math.log(1 + (documents + 1) / (carriers + 1)));
}

function better(a: Reach, b: Reach): Reach {
  if (a.permille !== b.permille) return a.permille > b.permille ? a : b;
  return a.tag <= b.tag ? a : b;
}
