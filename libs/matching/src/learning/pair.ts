import type { TagGraph } from '@wilma/domain';
import type { Corpus } from '../corpus.js';
import { fitsOf } from '../fit.js';
import type { MatchPosting } from '../posting.js';
import { prepareNeed, prepareOffer, type PreparedNeed, type PreparedOffer } from '../prepared.js';
import { SIGNALS } from '../profile.js';
import { scorePrepared } from '../score.js';
import { coversOf, sharesOf } from '../signals.js';
import { type Answered, answered, coverOf, evidenceOf, rarity } from '../topic.js';
import type { FeedbackPair } from './feedback.js';
import type { JudgedExample } from './formula.js';
import type { TermVector } from './term-vector.js';
import type { Verdict } from './verdict.js';

interface Knowledge {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
}

/** A pair as feedback reads it. */
export function feedbackPairOf(
  need: MatchPosting,
  offer: MatchPosting,
  { graph, corpus }: Knowledge,
): FeedbackPair {
  const [asked, given] = [prepareNeed(need, graph, corpus), prepareOffer(offer, graph, corpus)];
  const { parts } = scorePrepared(asked, given);
  const pointsOf = (kind: 'MATURITY' | 'TIME'): number =>
    parts.find((part) => part.kind === kind)?.points ?? 0;
  const tagPoints =
    parts.flatMap(({ signals }) => signals ?? []).find(({ kind }) => kind === 'TAGS')?.points ?? 0;
  const fits = fitsOf(asked.circumstances, given.circumstances, asked.profile.time);
  const found = answered(asked.topic, given.tags);
  const cover = found.reduce((sum, one) => sum + coverOf(one), 0);
  return {
    terms: offerTerms(offer, { graph, corpus }),
    joins: found.filter(isJoin).map((one) => ({
      ...joinOf(one),
      points: Math.round((tagPoints * coverOf(one)) / cover),
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
  { graph, corpus }: Knowledge,
): JudgedExample | null {
  const refused = verdict.kind === 'ACCEPTED' ? null : verdict.part;
  if (refused === 'OWNER') return null;
  const [asked, given] = [prepareNeed(need, graph, corpus), prepareOffer(offer, graph, corpus)];
  const { attainable } = asked.topic;
  return {
    need: need.id,
    refused,
    topic: topicOf(asked, given),
    evidence: evidenceOf(asked.topic),
    joins: answered(asked.topic, given.tags)
      .filter(isJoin)
      .map((one) => ({ ...joinOf(one), share: coverOf(one) / attainable })),
    fits: fitsOf(asked.circumstances, given.circumstances, asked.profile.time),
  };
}

/** A signal on which the need is silent counts nothing. */
function topicOf({ signals, profile }: PreparedNeed, offer: PreparedOffer): (number | null)[] {
  const shares = sharesOf(signals, coversOf(signals, offer.signals), profile);
  return SIGNALS.map((signal) => (signals.weights[signal] === 0 ? null : shares[signal]));
}

const isJoin = ({ by }: Answered): boolean => by.path.at(-1)?.step !== 'SAME';
const joinOf = ({ term, by }: Answered) => ({ need: term.tag, offer: by.tag });

/** What a wider tag counts of the tag that it stands above. */
const ABOVE = 0.5;

/** While neither vocabulary nor snapshot change, an offer is read once. */
const read = new WeakMap<PreparedOffer, TermVector>();

/**
 * What an offer says: its words, those of its tags among them, by how often and how rare they are;
 * of an offer without texts its tags, with those right above them.
 */
export function offerTerms(offer: MatchPosting, { graph, corpus }: Knowledge): TermVector {
  const prepared = prepareOffer(offer, graph, corpus);
  const known = read.get(prepared) ?? termsOf(prepared, { graph, corpus });
  read.set(prepared, known);
  return known;
}

function termsOf({ posting, signals }: PreparedOffer, { graph, corpus }: Knowledge): TermVector {
  const { documents, terms } = corpus;
  const words = signals.terms.WORDS;
  if (words.size > 0) {
    const counted = { documents, frequency: terms ?? new Map<string, number>() };
    return new Map(
      [...words].map(([term, permille]) => [term, Math.round(permille * rarity(term, counted))]),
    );
  }
  const tags = new Map<string, number>();
  const raise = (tag: string, weight: number): void => {
    tags.set(tag, Math.max(tags.get(tag) ?? 0, weight));
  };
  for (const { tag } of posting.tags) {
    const weight = Math.round(1000 * rarity(tag, corpus));
    raise(tag, weight);
    for (const wider of graph.broader(tag)) {
      if (!graph.isRoot(wider)) raise(wider, Math.round(ABOVE * weight));
    }
  }
  return tags;
}
