import { abilityOf, type Actor, demand, DomainError, notFound, Side } from '@wilma/domain';
import type { ClaimedMatch } from './match.writer.js';

/**
 * The side that the actor may speak for; whoever belongs to both speaks for the one that `prefers`
 * names.
 * @throws DomainError NOT_FOUND for who may not see the match, FORBIDDEN for who may only look on
 */
export function sideOf(
  actor: Actor,
  { match, owner }: ClaimedMatch,
  prefers: (side: Side) => boolean,
): Side {
  const ability = abilityOf(actor);
  const sides = Object.values(Side).filter((side) =>
    ability.can('answer', { is: 'MatchSide', matchId: match.id, organisationId: owner[side] }),
  );
  const side = sides.find(prefers) ?? sides[0];
  if (side !== undefined && match.everAsked) return side;
  demand(actor, 'read', {
    is: 'Match',
    needOrganisationId: owner.NEED,
    offerOrganisationId: owner.OFFER,
    everAsked: match.everAsked,
  });
  throw actor.kind === 'ACCOUNT'
    ? new DomainError('FORBIDDEN', 'no side of this match')
    : notFound();
}
