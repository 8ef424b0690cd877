import type { TagGraph } from '@wilma/domain';
import { fitsOf, type Fits } from '../fit.js';
import type { Corpus } from '../corpus.js';
import type { MatchPosting } from '../posting.js';
import { prepareNeed, prepareOffer } from '../prepared.js';
import type { Signal } from '../profile.js';
import { scorePrepared } from '../score.js';
import { type Answered, answered, coverOf, rarity, topicShare } from '../topic.js';
import type { FeedbackPair } from './feedback.js';
import type { JudgedExample, TopicSignals } from './formula.js';
import type { TermVector } from './term-vector.js';
import type { Verdict } from './verdict.js';

/** What the topic consists of, as it is learned. */
export const TOPIC_SIGNALS: TopicSignals = {
  names: ['TAGS'],
  priors: [1],
  ofTags: [true],
  joined: 0,
};

interface Knowledge {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
}

interface Reading {
  readonly joins: readonly { readonly need: string; readonly offer: string; share: number }[];
  readonly topic: number;
  readonly fits: Fits;
}

/** Ways to compare a topic that live by its tags. */
const OF_TAGS: readonly Signal[] = ['TAGS', 'READ', 'LABELS'];

/** A pair as feedback reads it. */
export function feedbackPairOf(
  need: MatchPosting,
  offer: MatchPosting,
  knowledge: Knowledge,
): FeedbackPair {
  const { joins, topic, fits } = readingOf(need, offer, knowledge);
  const { graph, corpus } = knowledge;
  const { parts } = scorePrepared(
    prepareNeed(need, graph, corpus),
    prepareOffer(offer, graph, corpus),
  );
  const pointsOf = (kind: 'MATURITY' | 'TIME'): number =>
    parts.find((part) => part.kind === kind)?.points ?? 0;
  const tagPoints = parts
    .flatMap(({ signals }) => signals ?? [])
    .reduce((sum, { kind, points }) => sum + (OF_TAGS.includes(kind) ? points : 0), 0);
  return {
    terms: termsOf(offer, knowledge),
    joins: joins.map(({ share, ...join }) => ({
      ...join,
      points: topic === 0 ? 0 : Math.round((tagPoints * share) / topic),
    })),
    organisation: offer.organisation,
    maturity: { fit: fits.MATURITY, points: pointsOf('MATURITY') },
    time: { fit: fits.TIME, points: pointsOf('TIME') },
  };
}

/** A pair as weights are learned from it; null where its refusal was about the owner alone. */
export function exampleOf(
  need: MatchPosting,
  offer: MatchPosting,
  verdict: Verdict,
  knowledge: Knowledge,
): JudgedExample | null {
  const refused = verdict.kind === 'ACCEPTED' ? null : verdict.part;
  if (refused === 'OWNER') return null;
  const { joins, topic, fits } = readingOf(need, offer, knowledge);
  return { need: need.id, refused, topic: [topic], evidence: 1, joins, fits };
}

function readingOf(need: MatchPosting, offer: MatchPosting, knowledge: Knowledge): Reading {
  const { graph, corpus } = knowledge;
  const [asked, given] = [prepareNeed(need, graph, corpus), prepareOffer(offer, graph, corpus)];
  const found = answered(asked.topic, given.tags);
  const shareOf = (cover: number): number => topicShare(asked.topic, cover);
  return {
    joins: found
      .filter((one) => one.by.permille < 1000)
      .map((one) => ({ ...joinOf(one), share: shareOf(coverOf(one)) })),
    topic: shareOf(found.reduce((sum, one) => sum + coverOf(one), 0)),
    fits: fitsOf(asked.circumstances, given.circumstances),
  };
}

const joinOf = ({ term, by }: Answered) => ({ need: term.tag, offer: by.tag });

/** What a wider tag counts of the tag that it stands above. */
const ABOVE = 0.5;

/** The tags of an offer by their rarity, in thousandths, with those right above them. */
function termsOf({ tags }: MatchPosting, { graph, corpus }: Knowledge): TermVector {
  const terms = new Map<string, number>();
  const raise = (tag: string, weight: number): void => {
    terms.set(tag, Math.max(terms.get(tag) ?? 0, weight));
  };
  for (const { tag } of tags) {
    const weight = Math.round(1000 * rarity(tag, corpus));
    raise(tag, weight);
    for (const wider of graph.broader(tag)) {
      if (!graph.isRoot(wider)) raise(wider, Math.round(ABOVE * weight));
    }
  }
  return terms;
}
