import type { TagGraph } from '@wilma/domain';
import { circumstancesOf, type Circumstances } from './fit.js';
import type { Corpus, MatchPosting } from './posting.js';
import { topicOf, type NeedTopic } from './topic.js';

/** A need with what scoring derives from it, so that a search derives it once. */
export interface PreparedNeed {
  readonly posting: MatchPosting;
  readonly topic: NeedTopic;
  readonly circumstances: Circumstances;
}

export interface PreparedOffer {
  readonly posting: MatchPosting;
  readonly tags: readonly string[];
  readonly circumstances: Circumstances;
}

export const prepareNeed = (need: MatchPosting, graph: TagGraph, corpus: Corpus): PreparedNeed => ({
  posting: need,
  topic: topicOf(need, graph, corpus),
  circumstances: circumstancesOf(need),
});

export const prepareOffer = (offer: MatchPosting): PreparedOffer => ({
  posting: offer,
  tags: [...new Set(offer.tags.map(({ tag }) => tag))],
  circumstances: circumstancesOf(offer),
});
