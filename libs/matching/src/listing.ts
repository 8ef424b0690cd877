import { feedbackPoints } from './learning/feedback.js';
import { similarity, type TermVector } from './learning/term-vector.js';

/**
 * What a place in a list costs, in shares of the points of the best that was found:
 * `shown · ln(1 + n)` where an offer is suggested to n other needs, so that a few offers do not take
 * every place, and up to `alike` where it says what another on the list says already (maximal
 * marginal relevance, Carbonell and Goldstein 1998).
 */
export const LISTING = { shown: 0.05, alike: 0.02 } as const;

/** What an offer's place costs because of what else is shown. It never enters the score. */
export interface ListPart {
  readonly kind: 'ALIKE' | 'SHOWN';
  /** Whole points, negative. */
  readonly points: number;
}

export interface Listable {
  /** Its points for the need, with what feedback adds. */
  readonly points: number;
  /** To how many other needs it is suggested. */
  readonly shown: number;
  readonly terms: TermVector;
}

export interface Place<T> {
  readonly one: T;
  /** The parts that are not 0, in a fixed order. */
  readonly parts: readonly ListPart[];
}

/**
 * Fills k places one after the other with what is best then. `found` comes best first, which
 * decides between equals; `above` is what the list shows already.
 */
export function listed<T extends Listable>(
  found: readonly T[],
  k: number,
  above: readonly TermVector[] = [],
): Place<T>[] {
  const best = Math.max(0, ...found.map(({ points }) => points));
  let left = found.map((one) => ({ one, alike: Math.max(0, ...likenesses(one, above)) }));
  const places: Place<T>[] = [];
  while (places.length < k) {
    const next = bestOf(
      left.map((rest) => ({ ...rest, parts: costs(rest.one, rest.alike, best) })),
    );
    if (next === undefined) break;
    places.push({ one: next.one, parts: next.parts });
    left = left
      .filter(({ one }) => one !== next.one)
      .map(({ one, alike }) => ({
        one,
        alike: Math.max(alike, similarity(one.terms, next.one.terms)),
      }));
  }
  return places;
}

const likenesses = ({ terms }: Listable, above: readonly TermVector[]): number[] =>
  above.map((other) => similarity(terms, other));

function bestOf<T extends { one: Listable; parts: readonly ListPart[] }>(
  left: readonly T[],
): T | undefined {
  const worth = ({ one, parts }: T): number => one.points + feedbackPoints(parts);
  return left.reduce<T | undefined>(
    (best, next) => (best === undefined || worth(next) > worth(best) ? next : best),
    undefined,
  );
}

function costs({ shown }: Listable, alike: number, best: number): ListPart[] {
  const parts: ListPart[] = [
    { kind: 'SHOWN', points: -Math.round(best * LISTING.shown * Math.log1p(shown)) },
    { kind: 'ALIKE', points: -Math.round((best * LISTING.alike * alike) / 1000) },
  ];
  return parts.filter(({ points }) => points < 0);
}
