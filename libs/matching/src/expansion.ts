import type { TagGraph, TagStep } from '@wilma/domain';

export interface PathStep {
  readonly tag: string;
  /** How this tag was reached from the one before it. */
  readonly step: TagStep;
}

/** A tag of an offer that answers a tag of a need, and how well. */
export interface Reach {
  readonly tag: string;
  /** Similarity in thousandths: whole numbers add up alike in any order. */
  readonly permille: number;
  /** From the tag of the need (SAME) to the tag of the offer, both included. */
  readonly path: readonly PathStep[];
}

/**
 * Priors, per step in the direction from need to offer: an offer that is more special than what is
 * asked answers it, a more general one does so in part. RELATED lies between a broader tag and a
 * sibling, since vocabularies relate tags for many reasons.
 */
export const SIMILARITY = { NARROWER: 0.8, BROADER: 0.4, RELATED: 0.25, SIBLING: 0.15 } as const;

/** A graph never changes, and the same tags stand on many postings. */
const expanded = new WeakMap<TagGraph, Map<string, ReadonlyMap<string, Reach>>>();

/**
 * Every tag of an offer that answers the tag of a need, best first and each by its best path.
 * A root is too wide to answer what is below it, or to make two tags siblings.
 */
export function expand(tag: string, graph: TagGraph): ReadonlyMap<string, Reach> {
  const known = expanded.get(graph) ?? new Map<string, ReadonlyMap<string, Reach>>();
  expanded.set(graph, known);
  const found = known.get(tag) ?? reachFrom(tag, graph);
  known.set(tag, found);
  return found;
}

function reachFrom(tag: string, graph: TagGraph): ReadonlyMap<string, Reach> {
  const own = exactly(tag);
  const parents = (of: string): string[] => graph.broader(of).filter((id) => !graph.isRoot(id));
  const related = [...graph.related(tag)].sort();
  const reached = [
    own,
    ...walk(own, 'NARROWER', (of) => graph.narrower(of)),
    ...walk(own, 'BROADER', parents),
    ...related.map((other) => reach(own, 'RELATED', [{ tag: other, step: 'RELATED' }])),
    ...parents(tag)
      .sort()
      .flatMap((parent) => siblings(own, parent, graph)),
  ].sort((a, b) => b.permille - a.permille);

  const best = new Map<string, Reach>();
  for (const candidate of reached) {
    if (!best.has(candidate.tag)) best.set(candidate.tag, candidate);
  }
  return best;
}

function siblings(own: Reach, parent: string, graph: TagGraph): Reach[] {
  const up: PathStep = { tag: parent, step: 'BROADER' };
  return [...graph.narrower(parent)]
    .sort()
    .map((other) => reach(own, 'SIBLING', [up, { tag: other, step: 'SIBLING' }]));
}

const exactly = (tag: string): Reach => ({ tag, permille: 1000, path: [{ tag, step: 'SAME' }] });

/** Breadth first, so that each tag is reached by as few steps as possible; ends in cycles too. */
function walk(
  from: Reach,
  step: 'NARROWER' | 'BROADER',
  next: (tag: string) => readonly string[],
): Reach[] {
  const found: Reach[] = [];
  const seen = new Set([from.tag]);
  let level = [from];
  for (let depth = 1; level.length > 0; depth += 1) {
    level = level.flatMap((near) =>
      [...next(near.tag)]
        .sort()
        .filter((tag) => !seen.has(tag) && seen.add(tag))
        .map((tag) => reach(near, step, [{ tag, step }], depth)),
    );
    found.push(...level);
  }
  return found;
}

function reach(
  from: Reach,
  step: keyof typeof SIMILARITY,
  steps: readonly PathStep[],
  depth = 1,
): Reach {
  return {
    tag: steps.at(-1)?.tag ?? from.tag,
    permille: Math.round(1000 * SIMILARITY[step] ** depth),
    path: [...from.path, ...steps],
  };
}
