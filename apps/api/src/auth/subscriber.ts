import { type AccountActor, type Actor } from '@wilma/domain';
import type { SessionService } from '@wilma/identity';
import type { GraphqlContext } from '../graphql/context.js';

/** Whether somebody may do less now than before: by another role, or without an organisation. */
function hasLost(before: Actor, now: AccountActor): boolean {
  if (before.kind !== 'ACCOUNT') return true;
  const demoted = before.role !== now.role && before.role !== 'MEMBER';
  return demoted || before.organisations.some((id) => !now.organisations.includes(id));
}

/**
 * Who a subscriber is at this moment, asked before each event. Ends the socket of who has lost
 * their session, their role or a membership; they may come back as whoever they are now.
 */
export async function subscriberNow(
  sessions: SessionService,
  context: GraphqlContext,
): Promise<AccountActor | null> {
  const before = context.viewer.actor;
  const now = await sessions.viewerOf(context.cookies);
  const { actor } = now;
  if (actor.kind !== 'ACCOUNT') {
    context.hangUp?.('SESSION');
    return null;
  }
  if (hasLost(before, actor)) {
    context.hangUp?.('RIGHTS');
    return null;
  }
  context.viewer = now;
  return actor;
}
