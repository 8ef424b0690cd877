import {
  feedbackOf,
  type FeedbackPair,
  feedbackPairOf,
  feedbackPoints,
  type JudgedPair,
  MatchIndex,
} from '@wilma/matching';
import { asPostings } from './as-postings.js';
import { DEPTH } from './baselines.js';
import type { Collection, Judgements } from './collection.js';
import type { Listed } from './matcher.js';
import type { Ranking } from './measures.js';

/** What is left of every need's list after somebody decided on the first of it. */
export interface Residual {
  /** Relevant offers that nobody has seen yet. */
  readonly judged: Judgements;
  readonly without: Ranking;
  readonly withFeedback: Ranking;
}

/** How far down a list somebody reads. */
export type Reading = { readonly first: number } | { readonly untilAccepted: number };

/**
 * A coordinator goes through the first offers of each need and decides as the judgements do; the
 * rest of the list is measured as it stands and as feedback orders it. Measured is the residual
 * collection: what was decided on counts in neither.
 */
export function afterDeciding(
  collection: Collection,
  judged: Judgements,
  reading: Reading,
): Residual {
  const { graph, corpus, needs, offers } = asPostings(collection);
  const index = new MatchIndex(graph, corpus, offers);
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  const barred = new Map(collection.needs.map(({ id, exclude }) => [id, new Set(exclude)]));
  const [left, without, withFeedback] = [
    new Map<string, ReadonlyMap<string, number>>(),
    new Map<string, string[]>(),
    new Map<string, string[]>(),
  ];
  for (const need of needs) {
    const gains = judged.get(need.id) ?? new Map<string, number>();
    const listed = index
      .topOffers(need, DEPTH, ({ id }) => barred.get(need.id)?.has(id) !== true)
      .map(({ offer, score }) => ({ offer, score: score.rank / 10_000 }));
    const decided = decidedOf(listed, gains, reading);
    if (decided === null) continue;
    const pairOf = (id: string): FeedbackPair | null => {
      const offer = offerOf.get(id);
      return offer === undefined ? null : feedbackPairOf(need, offer, { graph, corpus });
    };
    const seen = listed.slice(0, decided).flatMap(({ offer }): JudgedPair[] => {
      const pair = pairOf(offer);
      const isRelevant = gains.has(offer);
      if (pair === null) return [];
      return [
        { pair, verdict: isRelevant ? { kind: 'ACCEPTED' } : { kind: 'REFUSED', part: 'TOPIC' } },
      ];
    });
    const done = new Set(listed.slice(0, decided).map(({ offer }) => offer));
    const rest = listed.slice(decided);
    left.set(need.id, new Map([...gains].filter(([offer]) => !done.has(offer))));
    without.set(
      need.id,
      rest.map(({ offer }) => offer),
    );
    withFeedback.set(
      need.id,
      reordered(rest, (id) => {
        const pair = pairOf(id);
        return pair === null ? 0 : feedbackPoints(feedbackOf(pair, seen));
      }),
    );
  }
  return { judged: left, without, withFeedback };
}

/** How many of a list are decided on; null where it has too few to accept. */
function decidedOf(
  listed: readonly Listed[],
  gains: ReadonlyMap<string, number>,
  reading: Reading,
): number | null {
  if ('first' in reading) return reading.first;
  const places = listed.flatMap(({ offer }, place) => (gains.has(offer) ? [place + 1] : []));
  return places[reading.untilAccepted - 1] ?? null;
}

function reordered(rest: readonly Listed[], pointsOf: (id: string) => number): string[] {
  return rest
    .map(({ offer, score }, place) => ({ offer, place, points: score + pointsOf(offer) }))
    .sort((a, b) => b.points - a.points || a.place - b.place)
    .map(({ offer }) => offer);
}
