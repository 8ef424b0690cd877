import type { MatchStrength, TagGraph } from '@wilma/domain';
import { explain } from './explain.js';
import { fitsOf } from './fit.js';
import { partsOf, pointsOf, strengthOf, type ScorePart } from './parts.js';
import { type Corpus, type MatchPosting, mayMeet } from './posting.js';
import { prepareNeed, prepareOffer, type PreparedNeed, type PreparedOffer } from './prepared.js';
import type { OpenQuestion, Reason } from './reason.js';
import { answered, coverOf, topicShare } from './topic.js';

export interface Score {
  /** 0 to 100: the sum of the parts' points. */
  readonly points: number;
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
  return scorePrepared(prepareNeed(need, graph, corpus), prepareOffer(offer));
}

/** As {@link scorePair}, of postings that are prepared already. */
export function scorePrepared(need: PreparedNeed, offer: PreparedOffer): Score {
  const found = !mayMeet(need.posting, offer.posting) ? [] : answered(need.topic, offer.tags);
  const cover = found.reduce((sum, one) => sum + coverOf(one), 0);
  const topic = topicShare(need.topic, cover);
  const fits = fitsOf(need.circumstances, offer.circumstances);
  const points = pointsOf(topic, fits);
  const parts = partsOf(topic, fits);
  return {
    points,
    strength: strengthOf(points),
    parts,
    ...explain({ need, offer, answered: found, fits, points, parts }),
  };
}
