import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Cursors, Position } from './cursors.js';
import { rowsOf } from './database.js';
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
  /** Found and computed once for page and count alike: both cost more than to read the rows. */
  readonly isCostly?: boolean;
}

type Row = ObjectLiteral & { readonly id: string };

interface Part<E extends Row> {
  readonly query: SelectQueryBuilder<E>;
  readonly order: Order;
  readonly after: Position | null;
  readonly limit: number;
}

interface Found<E extends Row> {
  /** Places are text: so a moment keeps its microseconds. */
  readonly rows: readonly {
    readonly id: string;
    readonly place: string;
    /** Undefined where it went meanwhile: its place still says where the list goes on. */
    readonly node: E | undefined;
  }[];
  /** How many the list has, where that is known. */
  readonly total: number | null;
}

/**
 * One page by keyset. A cursor holds the place of the last row as it was, sealed: rows that move or
 * go meanwhile neither hide others nor show them twice, and nobody learns when something was posted.
 * @throws DomainError BAD_USER_INPUT where the cursor is none of this order.
 */
export async function page<E extends Row>(
  query: SelectQueryBuilder<E>,
  order: Order,
  { first, after: cursor }: PageArgs,
  cursors: Cursors,
): Promise<Connection<E>> {
  const size = first ?? PAGE_SIZE.default;
  const kind = order.name ?? `${order.by} ${order.direction}`;
  const isFirst = cursor === null || cursor === undefined;
  const after = isFirst ? null : cursors.open(kind, cursor);
  const find = order.isCostly === true ? placeOnce : readInOrder;
  const { rows, total } = await find({ query, order, after, limit: size + 1 });
  const placed = rows
    .slice(0, size)
    .map(({ id, place, node }) => ({ node, cursor: cursors.seal(kind, [place, id]) }));
  const edges = placed.flatMap(({ node, cursor }) => (node === undefined ? [] : { node, cursor }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: !isFirst,
      startCursor: placed[0]?.cursor ?? null,
      endCursor: placed.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return total === null ? query.getCount() : Promise.resolve(total);
    },
  };
}

const beyond = ({ direction }: Order): string => (direction === 'ASC' ? '>' : '<');

async function readInOrder<E extends Row>(part: Part<E>): Promise<Found<E>> {
  const { order, after, limit } = part;
  const { by, direction } = order;
  const query = part.query.clone();
  const { alias } = query;
  if (after !== null) {
    const [afterPlace, afterId] = after;
    const ends = `(:afterPlace, :afterId)`;
    query.andWhere(`(${by}, ${alias}.id) ${beyond(order)} ${ends}`, { afterPlace, afterId });
  }
  // The name is the one that our own query gave its table.
  // eslint-disable-next-line no-restricted-syntax
  const { entities, raw } = await query
    // In brackets, since a bare column would be selected under this name only.
    .addSelect(`(${by})`, 'place')
    .addSelect(`(${by})::text`, 'cursor_place')
    .orderBy('place', direction)
    .addOrderBy(`${alias}.id`, direction)
    .limit(limit)
    .getRawAndEntities<{ cursor_place: string }>();
  const rows = entities.map((node, index) => ({
    id: node.id,
    place: raw[index]?.cursor_place ?? '',
    node,
  }));
  return { rows, total: null };
}

async function placeOnce<E extends Row>(part: Part<E>): Promise<Found<E>> {
  const { query, order, after, limit } = part;
  const { by, direction } = order;
  const [sql, parameters] = query
    .clone()
    .select(`${query.alias}.id`, 'id')
    .addSelect(`(${by})`, 'place')
    .getQueryAndParameters() as [string, unknown[]];
  const [place, id] = [1, 2].map((n) => `$${String(parameters.length + n)}`);
  const placed = await rowsOf<{ id: string; place: string; total: number }>(
    query.dataSource.manager,
    `WITH placed AS MATERIALIZED (${sql})
     SELECT id, place::text AS place, (SELECT count(*)::int FROM placed) AS total FROM placed
      ${after === null ? '' : `WHERE (placed.place, id) ${beyond(order)} (${place}, ${id})`}
      ORDER BY placed.place ${direction}, id ${direction} LIMIT ${String(limit)}`,
    [...parameters, ...(after ?? [])],
  );
  const total = placed[0]?.total ?? (after === null ? 0 : null);
  if (placed.length === 0) return { rows: [], total };
  // The conditions once more: what somebody may read can change in between.
  const ids = placed.map((row) => row.id);
  const nodes = await query.clone().andWhere(`${query.alias}.id = ANY(:ids)`, { ids }).getMany();
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const rows = placed.map(({ id, place }) => ({ id, place, node: nodeOf.get(id) }));
  return { rows, total };
}
