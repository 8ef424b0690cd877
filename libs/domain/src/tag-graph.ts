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

/** The concepts and how they hang together; immutable. */
export class TagGraph {
  private readonly concepts: ReadonlyMap<string, TagConcept>;
  private readonly narrowerOf = new Map<string, string[]>();
  private readonly relatedTo = new Map<string, Set<string>>();

  constructor(concepts: Iterable<TagConcept>) {
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

  has(id: string): boolean {
    return this.concepts.has(id);
  }

  get(id: string): TagConcept | undefined {
    return this.concepts.get(id);
  }

  all(): IterableIterator<TagConcept> {
    return this.concepts.values();
  }

  broader(id: string): readonly string[] {
    return this.concepts.get(id)?.broader ?? [];
  }

  narrower(id: string): readonly string[] {
    return this.narrowerOf.get(id) ?? [];
  }

  /** Related concepts, in both directions. */
  related(id: string): readonly string[] {
    return [...(this.relatedTo.get(id) ?? [])];
  }

  isRoot(id: string): boolean {
    return this.broader(id).length === 0;
  }

  /** The concepts themselves and everything narrower: what a filter by a tag means. */
  withNarrower(ids: readonly string[]): string[] {
    const found = new Set<string>();
    const open = [...ids];
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
