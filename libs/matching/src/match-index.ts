import type { TagGraph } from '@wilma/domain';
import type { Corpus } from './corpus.js';
import { CoverIndex } from './cover-index.js';
import { pointsOf } from './parts.js';
import { type MatchPosting, mayMeet } from './posting.js';
import { prepareNeed, prepareOffer, type PreparedNeed, type PreparedOffer } from './prepared.js';
import { rankPrepared, scorePrepared, type Score } from './score.js';
import { type Covers, coversOf } from './signals.js';

/** A pair that is worth looking at; by itself it is no match and is stored nowhere. */
export interface Candidate {
  /** Ids of the two postings. */
  readonly need: string;
  readonly offer: string;
  readonly score: Score;
}

/**
 * Offers by what they say, searched for the best of a need. Exact: the result is that of scoring
 * every offer. Ids must be unique.
 */
export class MatchIndex {
  /** The position of an offer is its rank among equals: fewer tags first, then by id. */
  private readonly offers: readonly PreparedOffer[];
  private index: CoverIndex | null = null;
  private searches = 0;

  constructor(
    private readonly graph: TagGraph,
    private readonly corpus: Corpus,
    offers: Iterable<MatchPosting>,
  ) {
    this.offers = [...offers].map((one) => prepareOffer(one, graph, corpus)).sort(byFocus);
  }

  /** The k best offers that it may meet, as {@link bestOffers} has them. */
  topOffers(need: MatchPosting, k: number, filter?: (offer: MatchPosting) => boolean): Candidate[] {
    const best: Candidate[] = [];
    for (const candidate of k > 0 ? this.bestOffers(need, filter) : []) {
      best.push(candidate);
      if (best.length >= k) break;
    }
    return best;
  }

  /**
   * Offers that it may meet with at least one point, best first, equal ones by fewer tags (the more
   * focused offer), then by id. Explained, and asked `filter`, one after the other as they are taken.
   */
  *bestOffers(
    need: MatchPosting,
    filter?: (offer: MatchPosting) => boolean,
  ): Generator<Candidate, void, undefined> {
    const prepared = prepareNeed(need, this.graph, this.corpus);
    for (const { offer } of this.ranked(prepared)) {
      if (!mayMeet(need, offer.posting) || filter?.(offer.posting) === false) continue;
      yield candidateOf(prepared, offer);
    }
  }

  /** Every offer with at least one point, best first. */
  private ranked(need: PreparedNeed): { offer: PreparedOffer; rank: number }[] {
    const covers = this.coversFor(need);
    return this.offers
      .map((offer, position) => ({
        offer,
        rank: rankPrepared(need, offer, covers(offer, position)),
      }))
      .filter(({ rank }) => pointsOf(rank) > 0)
      .sort((a, b) => b.rank - a.rank);
  }

  /** An index pays from the second search on. */
  private coversFor(need: PreparedNeed): (offer: PreparedOffer, position: number) => Covers {
    this.searches += 1;
    if (this.searches === 1) return (offer) => coversOf(need.signals, offer.signals);
    const covers = (this.index ??= new CoverIndex(this.offers)).covers(need);
    return (_, position) => covers(position);
  }
}

export interface NeedSearch {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
  readonly k: number;
  readonly filter?: (need: MatchPosting) => boolean;
}

/**
 * The k needs that an offer may meet and answers best, with at least one point, equal ones by id.
 * Scores every need.
 */
export function topNeeds(
  offer: MatchPosting,
  needs: Iterable<MatchPosting>,
  { graph, corpus, k, filter }: NeedSearch,
): Candidate[] {
  const prepared = prepareOffer(offer, graph, corpus);
  return [...needs]
    .filter((need) => mayMeet(need, offer) && (filter?.(need) ?? true))
    .map((need) => prepareNeed(need, graph, corpus))
    .map((need) => ({
      need,
      rank: rankPrepared(need, prepared, coversOf(need.signals, prepared.signals)),
    }))
    .filter(({ rank }) => pointsOf(rank) > 0)
    .sort((a, b) => b.rank - a.rank || (a.need.posting.id < b.need.posting.id ? -1 : 1))
    .slice(0, Math.max(0, k))
    .map(({ need }) => candidateOf(need, prepared));
}

const candidateOf = (need: PreparedNeed, offer: PreparedOffer): Candidate => ({
  need: need.posting.id,
  offer: offer.posting.id,
  score: scorePrepared(need, offer),
});

function byFocus(a: PreparedOffer, b: PreparedOffer): number {
  return a.tags.length - b.tags.length || (a.posting.id < b.posting.id ? -1 : 1);
}
