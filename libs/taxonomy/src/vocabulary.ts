import { findCircle, Locale, type TagConcept, TagGraph, type TagState } from '@wilma/domain';
import { squash } from './tag-search.js';
import type { TagKeeper } from './tag.entity.js';

export interface StoredWord {
  readonly locale: Locale;
  readonly text: string;
  readonly preferred: boolean;
}

/** A tag as it is stored, whatever its state; relations as they were written. */
export interface StoredTag {
  readonly id: string;
  readonly state: TagState;
  readonly mergedInto: string | null;
  readonly version: number;
  readonly wordsBy: TagKeeper;
  readonly relationsBy: TagKeeper;
  readonly suggestedBy: string | null;
  /** ISO 8601. */
  readonly suggestedAt: string | null;
  readonly words: readonly StoredWord[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** The words of a tag in one language as a curator edits them. */
export interface OwnWords {
  readonly label: string | null;
  readonly synonyms: readonly string[];
  /** What was merged into the tag brought these along. */
  readonly inherited: readonly string[];
}

const LOCALES = Object.values(Locale);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** One edition of the vocabulary, with all tags that there are; immutable. */
export class Vocabulary {
  private readonly tags: ReadonlyMap<string, StoredTag>;
  private readonly mergedInto = new Map<string, StoredTag[]>();
  private approved: TagGraph | null = null;
  private structure: TagGraph | null = null;
  private owners: ReadonlyMap<string, string> | null = null;

  constructor(
    readonly revision: number,
    stored: Iterable<StoredTag>,
  ) {
    this.tags = new Map([...stored].map((tag) => [tag.id, tag]));
    for (const tag of this.tags.values()) {
      if (tag.mergedInto === null) continue;
      this.mergedInto.set(tag.mergedInto, [...(this.mergedInto.get(tag.mergedInto) ?? []), tag]);
    }
  }

  /** What is approved: the concepts that are offered, matched and shown to everybody. */
  get graph(): TagGraph {
    this.approved ??= new TagGraph(
      this.inState('APPROVED').map((tag) => this.conceptOf(tag, this.lift(tag.id, tag.broader))),
      this.mergers(),
    );
    return this.approved;
  }

  /** Every tag but the merged ones, with the relations as they were written. */
  private get everything(): TagGraph {
    this.structure ??= new TagGraph(
      this.standing().map((tag) => this.conceptOf(tag, this.resolveAll(tag.broader))),
      this.mergers(),
    );
    return this.structure;
  }

  /** The tag under exactly this id. */
  get(id: string): StoredTag | undefined {
    return this.tags.get(id);
  }

  /** The tag that an id stands for: of a merged one the tag that it went into. */
  resolve(id: string): StoredTag | undefined {
    const tag = this.tags.get(id);
    const into = tag?.mergedInto ?? null;
    return into === null ? tag : this.tags.get(into);
  }

  /** Words and relations of a tag in any state. */
  concept(id: string): TagConcept | undefined {
    return this.graph.get(id) ?? this.everything.get(id);
  }

  /** Every tag, whatever its state. */
  all(): StoredTag[] {
    return [...this.tags.values()];
  }

  /** Tags in a state, by id. */
  inState(state: TagState): StoredTag[] {
    return [...this.tags.values()].filter((tag) => tag.state === state);
  }

  /** Tags in any of the states, as a graph to search in; the hierarchy is left out. */
  graphOf(states: readonly TagState[]): TagGraph {
    if (states.every((state) => state === 'APPROVED')) return this.graph;
    const tags = this.all().filter(({ state }) => states.includes(state));
    return new TagGraph(tags.map((tag) => this.conceptOf(tag, [])));
  }

  /** The label of exactly this tag, in another language where it has none in this one. */
  labelOf(id: string, locale: Locale): string {
    const words = this.tags.get(id)?.words.filter(({ preferred }) => preferred) ?? [];
    return (words.find((word) => word.locale === locale) ?? words[0])?.text ?? id;
  }

  /** Approved tags that are related to a tag, in either direction. */
  relatedTo(id: string): readonly string[] {
    return this.graph.has(id) ? this.graph.related(id) : (this.concept(id)?.related ?? []);
  }

  /** The tags and all below them, whatever their state. */
  withNarrower(ids: readonly string[]): string[] {
    return this.everything.withNarrower(ids);
  }

  /** Tags that stand below themselves, or null. */
  circle(): readonly string[] | null {
    const above = this.standing().map(({ id, broader }) => [id, this.resolveAll(broader)] as const);
    return findCircle(new Map(above));
  }

  ownWords(id: string, locale: Locale): OwnWords {
    const of = (tag: StoredTag | undefined) =>
      (tag?.words ?? []).filter((word) => word.locale === locale);
    const own = of(this.tags.get(id));
    return {
      label: own.find(({ preferred }) => preferred)?.text ?? null,
      synonyms: own.filter(({ preferred }) => !preferred).map(({ text }) => text),
      inherited: (this.mergedInto.get(id) ?? []).flatMap(of).map(({ text }) => text),
    };
  }

  /**
   * The tag that a word means, however it is written: in the language asked for, or in any where
   * none is named.
   */
  meaningOf(word: string, locale?: Locale): StoredTag | undefined {
    this.owners ??= this.byWord();
    for (const language of locale === undefined ? LOCALES : [locale]) {
      const owner = this.owners.get(`${language} ${squash(word)}`);
      if (owner !== undefined) return this.resolve(owner);
    }
    return undefined;
  }

  private mergers(): [from: string, into: string][] {
    return [...this.mergedInto].flatMap(([into, tags]) =>
      tags.map(({ id }) => [id, into] as [string, string]),
    );
  }

  private standing(): StoredTag[] {
    return [...this.tags.values()].filter(({ state }) => state !== 'MERGED');
  }

  private byWord(): ReadonlyMap<string, string> {
    return new Map(
      [...this.tags.values()].flatMap(({ id, words }) =>
        words.map(({ locale, text }) => [`${locale} ${squash(text)}`, id] as const),
      ),
    );
  }

  private conceptOf(tag: StoredTag, broader: readonly string[]): TagConcept {
    const own = { de: this.ownWords(tag.id, 'de'), en: this.ownWords(tag.id, 'en') };
    const synonymsOf = ({ label, synonyms, inherited }: OwnWords): string[] =>
      unique([...synonyms, ...inherited]).filter((text) => text !== label);
    const related = [tag, ...(this.mergedInto.get(tag.id) ?? [])].flatMap((one) => one.related);
    return {
      id: tag.id,
      // A suggestion has a label in the language of who made it.
      label: {
        de: own.de.label ?? own.en.label ?? tag.id,
        en: own.en.label ?? own.de.label ?? tag.id,
      },
      synonyms: { de: synonymsOf(own.de), en: synonymsOf(own.en) },
      broader: broader.filter((id) => id !== tag.id),
      related: this.resolveAll(related).filter(
        (id) => id !== tag.id && this.tags.get(id)?.state === 'APPROVED',
      ),
    };
  }

  /** The approved concepts above: those that are not approved give way to what is above them. */
  private lift(self: string, ids: readonly string[], seen = new Set([self])): string[] {
    return unique(
      this.resolveAll(ids).flatMap((id) => {
        if (seen.has(id)) return [];
        const tag = this.tags.get(id);
        if (tag === undefined) return [];
        if (tag.state === 'APPROVED') return [id];
        return this.lift(self, tag.broader, new Set([...seen, id]));
      }),
    );
  }

  private resolveAll(ids: readonly string[]): string[] {
    return unique(ids.map((id) => this.resolve(id)?.id ?? id));
  }
}
