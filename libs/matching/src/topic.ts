import type { TagGraph } from '@wilma/domain';
import type { Corpus } from './corpus.js';
import { expand, type Reach } from './expansion.js';
import type { MatchPosting } from './posting.js';
import type { SureTags } from './posting-terms.js';
import { type ConceptPairWeight, PRODUCT } from './profile.js';

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
const EVIDENCE = [0.6, 0.6, 0.8];
/** Tags from which on a need says enough. */
export const ENOUGH_TAGS = EVIDENCE.length;

export const evidenceOf = (topic: NeedTopic): number => EVIDENCE[topic.terms.length] ?? 1;

/** The tags that a need was given. */
export function topicOf(need: MatchPosting, graph: TagGraph, corpus: Corpus): NeedTopic {
  const weights = new Map<string, number>();
  for (const { tag, weight } of need.tags) {
    weights.set(tag, Math.max(weight, weights.get(tag) ?? 0));
  }
  const { pairs } = corpus.profile ?? PRODUCT;
  return weighted(
    weights,
    (tag) => answersTo(tag, graph, pairs),
    (tag) => rarity(tag, corpus),
  );
}

/** The same with the tags that stand in its texts; what each counts is told by `weightsOf`. */
export function mentionedTopicOf(
  weights: ReadonlyMap<string, number>,
  graph: TagGraph,
  { mentions, frequency, documents, profile = PRODUCT }: Corpus,
): NeedTopic {
  const counted = { documents, frequency: mentions ?? frequency };
  return weighted(
    weights,
    (tag) => answersTo(tag, graph, profile.pairs),
    (tag) => rarity(tag, counted),
  );
}

/** What answers a tag, after what concept pairs have lost by learning; best first. */
function answersTo(
  tag: string,
  graph: TagGraph,
  pairs: readonly ConceptPairWeight[] = [],
): ReadonlyMap<string, Reach> {
  const answers = expand(tag, graph);
  const lowered = new Map(
    pairs.filter(({ need }) => need === tag).map(({ offer, permille }) => [offer, permille]),
  );
  if (lowered.size === 0) return answers;
  const left = [...answers].map(([offer, reach]): [string, Reach] => {
    const kept = lowered.get(offer) ?? 1000;
    return [offer, { ...reach, permille: Math.round((reach.permille * kept) / 1000) }];
  });
  return new Map(left.sort(([, a], [, b]) => b.permille - a.permille));
}

/** A tag that a text of the need mentions counts as a relevant one (prior), by how sure it is. */
const OF_A_MENTION = 2;

/** What each tag of a need counts, given or mentioned. */
export function weightsOf(need: MatchPosting, mentioned: SureTags): Map<string, number> {
  const weights = new Map(
    [...mentioned].map(([tag, permille]) => [tag, (OF_A_MENTION * permille) / 1000]),
  );
  for (const { tag } of need.tags) weights.delete(tag);
  for (const { tag, weight } of need.tags) {
    weights.set(tag, Math.max(weight, weights.get(tag) ?? 0));
  }
  return weights;
}

function weighted(
  weights: ReadonlyMap<string, number>,
  answersOf: (tag: string) => ReadonlyMap<string, Reach>,
  rarityOf: (tag: string) => number,
): NeedTopic {
  const inOrder = [...weights].sort(([a], [b]) => (a < b ? -1 : 1));
  const terms = inOrder.map(([tag, weight]) => ({
    tag,
    essential: weight === 3,
    units: Math.round(1000 * weight * rarityOf(tag)),
    answers: answersOf(tag),
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

/** What tags of which each is more or less sure cover of a need: Σ units × permille. */
export function coveredBy(topic: NeedTopic, tags: SureTags): number {
  let cover = 0;
  for (const { units, answers } of topic.terms) {
    let best = 0;
    for (const { tag, permille } of answers.values()) {
      // Best first: what comes next cannot be better, however sure it is.
      if (permille <= best) break;
      const sure = tags.get(tag);
      if (sure !== undefined) best = Math.max(best, answerOf(permille, sure));
    }
    cover += units * best;
  }
  return cover;
}

/** Similarity of a tag of which one is more or less sure, in thousandths. */
export const answerOf = (permille: number, sure: number): number =>
  Math.floor((permille * sure) / 1000);

/**
 * Inverse document frequency. What is narrower counts as carrying the tag: a broad one is common
 * even where hardly anybody wrote it down.
 */
export function rarity(
  term: string,
  { documents, frequency }: Pick<Corpus, 'documents' | 'frequency'>,
): number {
  const carriers = Math.min(frequency.get(term) ?? 0, documents);
  return Math.log(1 + (documents + 1) / (carriers + 1));
}

function better(a: Reach, b: Reach): Reach {
  if (a.permille !== b.permille) return a.permille > b.permille ? a : b;
  return a.tag <= b.tag ? a : b;
}
