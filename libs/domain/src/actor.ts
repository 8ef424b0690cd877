import type { AccountRole, OrganisationKind, Role } from './vocabulary.js';

/** Who acts: an account, a person behind a signed link, the clock and the worker, or nobody. */
export type Actor = AccountActor | ContactActor | LinkActor | SystemActor | VisitorActor;

export interface AccountActor {
  readonly kind: 'ACCOUNT';
  readonly accountId: string;
  readonly role: AccountRole;
  /** Nobody has proven yet that the account's address is theirs: it looks around, no more. */
  readonly isUnconfirmed?: boolean;
  /** Ids of the organisations the account belongs to. */
  readonly organisations: readonly string[];
  /** Ids of those that it manages. */
  readonly manages?: readonly string[];
}

/** Somebody who followed an answer link: may answer for one side of one match, nothing else. */
export interface LinkActor {
  readonly kind: 'LINK';
  readonly matchId: string;
  readonly organisationId: string;
}

/** The contact of a posting who followed a link to it: may agree to it, refuse it and renew it. */
export interface ContactActor {
  readonly kind: 'CONTACT';
  readonly postingId: string;
}

export interface SystemActor {
  readonly kind: 'SYSTEM';
}

export interface VisitorActor {
  readonly kind: 'VISITOR';
}

export const SYSTEM: SystemActor = { kind: 'SYSTEM' };
export const VISITOR: VisitorActor = { kind: 'VISITOR' };

export const isStaff = (actor: Actor): boolean =>
  actor.kind === 'ACCOUNT' && actor.role !== 'MEMBER';

/** The account behind an actor, or null: what events and rows remember. */
export const accountIdOf = (actor: Actor): string | null =>
  actor.kind === 'ACCOUNT' ? actor.accountId : null;

export const organisationsOf = (actor: Actor): readonly string[] =>
  actor.kind === 'ACCOUNT'
    ? actor.organisations
    : actor.kind === 'LINK'
      ? [actor.organisationId]
      : [];

/** Ids of the organisations that an actor manages. */
export const managedBy = (actor: Actor): readonly string[] =>
  actor.kind === 'ACCOUNT' ? (actor.manages ?? []) : [];

/** Whose members act as researchers. */
export const ACADEMIC: readonly OrganisationKind[] = ['UNIVERSITY', 'RESEARCH_INSTITUTE'];

/** The role that the app leads with: staff by the account, others by the acting membership. */
export function roleOf(account: AccountRole, acting: OrganisationKind | null): Role {
  if (account !== 'MEMBER') return account;
  return acting !== null && ACADEMIC.includes(acting) ? 'RESEARCHER' : 'COMPANY';
}
