import type { TagGraph } from '@wilma/domain';
import { fitsOf } from './fit.js';
import { pointsOf } from './parts.js';
import { type Corpus, type MatchPosting, mayMeet } from './posting.js';
import { prepareNeed, prepareOffer, type PreparedNeed, type PreparedOffer } from './prepared.js';
import { scorePrepared, type Score } from './score.js';
import { topicShare } from './topic.js';

/** A pair that is worth looking at; by itself it is no match and is stored nowhere. */
export interface Candidate {
  /** Ids of the two postings. */
  readonly need: string;
  readonly offer: string;
  readonly score: Score;
}

/**
 * Offers by tag, searched for the best of a need. Exact: the result is that of scoring every offer.
 * Ids must be unique.
 */
export class MatchIndex {
  /** The position of an offer is its rank among equals: fewer tags first, then by id. */
  private readonly offers: readonly PreparedOffer[];
  private readonly carriers = new Map<string, Int32Array>();

  constructor(
    private readonly graph: TagGraph,
    private readonly corpus: Corpus,
    offers: Iterable<MatchPosting>,
  ) {
    this.offers = [...offers].map(prepareOffer).sort(byFocus);
    const positions = new Map<string, number[]>();
    for (const [position, { tags }] of this.offers.entries()) {
      for (const tag of tags) {
        const list = positions.get(tag);
        if (list === undefined) positions.set(tag, [position]);
        else list.push(position);
      }
    }
    for (const [tag, list] of positions) this.carriers.set(tag, Int32Array.from(list));
  }

  /**
   * The k best offers that it may meet with at least one point: by points, equal ones by
   * fewer tags (the more focused offer), then by id. `filter` is asked only until k have passed.
   */
  topOffers(need: MatchPosting, k: number, filter?: (offer: MatchPosting) => boolean): Candidate[] {
    const prepared = prepareNeed(need, this.graph, this.corpus);
    const best: Candidate[] = [];
    for (const offer of this.ranked(prepared)) {
      if (best.length >= k) break;
      if (!mayMeet(need, offer.posting) || filter?.(offer.posting) === false) continue;
      best.push(candidateOf(prepared, offer));
    }
    return best;
  }

  /** Every offer with at least one point, best first. */
  private ranked(need: PreparedNeed): PreparedOffer[] {
    const cover = this.coverOf(need);
    const byPoints = Array.from({ length: 101 }, (): PreparedOffer[] => []);
    for (const [position, offer] of this.offers.entries()) {
      const covered = cover[position] ?? 0;
      if (covered === 0) continue;
      const topic = topicShare(need.topic, covered);
      const points = pointsOf(topic, fitsOf(need.circumstances, offer.circumstances));
      byPoints[points]?.push(offer);
    }
    return byPoints.slice(1).reverse().flat();
  }

  /**
   * What each offer covers of the need, a term at a time. The answers of a term come best first,
   * so an offer is counted when it is first seen and its other tags add nothing to that term.
   */
  private coverOf(need: PreparedNeed): Float64Array {
    const cover = new Float64Array(this.offers.length);
    const lastTerm = new Int32Array(this.offers.length);
    for (const [index, { units, answers }] of need.topic.terms.entries()) {
      for (const { tag, permille } of answers.values()) {
        for (const position of this.carriers.get(tag) ?? []) {
          if (lastTerm[position] === index + 1) continue;
          lastTerm[position] = index + 1;
          cover[position] = (cover[position] ?? 0) + units * permille;
        }
      }
    }
    return cover;
  }
}

export interface NeedSearch {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
  readonly k: number;
  readonly filter?: (need: MatchPosting) => boolean;
}

/**
 * The k needs that an offer may meet and answers best, with at least one point: by
 * points, equal ones by id. Scores every need; `expandTags` tells which could match at all.
 */
export function topNeeds(
  offer: MatchPosting,
  needs: Iterable<MatchPosting>,
  { graph, corpus, k, filter }: NeedSearch,
): Candidate[] {
  const prepared = prepareOffer(offer);
  return [...needs]
    .filter((need) => filter?.(need) ?? true)
    .map((need) => candidateOf(prepareNeed(need, graph, corpus), prepared))
    .filter(({ score }) => score.points > 0)
    .sort((a, b) => b.score.points - a.score.points || (a.need < b.need ? -1 : 1))
    .slice(0, Math.max(0, k));
}

const candidateOf = (need: PreparedNeed, offer: PreparedOffer): Candidate => ({
  need: need.posting.id,
  offer: offer.posting.id,
  score: scorePrepared(need, offer),
});

function byFocus(a: PreparedOffer, b: PreparedOffer): number {
  return a.tags.length - b.tags.length || (a.posting.id < b.posting.id ? -1 : 1);
}
