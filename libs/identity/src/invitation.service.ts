import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  badInput,
  conflict,
  demand,
  DomainError,
  forbidden,
  type MembershipRole,
  notFound,
} from '@wilma/domain';
import { Clock, Database, EventLog, isUuid, type Tx } from '@wilma/platform';
import { MoreThan } from 'typeorm';
import { Account } from './account.entity.js';
import { Invitation } from './invitation.entity.js';
import { InvitationLinks } from './invitation-links.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';

const DAY_MS = 86_400_000;
const VALID_DAYS = 30;
/** What one organisation may send in a day. */
const A_DAY = 20;

/** Invites people to act for an organisation, and takes their yes. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly links: InvitationLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks an address by mail: asked again, the invitation that waits is returned and nothing sent;
   * one that has ended, or whose guest has left since, makes room for a new one.
   * @throws DomainError RATE_LIMITED where the organisation has invited too many within a day,
   *   BAD_USER_INPUT where the address belongs to a member
   */
  invite(
    actor: AccountActor,
    organisationId: string,
    { email, role }: { readonly email: string; readonly role: MembershipRole },
  ): Promise<Invitation> {
    if (!isUuid(organisationId)) throw notFound();
    demand(actor, role === 'MANAGER' ? 'inviteManager' : 'invite', {
      is: 'Organisation',
      id: organisationId,
    });
    const address = email.toLowerCase();
    return this.database.transaction(async (tx) => {
      // Two at once would both find room for one more.
      const found = await tx.findOne(Organisation, {
        where: { id: organisationId },
        lock: { mode: 'pessimistic_write' },
      });
      if (found === null) throw notFound();
      if (await this.isMember(tx, organisationId, address)) {
        throw badInput({ path: 'email', problem: 'alreadyMember' });
      }
      const earlier = await tx.findOneBy(Invitation, { organisationId, email: address });
      if (earlier !== null && this.isOpen(earlier)) return earlier;
      await this.demandRoom(tx, organisationId);
      if (earlier !== null) await tx.delete(Invitation, { id: earlier.id });
      return this.store(tx, actor, { organisationId, email: address, role });
    });
  }

  /**
   * Joins the organisation that the invitation is for; accepted again, nothing changes.
   * @throws DomainError NOT_FOUND where the token is none of ours or past its end, FORBIDDEN where
   *   another address was invited, CONFLICT where somebody else accepted
   */
  accept(actor: AccountActor, token: string): Promise<Organisation> {
    const id = this.links.read(token);
    if (id === null) throw notFound();
    return this.database.transaction(async (tx) => {
      const invitation = await tx.findOne(Invitation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (invitation === null) throw notFound();
      const account = await tx.findOneByOrFail(Account, { id: actor.accountId });
      if (account.email.toLowerCase() !== invitation.email) throw forbidden();
      if (invitation.acceptedAt === null) await this.join(tx, actor, invitation);
      else if (invitation.acceptedBy !== actor.accountId) throw conflict('it was accepted already');
      return tx.findOneByOrFail(Organisation, { id: invitation.organisationId });
    });
  }

  private async store(
    tx: Tx,
    actor: AccountActor,
    invited: Pick<Invitation, 'email' | 'organisationId' | 'role'>,
  ): Promise<Invitation> {
    const now = this.clock.now();
    const { locale } = await tx.findOneByOrFail(Account, { id: actor.accountId });
    const invitation = tx.create(Invitation, {
      ...invited,
      locale,
      invitedBy: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_DAYS * DAY_MS),
    });
    await tx.insert(Invitation, invitation);
    await this.events.record(tx, actor, 'member.invited', {
      organisation: invited.organisationId,
      invitation: invitation.id,
    });
    return invitation;
  }

  private async join(
    tx: Tx,
    actor: AccountActor,
    { id, organisationId, role }: Invitation,
  ): Promise<void> {
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
    await this.events.record(tx, actor, 'member.joined', {
      organisation: organisationId,
      invitation: id,
    });
  }

  private isOpen({ acceptedAt, expiresAt }: Invitation): boolean {
    return acceptedAt === null && expiresAt > this.clock.now();
  }

  private isMember(tx: Tx, organisationId: string, email: string): Promise<boolean> {
    return tx
      .createQueryBuilder(Membership, 'membership')
      .innerJoin('membership.account', 'account')
      .where('membership.organisation_id = :organisationId', { organisationId })
      .andWhere('lower(account.email) = :email', { email })
      .getExists();
  }

  private async demandRoom(tx: Tx, organisationId: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const sent = await tx.countBy(Invitation, { organisationId, createdAt: MoreThan(since) });
    if (sent >= A_DAY) throw new DomainError('RATE_LIMITED', 'too many invitations today');
  }
}
