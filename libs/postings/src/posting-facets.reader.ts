import { Injectable } from '@nestjs/common';
import type { CooperationForm, District, PostingKind, TagGraph } from '@wilma/domain';
import { rowsOf } from '@wilma/platform';
import type { Vocabulary } from '@wilma/taxonomy';
import { type SelectQueryBuilder } from 'typeorm';
import type { Posting } from './posting.entity.js';
import type { PostingFacets } from './posting-facets.js';
import { type Facet, facetConditions } from './posting-filter.js';
import type { PostingFilter } from './posting.input.js';

const MOST_TAGS = 30;

interface Counts {
  readonly tags: readonly (readonly [string, number])[] | null;
  readonly forms: Readonly<Record<CooperationForm, number>> | null;
  readonly districts: Readonly<Record<District, number>> | null;
  readonly kinds: Readonly<Record<PostingKind, number>> | null;
}

/** Counts what the values of facets would leave of a list. One statement. */
@Injectable()
export class PostingFacetsReader {
  /** @param query postings of both kinds that the list could hold, whatever is chosen of facets */
  async count(
    query: SelectQueryBuilder<Posting>,
    kind: PostingKind,
    filter: PostingFilter,
    vocabulary: Vocabulary,
  ): Promise<PostingFacets> {
    const { graph } = vocabulary;
    const conditions = facetConditions(filter, graph);
    const isIn = (facet: Facet): string => conditions[facet]?.[0] ?? 'TRUE';
    const [sql, parameters] = query
      .clone()
      .select('posting.id', 'id')
      .addSelect('posting.kind', 'kind')
      .addSelect('posting.cooperation_forms', 'forms')
      .addSelect('posting.district', 'district')
      .addSelect(isIn('tags'), 'has_tags')
      .addSelect(isIn('cooperationForms'), 'has_forms')
      .addSelect(isIn('districts'), 'has_district')
      .setParameters(
        Object.fromEntries(
          Object.values(conditions).flatMap(([, values]) => Object.entries(values)),
        ),
      )
      .getQueryAndParameters() as [string, unknown[]];
    const { manager } = query.dataSource;
    const [row] = await rowsOf<Counts>(manager, countSql(sql, parameters.length), [
      ...parameters,
      kind,
      ...closureOf(graph),
      filter.tags ?? [],
      MOST_TAGS,
    ]);
    return facetsOf(row, vocabulary);
  }
}

/** Parameters after those of the list: kind, tags, the same and broader ones, chosen tags, limit. */
const countSql = (list: string, before: number): string => {
  const [kind, tag, above, chosen, limit] = [1, 2, 3, 4, 5].map((n) => `$${String(before + n)}`);
  return `
    WITH listed AS MATERIALIZED (${list}),
    tagged AS (
      SELECT above AS tag, count(DISTINCT listed.id)::int AS count
        FROM listed
        JOIN posting_tag ON posting_tag.posting_id = listed.id
        JOIN unnest(${tag ?? ''}::text[], ${above ?? ''}::text[]) AS closure (tag, above)
          ON closure.tag = posting_tag.tag_id
       WHERE has_forms AND has_district AND listed.kind = ${kind ?? ''}
       GROUP BY above)
    SELECT
      (SELECT json_agg(json_build_array(tag, count) ORDER BY count DESC, tag) FROM (
         SELECT tag, count FROM tagged
          ORDER BY tag = ANY (${chosen ?? ''}::text[]) DESC, count DESC, tag
          LIMIT ${limit ?? ''}::int) AS best) AS tags,
      (SELECT json_object_agg(form, count) FROM (
         SELECT unnest(forms)::text AS form, count(*) FROM listed
          WHERE has_tags AND has_district AND kind = ${kind ?? ''} GROUP BY 1) AS a) AS forms,
      (SELECT json_object_agg(district, count) FROM (
         SELECT district::text, count(*) FROM listed
          WHERE has_tags AND has_forms AND kind = ${kind ?? ''} AND district IS NOT NULL
          GROUP BY 1) AS a) AS districts,
      (SELECT json_object_agg(kind, count) FROM (
         SELECT kind::text, count(*) FROM listed
          WHERE has_tags AND has_forms AND has_district GROUP BY 1) AS a) AS kinds`;
};

type Closure = readonly [tags: string, above: string];

/** By graph: it is the same object until the vocabulary changes. */
const closures = new WeakMap<TagGraph, Closure>();

/** Every tag with itself and with each that it counts for, as PostgreSQL writes arrays. */
function closureOf(graph: TagGraph): Closure {
  const known = closures.get(graph);
  if (known !== undefined) return known;
  const pairs = [...graph.all()].flatMap(({ id }) =>
    graph.withNarrower([id]).map((tag) => [tag, id] as const),
  );
  const closure = [written(pairs.map(([tag]) => tag)), written(pairs.map(([, id]) => id))] as const;
  closures.set(graph, closure);
  return closure;
}

/** In quotes, which are escaped as in JSON: so that thousands are not written anew each time. */
const written = (values: readonly string[]): string =>
  `{${values.map((value) => JSON.stringify(value)).join()}}`;

function facetsOf(counts: Counts | undefined, vocabulary: Vocabulary): PostingFacets {
  const entries = <K extends string>(record: Readonly<Record<K, number>> | null | undefined) =>
    (Object.entries(record ?? {}) as [K, number][]).sort(
      ([a, many], [b, more]) => more - many || (a < b ? -1 : 1),
    );
  return {
    tags: (counts?.tags ?? []).flatMap(([id, count]) => {
      const tag = vocabulary.resolve(id);
      return tag === undefined ? [] : [{ tag, count }];
    }),
    cooperationForms: entries(counts?.forms).map(([form, count]) => ({ form, count })),
    districts: entries(counts?.districts).map(([district, count]) => ({ district, count })),
    kinds: entries(counts?.kinds).map(([kind, count]) => ({ kind, count })),
  };
}
