import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type AccountActor,
  badInput,
  conflict,
  demand,
  DomainError,
  forbidden,
  isStaff,
  type MembershipRole,
  notFound,
} from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  EventLog,
  isUuid,
  page,
  type PageArgs,
  type Tx,
} from '@wilma/platform';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import { Account } from './account.entity.js';
import { AddressConfirmations } from './address-confirmations.js';
import { lockAccount } from './account-lock.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { factsOf } from './organisation.service.js';

const DAY_MS = 86_400_000;
const VALID_DAYS = 30;
/** How long an invitation, and with it the address, is kept after its end. */
const KEPT_DAYS = 180;
/** How many are forgotten in one step. */
const AT_ONCE = 500;
/** How many invitations may leave in a day for one organisation, and by one account. */
const A_DAY = { organisation: 20, member: 20, staff: 100 } as const;

/** Invites people to act for an organisation, and takes their yes. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly links: InvitationLinks,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
    private readonly confirmations: AddressConfirmations,
  ) {}

  /**
   * Asks an address by mail, once: asked again, the invitation that waits is returned, with another
   * role where that is wanted, and nothing sent. It is made anew for a guest who had accepted and left since. Where it ended unanswered,
   * staff alone make it anew, because the person asked them to.
   * @throws DomainError FORBIDDEN for the organisation that waits to be verified, RATE_LIMITED where
   *   too many were invited within a day, BAD_USER_INPUT where the address belongs to a member, or
   *   was asked before
   */
  invite(
    actor: AccountActor,
    organisationId: string,
    { email, role }: { readonly email: string; readonly role: MembershipRole },
  ): Promise<Invitation> {
    if (!isUuid(organisationId)) throw notFound();
    const invited = { email: email.toLowerCase(), role };
    return this.database.transaction((tx) => this.inviteWithin(tx, actor, organisationId, invited));
  }

  /** The same as part of more. */
  async inviteWithin(
    tx: Tx,
    actor: AccountActor,
    organisationId: string,
    { email, role }: { readonly email: string; readonly role: MembershipRole },
  ): Promise<Invitation> {
    // Two at once would both find room for one more.
    const { locale } = await lockAccount(tx, actor.accountId);
    const organisation = await tx.findOne(Organisation, {
      where: { id: organisationId },
      lock: { mode: 'for_no_key_update' },
    });
    if (organisation === null) throw notFound();
    demandInviting(actor, organisation, role);
    if (await this.isMember(tx, organisationId, email)) {
      throw badInput({ path: 'email', problem: 'alreadyMember' });
    }
    const earlier = await tx.findOneBy(Invitation, { organisationId, email });
    if (earlier !== null && this.isOpen(earlier)) {
      demandInviting(actor, organisation, earlier.role);
      return this.withRole(tx, actor, earlier, role);
    }
    if (earlier?.acceptedAt === null && !isStaff(actor)) {
      throw badInput({ path: 'email', problem: 'alreadyInvited' });
    }
    await this.demandRoom(tx, actor, organisationId);
    if (earlier !== null) await tx.delete(Invitation, { id: earlier.id });
    return this.store(tx, actor, { organisationId, email, role, locale });
  }

  /**
   * Joins the organisation that the invitation is for; accepted again, nothing changes.
   * @throws DomainError NOT_FOUND where the token is none of ours or the invitation has ended,
   *   FORBIDDEN where another address was invited, CONFLICT where somebody else accepted
   */
  accept(actor: AccountActor, token: string): Promise<Organisation> {
    demand(actor, 'change', { is: 'Account', id: actor.accountId });
    const id = this.links.read(token);
    if (id === null) throw notFound();
    return this.database.transaction(async (tx) => {
      const invitation = await tx.findOne(Invitation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (invitation === null || this.hasEnded(invitation)) throw notFound();
      const account = await tx.findOneByOrFail(Account, { id: actor.accountId });
      if (account.email.toLowerCase() !== invitation.email) throw forbidden();
      // The link came to this address by mail.
      await this.confirmations.confirm(tx, account, { way: 'INVITATION' });
      if (invitation.acceptedAt === null) await this.join(tx, actor, invitation);
      else if (invitation.acceptedBy !== actor.accountId) throw conflict('it was accepted already');
      return tx.findOneByOrFail(Organisation, { id: invitation.organisationId });
    });
  }

  /**
   * Ends an invitation that waits: its link leads nowhere from now on. Already ended, nothing changes.
   * @throws DomainError CONFLICT where it was accepted
   */
  withdraw(actor: AccountActor, id: string): Promise<Invitation> {
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const invitation = await tx.findOne(Invitation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (invitation === null) throw notFound();
      const { organisationId, role, acceptedAt } = invitation;
      demand(actor, 'withdraw', { is: 'Invitation', organisationId, role });
      if (acceptedAt !== null) throw conflict('it was accepted already');
      if (!this.isOpen(invitation)) return invitation;
      await tx.update(Invitation, { id }, { expiresAt: this.clock.now() });
      await this.events.record(tx, actor, 'invitation.withdrawn', eventOf(invitation));
      return tx.findOneByOrFail(Invitation, { id });
    });
  }

  /**
   * Those of an organisation that wait for an answer, the newest first.
   * @throws DomainError NOT_FOUND where there is none or the actor may not see them
   */
  async waiting(
    actor: AccountActor,
    organisationId: string,
    args: PageArgs,
  ): Promise<Connection<Invitation>> {
    demand(actor, 'read', { is: 'Invitation', organisationId, role: 'MEMBER' });
    const isKnown =
      isUuid(organisationId) &&
      (await this.database.read.existsBy(Organisation, { id: organisationId }));
    if (!isKnown) throw notFound();
    const query = this.database.read
      .createQueryBuilder(Invitation, 'invitation')
      .where('invitation.organisation_id = :organisationId', { organisationId })
      .andWhere('invitation.accepted_at IS NULL')
      .andWhere('invitation.expires_at > :now', { now: this.clock.now() });
    const order = { by: 'invitation.created_at', direction: 'DESC' } as const;
    return page(query, order, args, this.cursors);
  }

  /** Deletes what ended long ago, with the addresses. Resolves with the ids. */
  async forget(tx: Tx): Promise<string[]> {
    const since = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    const old = await tx.find(Invitation, {
      select: { id: true },
      where: { expiresAt: LessThan(since) },
      take: AT_ONCE,
    });
    const ids = old.map(({ id }) => id);
    if (ids.length > 0) await tx.delete(Invitation, { id: In(ids) });
    return ids;
  }

  private async withRole(
    tx: Tx,
    actor: AccountActor,
    invitation: Invitation,
    role: MembershipRole,
  ): Promise<Invitation> {
    const { id } = invitation;
    if (invitation.role === role) return invitation;
    const { affected } = await tx.update(Invitation, { id, acceptedAt: IsNull() }, { role });
    if (affected !== 1) throw conflict('it was accepted already');
    await this.events.record(tx, actor, 'invitation.role-changed', eventOf(invitation));
    return tx.findOneByOrFail(Invitation, { id });
  }

  private async store(
    tx: Tx,
    actor: AccountActor,
    invited: Pick<Invitation, 'email' | 'locale' | 'organisationId' | 'role'>,
  ): Promise<Invitation> {
    const now = this.clock.now();
    const invitation = tx.create(Invitation, {
      ...invited,
      invitedBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    });
    await tx.insert(Invitation, invitation);
    await this.events.record(tx, actor, 'member.invited', eventOf(invitation));
    return invitation;
  }

  private async join(tx: Tx, actor: AccountActor, invitation: Invitation): Promise<void> {
    const { id, organisationId, role } = invitation;
    const now = this.clock.now();
    const { accountId } = actor;
    await tx
      .createQueryBuilder()
      .insert()
      .into(Membership)
      .values({ accountId, organisationId, role, createdAt: now })
      .orIgnore()
      .execute();
    await tx.update(Invitation, { id }, { acceptedAt: now, acceptedBy: accountId });
    await this.events.record(tx, actor, 'member.joined', eventOf(invitation));
  }

  private isOpen({ acceptedAt, expiresAt }: Invitation): boolean {
    return acceptedAt === null && expiresAt > this.clock.now();
  }

  /** Ended unanswered. */
  private hasEnded(invitation: Invitation): boolean {
    return invitation.acceptedAt === null && !this.isOpen(invitation);
  }

  private isMember(tx: Tx, organisationId: string, email: string): Promise<boolean> {
    return tx
      .createQueryBuilder(Membership, 'membership')
      .innerJoin('membership.account', 'account')
      .where('membership.organisation_id = :organisationId', { organisationId })
      .andWhere('lower(account.email) = :email', { email })
      .getExists();
  }

  private async demandRoom(tx: Tx, actor: AccountActor, organisationId: string): Promise<void> {
    const createdAt = MoreThan(new Date(this.clock.now().getTime() - DAY_MS));
    const { accountId: invitedBy } = actor;
    const forOne = await tx.countBy(Invitation, { organisationId, createdAt });
    const byOne = await tx.countBy(Invitation, { invitedBy, createdAt });
    if (forOne >= A_DAY.organisation || byOne >= A_DAY[isStaff(actor) ? 'staff' : 'member']) {
      throw new DomainError('RATE_LIMITED', 'too many invitations today', [
        { path: 'email', problem: 'tooManyInvitations' },
      ]);
    }
  }
}

const eventOf = ({ id, organisationId }: Invitation) => ({
  organisation: organisationId,
  invitation: id,
});

/** Says so where an invitation waits for nothing but the organisation being verified. */
function demandInviting(
  actor: AccountActor,
  organisation: Organisation,
  role: MembershipRole,
): void {
  const action = role === 'MANAGER' ? 'inviteManager' : 'invite';
  const facts = factsOf(organisation);
  const ability = abilityOf(actor);
  if (!ability.can(action, facts) && ability.can(action, { ...facts, isVerified: true })) {
    throw new DomainError('FORBIDDEN', 'the organisation is not verified', [
      { path: 'organisation', problem: 'mustBeVerified' },
    ]);
  }
  demand(actor, action, facts);
}
