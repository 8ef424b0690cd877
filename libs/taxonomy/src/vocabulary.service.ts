import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Locale, TagGraph, TagState } from '@wilma/domain';
import { ChangeFeed, Database, type Tx } from '@wilma/platform';
import { searchTags } from './tag-search.js';
import type { StoredTag, Vocabulary } from './vocabulary.js';
import { revisionOf, vocabularyOf } from './vocabulary.reader.js';

/** Covers what a lost notification would leave behind. */
const CHECK_MS = 60_000;

export interface TagSearch {
  readonly first: number;
  /** The approved ones where nothing is said. */
  readonly states?: readonly TagState[];
  /** Only those that have none above them. */
  readonly roots?: boolean;
}

/**
 * The vocabulary: kept in the database, cached in each process. Each change counts a revision up
 * and is heard of by all processes, which then read it anew.
 */
@Injectable()
export class VocabularyService implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(VocabularyService.name);
  private held: Vocabulary | null = null;
  private checkedAt = 0;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly changes: ChangeFeed,
  ) {}

  /** Read before anybody asks. */
  async onModuleInit(): Promise<void> {
    this.unsubscribe = this.changes.subscribe(({ name }) => {
      if (name.startsWith('tag.')) this.refreshSoon();
    });
    await this.refresh();
  }

  onModuleDestroy(): void {
    this.unsubscribe();
  }

  /** The approved concepts as a graph, as this process knows them. */
  async graph(): Promise<TagGraph> {
    return (await this.current()).graph;
  }

  /** What this process knows: at most moments behind a change that another one has made. */
  current(): Promise<Vocabulary> {
    if (this.held === null) return this.refresh();
    if (performance.now() - this.checkedAt > CHECK_MS) this.refreshSoon();
    return Promise.resolve(this.held);
  }

  /** What a transaction sees: for whoever must not be behind. Needs no other connection. */
  async read(tx: Tx): Promise<Vocabulary> {
    const held = this.held;
    if (held !== null && held.revision === (await revisionOf(tx))) return held;
    return vocabularyOf(tx);
  }

  /** Reads the vocabulary again if it has changed. */
  async refresh(): Promise<Vocabulary> {
    this.checkedAt = performance.now();
    const { read } = this.database;
    const held = this.held;
    if (held !== null && held.revision === (await revisionOf(read))) return held;
    const loaded = await vocabularyOf(read);
    // Another reading may have begun later and ended sooner.
    if (this.held === null || this.held.revision < loaded.revision) this.held = loaded;
    return this.held;
  }

  /** The tag that an id stands for; looks again where this process knows none. */
  async find(id: string): Promise<StoredTag | undefined> {
    return (await this.current()).resolve(id) ?? (await this.refresh()).resolve(id);
  }

  /** Tags by any word in any language, best first; all by label where no text is given. */
  async search(
    text: string,
    locale: Locale,
    { first, states = ['APPROVED'], roots = false }: TagSearch,
  ): Promise<StoredTag[]> {
    const vocabulary = await this.current();
    return searchTags(vocabulary.graphOf(states), text, locale)
      .filter(({ id }) => !roots || vocabulary.graph.isRoot(id))
      .slice(0, first)
      .flatMap(({ id }) => vocabulary.get(id) ?? []);
  }

  private refreshSoon(): void {
    this.refresh().catch((error: unknown) =>
      this.log.warn(`the vocabulary stays as it was: ${String(error)}`),
    );
  }
}
