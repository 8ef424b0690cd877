import { type Actor, abilityOf, organisationsOf, type PostingAbility } from '@wilma/domain';
import { abilitySql, whereAllowed } from '@wilma/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { Posting } from './posting.entity.js';

/** Where the facts that abilities ask for stand; not as text, of which no index and no plan knows. */
export const POSTING_FACTS = {
  id: 'posting.id',
  organisationId: 'posting.organisation_id',
  state: 'posting.state',
  visibility: 'posting.visibility',
  confirmation: 'posting.confirmation',
};

const RELEASED = `EXISTS (SELECT FROM release WHERE release.posting_id = posting.id
  AND release.organisation_id = ANY(:own) AND release.owner_id = posting.organisation_id)`;

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
