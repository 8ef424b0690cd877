import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Cursors } from './cursors.js';
import { IsText, IsWithin, Optional } from './validation.js';

export const PAGE_SIZE = { default: 20, max: 100 } as const;
/** Room for the longest place: a title. */
const CURSOR_LENGTH = 2_000;

@ObjectType()
export class PageInfo {
  @Field() hasNextPage: boolean;
  @Field() hasPreviousPage: boolean;
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(1, PAGE_SIZE.max)
  first?: number | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsText({ max: CURSOR_LENGTH })
  after?: string | null;
}

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  /** Counted only where it is asked for. */
  readonly totalCount: Promise<number>;
}

/** A page for whom there is nothing to see. */
export const NOTHING: Connection<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: Promise.resolve(0),
};

@ObjectType({ isAbstract: true })
class Nothing {}

/**
 * GraphQL type of a page of `node`s; `name` is what the node is called, `more` has what the page
 * tells besides.
 */
export function connectionOf<T, M extends object = object>(
  node: Type<T>,
  name: string,
  more: Type<M> = Nothing as Type<M>,
): Type<Connection<T> & M> {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field() cursor: string;
    @Field(() => node) node: T;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection extends (more as Type<object>) {
    @Field(() => [NodeEdge]) edges: NodeEdge[];
    @Field(() => PageInfo) pageInfo: PageInfo;
    @Field(() => Int) totalCount: number;
  }
  return NodeConnection as unknown as Type<Connection<T> & M>;
}

/** How a list is ordered: an SQL expression without nulls; ties are broken by id. */
export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
  /** Cursors hold for lists of this name only; by default for whatever is ordered by the same. */
  readonly name?: string;
}

/**
 * One page by keyset. A cursor holds the place of the last row as it was, sealed: rows that move or
 * go meanwhile neither hide others nor show them twice, and nobody learns when something was posted.
 * @throws DomainError BAD_USER_INPUT where the cursor is none of this order.
 */
export async function page<E extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<E>,
  order: Order,
  { first, after }: PageArgs,
  cursors: Cursors,
): Promise<Connection<E>> {
  const size = first ?? PAGE_SIZE.default;
  const { alias } = query;
  const { by, direction, name } = order;
  const all = query.clone();
  const kind = name ?? `${by} ${direction}`;
  if (after !== null && after !== undefined) {
    const than = direction === 'ASC' ? '>' : '<';
    const [afterPlace, afterId] = cursors.open(kind, after);
    query.andWhere(`(${by}, ${alias}.id) ${than} (:afterPlace, :afterId)`, { afterPlace, afterId });
  }
  const { entities, raw } = await query
    // In brackets, since a bare column would be selected under this name only.
    .addSelect(`(${by})`, 'place')
    // As text a moment keeps its microseconds.
    .addSelect(`(${by})::text`, 'cursor_place')
    .orderBy('place', direction)
    .addOrderBy(`${alias}.id`, direction)
    .limit(size + 1)
    .getRawAndEntities<{ cursor_place: string }>();
  const edges = entities.slice(0, size).map((node, index) => ({
    node,
    cursor: cursors.seal(kind, [raw[index]?.cursor_place ?? '', node.id]),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: entities.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return all.getCount();
    },
  };
}
