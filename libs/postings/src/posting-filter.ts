import { organisationsOf, type Actor, type TagGraph } from '@wilma/domain';
import type { SelectQueryBuilder } from 'typeorm';
import { isUuid } from '@wilma/platform';
import { allowedOrReleased, allowedPostings, ownedBy } from './posting-access.js';
import type { Posting } from './posting.entity.js';
import type { PostingFilter } from './posting.input.js';

/** What somebody chooses from values that are shown with their counts. */
export type Facet = 'cooperationForms' | 'districts' | 'tags';

/** A condition in SQL and its parameters. */
export type Condition = readonly [sql: string, parameters: Readonly<Record<string, unknown>>];

const given = <T>(list: readonly T[] | null | undefined): list is readonly T[] =>
  list !== null && list !== undefined && list.length > 0;

/** The condition of each facet from which something is chosen. */
export function facetConditions(
  { tags, cooperationForms, districts }: PostingFilter,
  graph: TagGraph,
): Partial<Record<Facet, Condition>> {
  return {
    ...(given(districts) && {
      districts: ['posting.district = ANY(:districts)', { districts }],
    }),
    ...(given(cooperationForms) && {
      cooperationForms: ['posting.cooperation_forms && :forms', { forms: cooperationForms }],
    }),
    ...(given(tags) && {
      tags: [
        `EXISTS (SELECT FROM posting_tag WHERE posting_tag.posting_id = posting.id
           AND posting_tag.tag_id = ANY(:tags))`,
        // By an id that nobody offers one could learn who suggested a tag.
        { tags: graph.withNarrower(tags.filter((id) => graph.has(id))) },
      ],
    }),
  };
}

/** Narrows a query to what the viewer may read and the filter asks for, facets and search apart. */
export function narrowBy<E extends Posting>(
  query: SelectQueryBuilder<E>,
  actor: Actor,
  { mine, states, organisation }: PostingFilter,
): void {
  allowedPostings(query, actor, 'read');
  if (mine === true) {
    query.andWhere(ownedBy(':mine'), { mine: organisationsOf(actor) });
  }
  if (given(states)) {
    query.andWhere('posting.state = ANY(:states)', { states });
  } else if (mine !== true) {
    query.andWhere(`posting.state = 'PUBLISHED'`);
  }
  if (organisation !== null && organisation !== undefined) {
    // Else the filter would tell whose a blinded posting is.
    query
      .andWhere(ownedBy(':named'), { named: isUuid(organisation) ? [organisation] : [] })
      .andWhere(...allowedOrReleased(actor, 'readOwner'));
  }
}
