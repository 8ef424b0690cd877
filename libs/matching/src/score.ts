import type { MatchStrength, TagGraph } from '@wilma/domain';
import type { Corpus } from './corpus.js';
import { explain } from './explain.js';
import { fitsOf } from './fit.js';
import { partsOf, pointsOf, rankOf, strengthOf, topicOfPair, type ScorePart } from './parts.js';
import { type MatchPosting, mayMeet } from './posting.js';
import { prepareNeed, prepareOffer, type PreparedNeed, type PreparedOffer } from './prepared.js';
import type { OpenQuestion, Reason } from './reason.js';
import { coversOf, sharesOf, type Covers } from './signals.js';

export interface Score {
  /** 0 to 100: the sum of the parts' points. */
  readonly points: number;
  /** The same in millionths, a whole number: what lists are ordered by. */
  readonly rank: number;
  readonly strength: MatchStrength;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly Reason[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** How well an offer answers a need. Postings that may not meet score 0. */
export function scorePair(
  need: MatchPosting,
  offer: MatchPosting,
  graph: TagGraph,
  corpus: Corpus,
): Score {
  return scorePrepared(prepareNeed(need, graph, corpus), prepareOffer(offer, graph, corpus));
}

const NOTHING: Covers = { TAGS: 0, READ: 0, LABELS: 0, WORDS: 0, TITLE: 0, FIELD: 0 };

/** As {@link scorePair}, of postings that are prepared already. */
export function scorePrepared(need: PreparedNeed, offer: PreparedOffer): Score {
  const { profile } = need;
  const may = mayMeet(need.posting, offer.posting);
  const covers = may ? coversOf(need.signals, offer.signals) : NOTHING;
  const fits = fitsOf(need.circumstances, offer.circumstances, profile.time);
  const shares = sharesOf(need.signals, covers, profile);
  const figures = { need: need.signals, shares, fits, profile };
  const rank = rankOf(topicOfPair(figures), fits, profile);
  const points = pointsOf(rank);
  const parts = partsOf(figures);
  return {
    points,
    rank,
    strength: strengthOf(points, profile.strength),
    parts,
    ...explain({ need, offer, graph: need.graph, fits, points, parts }),
  };
}

/** Where a pair stands in a list: its score in millionths. */
export function rankPrepared(need: PreparedNeed, offer: PreparedOffer, covers: Covers): number {
  const { profile } = need;
  const shares = sharesOf(need.signals, covers, profile);
  const fits = fitsOf(need.circumstances, offer.circumstances, profile.time);
  return rankOf(topicOfPair({ need: need.signals, shares }), fits, profile);
}
