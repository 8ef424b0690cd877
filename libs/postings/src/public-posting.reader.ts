import { Injectable } from '@nestjs/common';
import { abilityOf, type District, type Locale, type PostingKind, VISITOR } from '@wilma/domain';
import {
  type Connection,
  Cursors,
  Database,
  isUuid,
  type Order,
  page,
  type PageArgs,
  rowsOf,
  whereAllowed,
} from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import type { SelectQueryBuilder } from 'typeorm';
import { LISTED_AT, Posting } from './posting.entity.js';
import { POSTING_FACTS } from './posting-access.js';
import { PostingReader } from './posting.reader.js';

/** What everybody may know of a published posting, for catalogues and readers of feeds. */
export interface PublicPosting {
  readonly id: string;
  readonly kind: PostingKind;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly language: Locale;
  readonly district: District | null;
  /** Name of the owner; null where the posting is blinded. */
  readonly organisation: string | null;
  /** Labels of its tags in its language. */
  readonly subjects: readonly string[];
  /** The day of its last change, YYYY-MM-DD; never a time, which could tell whose it is. */
  readonly changedOn: string;
}

export interface ListedCount {
  readonly kind: PostingKind;
  readonly district: District | null;
  readonly count: number;
}

export interface PublicPeriod {
  readonly kind?: PostingKind | undefined;
  /** First and last day, YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const CHANGED_ON = `GREATEST(date_trunc('day', ${LISTED_AT}, 'UTC'), (
  SELECT max(day) FROM posting_change WHERE posting_change.posting = posting.id::text))`;

export const CHANGED: Readonly<Record<'NEWEST' | 'OLDEST', Order>> = {
  NEWEST: { by: CHANGED_ON, direction: 'DESC' },
  OLDEST: { by: CHANGED_ON, direction: 'ASC' },
};

/** Reads postings as visitors see them. */
@Injectable()
export class PublicPostingReader {
  constructor(
    private readonly database: Database,
    private readonly postings: PostingReader,
    private readonly vocabulary: VocabularyService,
    private readonly cursors: Cursors,
  ) {}

  /** One page, by the day of the last change. */
  async list(
    { kind, from, until }: PublicPeriod,
    order: Order,
    args: PageArgs,
  ): Promise<Connection<PublicPosting>> {
    const query = this.visible();
    if (kind !== undefined) query.andWhere('posting.kind = :kind', { kind });
    if (from !== undefined) query.andWhere(`${CHANGED_ON} >= :from`, { from: `${from}T00:00Z` });
    if (until !== undefined)
      query.andWhere(`${CHANGED_ON} <= :until`, { until: `${until}T00:00Z` });
    const found = await page(query, order, args, this.cursors);
    const records = await this.describe(found.edges.map(({ node }) => node));
    return {
      pageInfo: found.pageInfo,
      edges: found.edges.flatMap(({ cursor }, index) => {
        const node = records[index];
        return node === undefined ? [] : [{ cursor, node }];
      }),
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  /** @returns null where there is none or visitors may not see it */
  async byId(id: string): Promise<PublicPosting | null> {
    if (!isUuid(id)) return null;
    const posting = await this.visible().andWhere('posting.id = :id', { id }).getOne();
    const [record] = posting === null ? [] : await this.describe([posting]);
    return record ?? null;
  }

  /** How many of each kind are listed, by the district that they show. */
  counts(): Promise<ListedCount[]> {
    return this.visible()
      .select('posting.kind', 'kind')
      .addSelect('posting.district', 'district')
      .addSelect('count(*)::int', 'count')
      .groupBy('posting.kind')
      .addGroupBy('posting.district')
      .getRawMany<ListedCount>();
  }

  private visible(): SelectQueryBuilder<Posting> {
    const query = this.database.readAs(VISITOR).createQueryBuilder(Posting, 'posting');
    return whereAllowed(query, abilityOf(VISITOR), ['read', 'Posting'], POSTING_FACTS);
  }

  private async describe(postings: readonly Posting[]): Promise<PublicPosting[]> {
    const ids = postings.map(({ id }) => id);
    const owners = await this.postings.ownersOf(VISITOR, ids);
    const tags = await this.postings.tagsOf(VISITOR, ids);
    const graph = await this.vocabulary.graph();
    const days = await rowsOf<{ id: string; day: string }>(
      this.database.readAs(VISITOR),
      `SELECT id, to_char(${CHANGED_ON} AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
         FROM posting WHERE id = ANY($1)`,
      [ids],
    );
    const dayOf = new Map(days.map(({ id, day }) => [id, day]));
    return postings.map((posting, index) => {
      const { id, kind, title, summary, description, language, district } = posting;
      return {
        ...{ id, kind, title, summary, description, language, district },
        organisation: owners[index]?.name ?? null,
        subjects: (tags[index] ?? []).flatMap(
          ({ tagId }) => graph.get(tagId)?.label[language] ?? [],
        ),
        changedOn: dayOf.get(id) ?? '',
      };
    });
  }
}
