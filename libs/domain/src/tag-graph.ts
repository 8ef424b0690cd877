import type { Locale } from './vocabulary.js';

/** A concept of the vocabulary as matching, search and the web read it. */
export interface TagConcept {
  readonly id: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** How a tag was reached from another: the steps in the words of the vocabulary. */
export type TagStep = 'SAME' | 'NARROWER' | 'BROADER' | 'SIBLING' | 'RELATED';

/**
 * The concepts and how they hang together; immutable. A concept that was merged into another is
 * that other one, under whichever id it is asked for.
 */
export class TagGraph {
  private readonly concepts: ReadonlyMap<string, TagConcept>;
  private readonly merged: ReadonlyMap<string, string>;
  private readonly narrowerOf = new Map<string, string[]>();
  private readonly relatedTo = new Map<string, Set<string>>();

  /** @param merged pairs of a merged concept's id and the id of what it went into */
  constructor(
    concepts: Iterable<TagConcept>,
    merged: Iterable<readonly [from: string, into: string]> = [],
  ) {
    this.merged = new Map(merged);
    this.concepts = new Map([...concepts].map((concept) => [concept.id, concept]));
    for (const { id, broader, related } of this.concepts.values()) {
      for (const parent of broader) {
        this.narrowerOf.set(parent, [...(this.narrowerOf.get(parent) ?? []), id]);
      }
      for (const other of related) {
        this.relate(id, other);
        this.relate(other, id);
      }
    }
  }

  get size(): number {
    return this.concepts.size;
  }

  /** The id under which a concept stands now. */
  resolve(id: string): string {
    return this.merged.get(id) ?? id;
  }

  has(id: string): boolean {
    return this.concepts.has(this.resolve(id));
  }

  get(id: string): TagConcept | undefined {
    return this.concepts.get(this.resolve(id));
  }

  all(): IterableIterator<TagConcept> {
    return this.concepts.values();
  }

  broader(id: string): readonly string[] {
    return this.get(id)?.broader ?? [];
  }

  narrower(id: string): readonly string[] {
    return this.narrowerOf.get(this.resolve(id)) ?? [];
  }

  /** Related concepts, in both directions. */
  related(id: string): readonly string[] {
    return [...(this.relatedTo.get(this.resolve(id)) ?? [])];
  }

  isRoot(id: string): boolean {
    return this.broader(id).length === 0;
  }

  /** The concepts themselves and everything narrower: what a filter by a tag means. */
  withNarrower(ids: readonly string[]): string[] {
    const found = new Set<string>();
    const open = ids.map((id) => this.resolve(id));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...this.narrower(id));
    }
    return [...found];
  }

  private relate(from: string, to: string): void {
    const set = this.relatedTo.get(from) ?? new Set<string>();
    this.relatedTo.set(from, set.add(to));
  }
}

/** Ids that form a circle by their broader concepts, or null where nothing stands below itself. */
export function findCircle(
  broader: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const done = new Set<string>();
  const visit = (id: string, below: readonly string[]): readonly string[] | null => {
    if (below.includes(id)) return below.slice(below.indexOf(id));
    if (done.has(id)) return null;
    done.add(id);
    for (const parent of broader.get(id) ?? []) {
      const circle = visit(parent, [...below, id]);
      if (circle !== null) return circle;
    }
    return null;
  };
  for (const id of broader.keys()) {
    const circle = visit(id, []);
    if (circle !== null) return circle;
  }
  return null;
}
