import { type AccountActor, type Actor, overseesMatches, type TagGraph } from '@wilma/domain';
import { isUuid } from '@wilma/platform';
import type { Match } from './match.entity.js';
import type { MatchFilter } from './match.input.js';
import type { SelectQueryBuilder } from 'typeorm';

const POSTINGS = '(match.need_id, match.offer_id)';

const TAGGED = `EXISTS (SELECT FROM posting_tag
  WHERE posting_tag.posting_id IN ${POSTINGS} AND posting_tag.tag_id = ANY(:tags))`;

const SITUATED = `EXISTS (SELECT FROM posting
  WHERE posting.id IN ${POSTINGS} AND posting.district = ANY(:districts))`;

/** As it would be counted: the need's programme stands until the match has one of its own. */
const ATTRIBUTED = `COALESCE(match.programme_id,
  (SELECT posting.programme_id FROM posting WHERE posting.id = match.need_id)) = :programme`;

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** A condition in SQL and its parameters. */
type Condition = readonly [sql: string, parameters: Readonly<Record<string, unknown>>];

/** What a filter asks for that only staff may ask. */
function conditionsOf(filter: MatchFilter, actor: Actor, graph: TagGraph): Condition[] {
  const { tags, districts, programme, assigned, createdBefore } = filter;
  const conditions: Condition[] = [];
  if (given(tags) && tags.length > 0) {
    const known = graph.withNarrower(tags.filter((id) => graph.has(id)));
    conditions.push([TAGGED, { tags: known }]);
  }
  if (given(districts) && districts.length > 0) conditions.push([SITUATED, { districts }]);
  if (given(programme)) {
    conditions.push(isUuid(programme) ? [ATTRIBUTED, { programme }] : ['FALSE', {}]);
  }
  if (assigned === true) {
    conditions.push(['match.assignee_id = :me', { me: (actor as AccountActor).accountId }]);
  }
  if (given(createdBefore)) {
    conditions.push(['match.created_at < :createdBefore', { createdBefore }]);
  }
  return conditions;
}

/**
 * Narrows a list of matches by what coordinators sort their work by. Others find nothing by it:
 * who is assigned, the moment of a match, and what a hidden posting holds are not theirs to probe.
 */
export function narrowDesk(
  query: SelectQueryBuilder<Match>,
  filter: MatchFilter,
  actor: Actor,
  graph: TagGraph,
): void {
  const conditions = conditionsOf(filter, actor, graph);
  if (conditions.length === 0) return;
  if (!overseesMatches(actor)) {
    query.andWhere('FALSE');
    return;
  }
  for (const [sql, parameters] of conditions) query.andWhere(sql, parameters);
}
