import type { TagGraph } from '@wilma/domain';
import type { Corpus } from './corpus.js';
import { circumstancesOf, type Circumstances } from './fit.js';
import type { MatchPosting } from './posting.js';
import { PRODUCT, type Profile } from './profile.js';
import { needSignals, offerSignals, type NeedSignals, type OfferSignals } from './signals.js';
import type { NeedTopic } from './topic.js';

/** A need with what scoring derives from it, so that a search derives it once. */
export interface PreparedNeed {
  readonly posting: MatchPosting;
  /** Its given tags. */
  readonly topic: NeedTopic;
  readonly signals: NeedSignals;
  readonly circumstances: Circumstances;
  readonly profile: Profile;
  readonly graph: TagGraph;
}

export interface PreparedOffer {
  readonly posting: MatchPosting;
  readonly tags: readonly string[];
  readonly signals: OfferSignals;
  readonly circumstances: Circumstances;
}

interface Prepared {
  readonly needs: WeakMap<MatchPosting, PreparedNeed>;
  readonly offers: WeakMap<MatchPosting, PreparedOffer>;
}

/** While neither vocabulary nor snapshot change, postings are prepared once. */
const prepared = new WeakMap<TagGraph, WeakMap<Corpus, Prepared>>();

function preparedIn(graph: TagGraph, corpus: Corpus): Prepared {
  const ofGraph = prepared.get(graph) ?? new WeakMap<Corpus, Prepared>();
  prepared.set(graph, ofGraph);
  const known = ofGraph.get(corpus) ?? { needs: new WeakMap(), offers: new WeakMap() };
  ofGraph.set(corpus, known);
  return known;
}

export function prepareNeed(need: MatchPosting, graph: TagGraph, corpus: Corpus): PreparedNeed {
  const { needs } = preparedIn(graph, corpus);
  const known = needs.get(need);
  if (known !== undefined) return known;
  const profile = corpus.profile ?? PRODUCT;
  const signals = needSignals(need, graph, corpus, profile);
  const found = {
    posting: need,
    topic: signals.tags,
    signals,
    circumstances: circumstancesOf(need),
    profile,
    graph,
  };
  needs.set(need, found);
  return found;
}

export function prepareOffer(offer: MatchPosting, graph: TagGraph, corpus: Corpus): PreparedOffer {
  const { offers } = preparedIn(graph, corpus);
  const known = offers.get(offer);
  if (known !== undefined) return known;
  const found = {
    posting: offer,
    tags: [...new Set(offer.tags.map(({ tag }) => tag))],
    signals: offerSignals(offer, graph, corpus),
    circumstances: circumstancesOf(offer),
  };
  offers.set(offer, found);
  return found;
}
