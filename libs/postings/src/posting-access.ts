import { type Actor, abilityOf, organisationsOf, type PostingAbility } from '@wilma/domain';
import { abilitySql, whereAllowed } from '@wilma/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { Posting } from './posting.entity.js';

/** That a posting belongs to one of the organisations, an array in SQL. */
export function ownedBy(organisations: string): string {
  return `posting.id IN (SELECT posting_of(${organisations}))`;
}

/**
 * Where the facts that abilities ask for stand; not as text, of which no index and no plan knows.
 * Whose postings are is not read: a function of the database tells which are somebody's.
 */
export const POSTING_FACTS = {
  id: 'posting.id',
  organisationId: ownedBy,
  state: 'posting.state',
  visibility: 'posting.visibility',
  confirmation: 'posting.confirmation',
};

const RELEASED = 'posting.id IN (SELECT posting_released_to(:own))';

/** Narrows a query to the postings on which the viewer may do this. */
export const allowedPostings = <E extends Posting>(
  query: SelectQueryBuilder<E>,
  actor: Actor,
  action: PostingAbility,
): SelectQueryBuilder<E> =>
  whereAllowed(query, abilityOf(actor), [action, 'Posting'], POSTING_FACTS);

/** The condition under which a viewer knows the owner: by right, or by an introduction. */
export function allowedOrReleased(actor: Actor, action: PostingAbility): [string, object] {
  const { sql, parameters } = abilitySql(abilityOf(actor), [action, 'Posting'], POSTING_FACTS);
  return [`(${sql} OR ${RELEASED})`, { ...parameters, own: organisationsOf(actor) }];
}
