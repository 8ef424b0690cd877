import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { badInput } from '@wilma/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isUuid } from './uuid.js';
import { IsText, IsWithin, Optional } from './validation.js';

export const PAGE_SIZE = { default: 20, max: 100 } as const;

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
  @IsText({ max: 200 })
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

/** GraphQL type of a page of `node`s; `name` is what the node is called. */
export function connectionOf<T>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field() cursor: string;
    @Field(() => node) node: T;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [NodeEdge]) edges: NodeEdge[];
    @Field(() => PageInfo) pageInfo: PageInfo;
    @Field(() => Int) totalCount: number;
  }
  return NodeConnection as unknown as Type<Connection<T>>;
}

/** How a list is ordered: an SQL expression without nulls; ties are broken by id. */
export interface Order {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

const encode = (id: string): string => Buffer.from(id).toString('base64url');

function decode(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!isUuid(id)) throw badInput({ path: 'after', problem: 'badCursor' });
  return id;
}

/**
 * One page by keyset. A cursor names the last row and nothing of its values, so it tells nobody
 * when something was posted; the row's place is looked up.
 * @throws DomainError BAD_USER_INPUT where the cursor is no cursor.
 */
export async function page<E extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<E>,
  order: Order,
  { first, after }: PageArgs,
): Promise<Connection<E>> {
  const size = first ?? PAGE_SIZE.default;
  const { alias } = query;
  const all = query.clone();
  const table = query.expressionMap.mainAlias?.metadata.tablePath ?? '';
  if (after !== null && after !== undefined) {
    const than = order.direction === 'ASC' ? '>' : '<';
    const place = order.by.replaceAll(`${alias}.`, 'last_row.');
    query.andWhere(
      `(${order.by}, ${alias}.id) ${than} (SELECT ${place}, last_row.id FROM ${table} last_row WHERE last_row.id = :after)`,
      { after: decode(after) },
    );
  }
  const rows = await query
    // In brackets, since a bare column would be selected under this name only.
    .addSelect(`(${order.by})`, 'place')
    .orderBy('place', order.direction)
    .addOrderBy(`${alias}.id`, order.direction)
    .limit(size + 1)
    .getMany();
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: encode(node.id) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return all.getCount();
    },
  };
}
