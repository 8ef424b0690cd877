import type { ProblemKey } from './errors.js';
import type { MembershipRole } from './vocabulary.js';

/** Somebody who belongs to an organisation. */
export interface MemberFacts {
  readonly accountId: string;
  readonly role: MembershipRole;
}

/**
 * What stands against somebody's leaving, or their stepping down: others would be left without a
 * manager.
 * @param members all, who joined first comes first
 */
export function departureProblem(
  members: readonly MemberFacts[],
  leaving: string,
): ProblemKey | null {
  const isManager = ({ role }: MemberFacts): boolean => role === 'MANAGER';
  const theirs = members.find(({ accountId }) => accountId === leaving);
  const others = members.filter((member) => member !== theirs);
  const isLast = theirs !== undefined && isManager(theirs) && !others.some(isManager);
  return isLast && others.length > 0 ? 'lastManager' : null;
}

export interface Wishes {
  /** Who was named to take over; null where nobody was. */
  readonly successor: string | null;
  /** Who does it: themselves, a manager, or staff. */
  readonly acting: string;
}

/**
 * Who answers for the postings of somebody who leaves: who was named, else the manager who removes
 * them, else the manager who joined first, else whoever did. Null where nobody is left, undefined
 * where who was named can't.
 */
export function successorOf(
  members: readonly MemberFacts[],
  leaving: string,
  { successor, acting }: Wishes,
): string | null | undefined {
  const others = members.filter(({ accountId }) => accountId !== leaving);
  const idOf = (isMeant: (member: MemberFacts) => boolean): string | undefined =>
    others.find(isMeant)?.accountId;
  if (successor !== null) return idOf(({ accountId }) => accountId === successor);
  const isManager = ({ role }: MemberFacts): boolean => role === 'MANAGER';
  return (
    idOf((member) => isManager(member) && member.accountId === acting) ??
    idOf(isManager) ??
    others[0]?.accountId ??
    null
  );
}
