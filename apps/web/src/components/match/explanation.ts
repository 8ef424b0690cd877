import type { ScorePartKind } from '../../graphql/generated/graphql.js';

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
