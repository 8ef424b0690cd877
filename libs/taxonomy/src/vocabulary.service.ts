import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Locale, type TagConcept, TagGraph } from '@wilma/domain';
import { Database, rowsOf, type Tx } from '@wilma/platform';
import { searchTags } from './tag-search.js';
import { Tag, TagLabel, TagRelation, type TagRelationKind } from './tag.entity.js';

/** How long a process may go on with the vocabulary that it has read. */
const FRESH_MS = 60_000;
const LOCALES = Object.values(Locale);

/** The vocabulary: kept in the database, read as a graph that is cached in each process. */
@Injectable()
export class VocabularyService implements OnModuleInit {
  private readonly log = new Logger(VocabularyService.name);
  private loaded: Promise<TagGraph> | null = null;
  private loadedAt = 0;
  private refreshing = false;

  constructor(private readonly database: Database) {}

  /**
   * The approved concepts as a graph. An old one is handed out while a new one is read, so that
   * nobody in the middle of a transaction waits for another connection.
   */
  graph(): Promise<TagGraph> {
    if (this.loaded === null) {
      this.loaded = this.load();
      this.loaded.catch(() => (this.loaded = null));
    } else if (performance.now() - this.loadedAt > FRESH_MS && !this.refreshing) {
      this.refreshing = true;
      this.load()
        .then((graph) => (this.loaded = Promise.resolve(graph)))
        .catch((error: unknown) =>
          this.log.warn(`the vocabulary stays as it was: ${String(error)}`),
        )
        .finally(() => (this.refreshing = false));
    }
    return this.loaded;
  }

  /** Read before anybody asks. */
  async onModuleInit(): Promise<void> {
    await this.graph();
  }

  /** Tags by any word in any language, best first; all by label where nothing is searched. */
  async search(text: string, locale: Locale, first: number): Promise<Tag[]> {
    const graph = await this.graph();
    return searchTags(graph, text, locale)
      .slice(0, first)
      .map(({ id }) => ({ id, state: 'APPROVED' }));
  }

  /** Makes the stored vocabulary what the concepts say. Tags that they don't name stay. */
  async replace(tx: Tx, concepts: readonly TagConcept[]): Promise<void> {
    const ids = concepts.map(({ id }) => id);
    await tx.upsert(
      Tag,
      ids.map((id) => ({ id, state: 'APPROVED' })),
      ['id'],
    );
    await tx.query('DELETE FROM tag_label WHERE tag_id = ANY($1)', [ids]);
    await tx.query('DELETE FROM tag_relation WHERE tag_id = ANY($1)', [ids]);
    await tx.insert(TagLabel, concepts.flatMap(labelsOf));
    await tx.insert(TagRelation, concepts.flatMap(relationsOf));
    this.loaded = null;
  }

  private async load(): Promise<TagGraph> {
    const rows = await rowsOf<ConceptRow>(this.database.read, GRAPH_SQL);
    this.loadedAt = performance.now();
    return new TagGraph(rows.map(conceptOf));
  }
}

interface ConceptRow {
  readonly id: string;
  readonly labels: {
    readonly locale: Locale;
    readonly text: string;
    readonly preferred: boolean;
  }[];
  readonly relations: { readonly kind: TagRelationKind; readonly other: string }[];
}

const GRAPH_SQL = `
  SELECT tag.id,
         ARRAY(SELECT json_build_object('locale', locale, 'text', text, 'preferred', preferred)
                 FROM tag_label WHERE tag_id = tag.id ORDER BY text) AS labels,
         ARRAY(SELECT json_build_object('kind', kind, 'other', other_id)
                 FROM tag_relation WHERE tag_id = tag.id ORDER BY other_id) AS relations
    FROM tag WHERE state = 'APPROVED' ORDER BY id`;

function conceptOf({ id, labels, relations }: ConceptRow): TagConcept {
  const of = (locale: Locale, preferred: boolean): string[] =>
    labels.filter((l) => l.locale === locale && l.preferred === preferred).map((l) => l.text);
  const to = (kind: TagRelationKind): string[] =>
    relations.filter((relation) => relation.kind === kind).map(({ other }) => other);
  return {
    id,
    label: { de: of('de', true)[0] ?? id, en: of('en', true)[0] ?? id },
    synonyms: { de: of('de', false), en: of('en', false) },
    broader: to('BROADER'),
    related: to('RELATED'),
  };
}

const labelsOf = ({ id, label, synonyms }: TagConcept): TagLabel[] =>
  LOCALES.flatMap((locale) => [
    { tagId: id, locale, text: label[locale], preferred: true } as TagLabel,
    ...synonyms[locale].map((text) => ({ tagId: id, locale, text, preferred: false }) as TagLabel),
  ]);

const relationsOf = ({ id, broader, related }: TagConcept): TagRelation[] => [
  ...broader.map((otherId) => ({ tagId: id, otherId, kind: 'BROADER' }) as TagRelation),
  ...related.map((otherId) => ({ tagId: id, otherId, kind: 'RELATED' }) as TagRelation),
];
