import type { TagGraph } from '@wilma/domain';
import type { SelectQueryBuilder } from 'typeorm';
import type { Posting } from './posting.entity.js';
import type { PostingFilter } from './posting.input.js';

export interface FilterContext {
  readonly own: readonly string[];
  readonly graph: TagGraph;
  /** Condition under which the viewer knows a posting's owner. */
  readonly ownerKnown: readonly [sql: string, parameters: object];
}

const given = <T>(list: readonly T[] | null | undefined): list is readonly T[] =>
  list !== null && list !== undefined && list.length > 0;

/** Narrows a list of postings to what a filter asks for; an empty list of values asks for nothing. */
export function narrowBy<E extends Posting>(
  query: SelectQueryBuilder<E>,
  filter: PostingFilter,
  { own, graph, ownerKnown }: FilterContext,
): void {
  if (filter.mine === true) query.andWhere('posting.organisation_id = ANY(:mine)', { mine: own });
  if (given(filter.states)) {
    query.andWhere('posting.state::text = ANY(:states)', { states: filter.states });
  } else if (filter.mine !== true) {
    query.andWhere(`posting.state = 'PUBLISHED'`);
  }
  if (given(filter.districts)) {
    query.andWhere('posting.district::text = ANY(:districts)', { districts: filter.districts });
  }
  if (given(filter.cooperationForms)) {
    query.andWhere('posting.cooperation_forms::text[] && :forms', {
      forms: filter.cooperationForms,
    });
  }
  if (given(filter.tags)) {
    query.andWhere(
      `EXISTS (SELECT FROM posting_tag WHERE posting_tag.posting_id = posting.id
         AND posting_tag.tag_id = ANY(:tags))`,
      // By an id that nobody offers one could learn who suggested a tag.
      { tags: graph.withNarrower(filter.tags.filter((id) => graph.has(id))) },
    );
  }
  if (filter.organisation !== null && filter.organisation !== undefined) {
    // Else the filter would tell whose a blinded posting is.
    query
      .andWhere('posting.organisation_id::text = :organisation', {
        organisation: filter.organisation,
      })
      .andWhere(...(ownerKnown as [string, object]));
  }
  if (filter.search !== null && filter.search !== undefined && filter.search !== '') {
    query.andWhere(
      `(posting.title || ' ' || posting.summary || ' ' || posting.description) ILIKE :pattern`,
      { pattern: `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%` },
    );
  }
}
