import { Bounds, type TagWeight } from './vocabulary.js';

/** A tag as a posting carries it; the position is its place in the author's order, from 0. */
export interface CarriedTag {
  readonly tag: string;
  readonly weight: TagWeight;
  readonly position: number;
}

/** What a merge did to one posting: the tags concerned as they were, and what came of them. */
export interface MergedTags {
  readonly before: readonly CarriedTag[];
  readonly after: CarriedTag;
}

const byPosition = (a: CarriedTag, b: CarriedTag): number => a.position - b.position;

/**
 * What becomes of a posting's tags when some are merged into another: that one stands where the
 * first of them stood, with the greatest weight. Null where the posting carries none of `from`.
 */
export function mergeCarried(
  tags: readonly CarriedTag[],
  from: ReadonlySet<string>,
  into: string,
): MergedTags | null {
  if (!tags.some(({ tag }) => from.has(tag))) return null;
  const before = tags.filter(({ tag }) => from.has(tag) || tag === into).sort(byPosition);
  const weight = Math.max(...before.map((carried) => carried.weight)) as TagWeight;
  return { before, after: { tag: into, weight, position: before[0]?.position ?? 0 } };
}

/**
 * A posting's tags when the merge is undone: exactly the former ones where nobody touched them.
 * Where the author did meanwhile, their choice stands: a tag that they took off does not return, a
 * new weight goes to all that return, a new order is kept, and what exceeds the limit is left out.
 */
export function splitCarried(
  tags: readonly CarriedTag[],
  { before, after }: MergedTags,
): CarriedTag[] {
  const now = tags.find(({ tag }) => tag === after.tag);
  if (now === undefined) return [...tags];
  const others = tags.filter(({ tag }) => tag !== after.tag);
  const back = before
    .filter(({ tag }) => others.every((other) => other.tag !== tag))
    .map((tag) => (now.weight === after.weight ? tag : { ...tag, weight: now.weight }))
    .slice(0, Math.max(0, Bounds.tags.max - others.length));
  const taken = new Set(others.map(({ position }) => position));
  const isInPlace =
    now.position === after.position && back.every(({ position }) => !taken.has(position));
  if (isInPlace) return [...others, ...back].sort(byPosition);
  return [...tags]
    .sort(byPosition)
    .flatMap((tag) => (tag === now ? back : [tag]))
    .map((tag, position) => ({ ...tag, position }));
}
