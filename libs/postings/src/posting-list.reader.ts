import { Injectable } from '@nestjs/common';
import type { Actor, PostingKind } from '@wilma/domain';
import {
  type Connection,
  Cursors,
  Database,
  type Order,
  page,
  type PageArgs,
} from '@wilma/platform';
import { type Vocabulary, VocabularyService } from '@wilma/taxonomy';
import type { EntityTarget, SelectQueryBuilder } from 'typeorm';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { Posting } from './posting.entity.js';
import type { PostingFacets, UnderstoodSearch } from './posting-facets.js';
import { PostingFacetsReader } from './posting-facets.reader.js';
import { facetConditions, narrowBy } from './posting-filter.js';
import type { PostingFilter } from './posting.input.js';
import { ORDERS, type PostingOrder } from './posting-order.js';
import { PostingSearch, type SearchMeaning } from './search/posting-search.js';
import { type Breadth, matches, relevance } from './search/search-sql.js';

/** A page, how its search was understood, and the counts of facets where they are asked for. */
export interface PostingList<E extends Posting> extends Connection<E> {
  readonly search: UnderstoodSearch | null;
  readonly facets: Promise<PostingFacets>;
}

/** How a list is asked for; by relevance where there is a search and no order is given. */
export interface ListRequest {
  readonly filter: PostingFilter;
  readonly order: PostingOrder | null;
  readonly page: PageArgs;
}

interface Asked {
  readonly actor: Actor;
  readonly kind: PostingKind;
  readonly filter: PostingFilter;
  readonly known: Vocabulary;
  readonly meaning: SearchMeaning | null;
}

/** Lists postings that a viewer may read; each list costs a constant number of statements. */
@Injectable()
export class PostingListReader {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly search: PostingSearch,
    private readonly counts: PostingFacetsReader,
    private readonly cursors: Cursors,
  ) {}

  needs(actor: Actor, request: ListRequest): Promise<PostingList<Need>> {
    return this.list(Need, 'NEED', actor, request);
  }

  offers(actor: Actor, request: ListRequest): Promise<PostingList<Offer>> {
    return this.list(Offer, 'OFFER', actor, request);
  }

  private async list<E extends Posting>(
    entity: EntityTarget<E>,
    kind: PostingKind,
    actor: Actor,
    { filter, order, page: args }: ListRequest,
  ): Promise<PostingList<E>> {
    const text = filter.search ?? '';
    const meaning = text === '' ? null : await this.search.understand(text);
    const asked: Asked = { actor, kind, filter, known: await this.vocabulary.current(), meaning };
    const [breadth, found] = await this.find(entity, asked, orderOf(order, asked), args);
    const facets = () =>
      this.counts.count(this.readable(Posting, asked, breadth, null), kind, filter, asked.known);
    return {
      edges: found.edges,
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
      search: meaning && {
        ...meaning,
        tags: meaning.tags.flatMap((id) => asked.known.resolve(id) ?? []),
        isPartly: breadth === 'ANY',
      },
      get facets() {
        return facets();
      },
    };
  }

  /** A posting that answers a part of a search is better than none. */
  private async find<E extends Posting>(
    entity: EntityTarget<E>,
    asked: Asked,
    place: Place,
    args: PageArgs,
  ): Promise<[Breadth, Connection<E>]> {
    const whole = this.chosen(entity, asked, 'ALL');
    const found = await page(
      whole.setParameters(place.parameters),
      place.order,
      args,
      this.cursors,
    );
    const isSingle = asked.meaning === null || asked.meaning.units.length < 2;
    if (isSingle || found.edges.length > 0) return ['ALL', found];
    // Past the last page there is none either.
    if (found.pageInfo.hasPreviousPage && (await whole.getExists())) return ['ALL', found];
    const partly = this.chosen(entity, asked, 'ANY').setParameters(place.parameters);
    return ['ANY', await page(partly, place.order, args, this.cursors)];
  }

  private readable<E extends Posting>(
    entity: EntityTarget<E>,
    { actor, filter, meaning }: Asked,
    breadth: Breadth,
    kind: PostingKind | null,
  ): SelectQueryBuilder<E> {
    const query = this.database.readAs(actor).createQueryBuilder(entity, 'posting');
    narrowBy(query, actor, filter);
    if (meaning === null) return query;
    return query
      .innerJoin('posting_search', 'found', 'found.posting_id = posting.id')
      .andWhere(...(matches(meaning, breadth, kind) as [string, object]));
  }

  private chosen<E extends Posting>(
    entity: EntityTarget<E>,
    asked: Asked,
    breadth: Breadth,
  ): SelectQueryBuilder<E> {
    const query = this.readable(entity, asked, breadth, asked.kind);
    for (const [sql, values] of Object.values(facetConditions(asked.filter, asked.known.graph))) {
      query.andWhere(sql, values);
    }
    return query;
  }
}

/** The order of a list, and the parameters of its expression. */
interface Place {
  readonly order: Order;
  readonly parameters: object;
}

function orderOf(order: PostingOrder | null, { filter, meaning }: Asked): Place {
  const isByRelevance = (order ?? 'RELEVANCE') === 'RELEVANCE';
  if (isByRelevance && meaning !== null) {
    const best = relevance(meaning);
    // A place among the answers to one question says nothing about those to another.
    return { ...best, order: { ...best.order, name: `RELEVANCE ${questionOf(filter)}` } };
  }
  return { order: ORDERS[order ?? 'NEWEST'], parameters: {} };
}

/** The same for filters that ask the same, in whatever order they say it. */
const questionOf = (filter: PostingFilter): string =>
  JSON.stringify(
    Object.entries(filter as Readonly<Record<string, unknown>>)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
