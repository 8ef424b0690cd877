import type { ScorePartKind, TopicSignal } from '../../graphql/generated/graphql.js';

export interface ScorePart {
  readonly kind: ScorePartKind;
  readonly points: number;
  readonly max: number;
}

export interface Reason {
  readonly kind: ScorePartKind;
  readonly tag?: { readonly id: string } | null;
  readonly path?: readonly { readonly id: string }[] | null;
}

/** The tags that brought a match about, on either side. */
export interface JoinedTags {
  readonly need: ReadonlySet<string>;
  readonly offer: ReadonlySet<string>;
}

/** A reason names the need's tag; the last tag of its path is the offer's. */
export function joinedTags(reasons: readonly Reason[]): JoinedTags {
  const need = new Set<string>();
  const offer = new Set<string>();
  for (const { tag, path } of reasons) {
    if (!tag) continue;
    need.add(tag.id);
    offer.add(path?.at(-1)?.id ?? tag.id);
  }
  return { need, offer };
}

/** The parts that carry a match, the heaviest first; parts without points carry nothing. */
export function strongestParts(parts: readonly ScorePart[], count: number): ScorePart[] {
  return parts
    .filter((part) => part.points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, count);
}

export const totalPoints = (parts: readonly ScorePart[]): number =>
  parts.reduce((sum, part) => sum + part.points, 0);

export const totalMax = (parts: readonly ScorePart[]): number =>
  parts.reduce((sum, part) => sum + part.max, 0);

/** The reasons that explain one part of the score. */
export function reasonsOf<R extends Reason>(part: ScorePartKind, reasons: readonly R[]): R[] {
  return reasons.filter((reason) => reason.kind === part);
}

/** What readers are told of the ways to compare topics: some are too fine to tell apart. */
const BASES = {
  TAGS: 'tags',
  LABELS: 'tags',
  READ: 'read',
  WORDS: 'words',
  TITLE: 'words',
  FIELD: 'field',
} as const satisfies Record<TopicSignal, string>;

export type TopicBasis = (typeof BASES)[TopicSignal];

/** The points of a topic by what they came about, the most first; none of what brought nothing. */
export function topicBases(
  signals: readonly { readonly kind: TopicSignal; readonly points: number }[],
): (readonly [TopicBasis, number])[] {
  const sums = new Map<TopicBasis, number>();
  for (const { kind, points } of signals) {
    if (points > 0) sums.set(BASES[kind], points + (sums.get(BASES[kind]) ?? 0));
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}
