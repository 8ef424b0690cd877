import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type AccountActor,
  badInput,
  demand,
  departureProblem,
  type MembershipRole,
  notFound,
} from '@wilma/domain';
import {
  type Connection,
  Cursors,
  Database,
  EventLog,
  isUuid,
  page,
  type PageArgs,
  type Tx,
} from '@wilma/platform';
import { In } from 'typeorm';
import { Account } from './account.entity.js';
import { Membership } from './membership.entity.js';
import type { Organisation } from './organisation.entity.js';
import { factsOf, findOrganisation, lockOrganisation } from './organisation.service.js';

/** Somebody of an organisation, as another member or staff see them. */
export interface Member {
  readonly account: Account;
  readonly role: MembershipRole;
  readonly since: Date;
  /** Null for whoever does not lead the organisation. */
  readonly email: string | null;
}

/** Who belongs to an organisation, and in which role. What becomes of their postings is up to whoever ends it. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
  ) {}

  /** By name. @throws DomainError where the actor is neither one of them nor staff */
  async list(
    actor: AccountActor,
    organisationId: string,
    args: PageArgs,
  ): Promise<Connection<Member>> {
    const organisation = await findOrganisation(this.database.read, organisationId);
    demand(actor, 'seeMembers', factsOf(organisation));
    const query = this.database.read
      .createQueryBuilder(Account, 'account')
      .innerJoin(Membership, 'membership', 'membership.account_id = account.id')
      .where('membership.organisation_id = :organisationId', { organisationId });
    const found = await page(query, { by: 'account.name', direction: 'ASC' }, args, this.cursors);
    const view = await this.viewsOf(
      actor,
      organisation,
      found.edges.map(({ node }) => node.id),
    );
    return {
      edges: found.edges.flatMap(({ node, cursor }) => {
        const member = view(node);
        return member === null ? [] : { cursor, node: member };
      }),
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }

  /** @throws DomainError BAD_USER_INPUT where it has no manager left */
  setRole(
    actor: AccountActor,
    organisationId: string,
    { accountId, role }: Pick<Membership, 'accountId' | 'role'>,
  ): Promise<Member> {
    if (!isUuid(organisationId)) throw notFound();
    return this.database.transaction(async (tx) => {
      const organisation = await lockOrganisation(tx, organisationId);
      demand(actor, 'lead', factsOf(organisation));
      const members = await this.all(tx, organisationId);
      const member = members.find((one) => one.accountId === accountId);
      if (member === undefined) throw badInput({ path: 'account', problem: 'notMember' });
      if (member.role !== role) {
        const others = departureProblem([...members, NOBODY], accountId);
        if (others !== null) throw badInput({ path: 'role', problem: others });
        await tx.update(Membership, { accountId, organisationId }, { role });
        const event = { organisation: organisationId, account: accountId, role };
        await this.events.record(tx, actor, 'member.role-changed', event);
      }
      const account = await tx.findOneByOrFail(Account, { id: accountId });
      const seesMail = abilityOf(actor).can('reachMembers', factsOf(organisation));
      return { account, role, since: member.createdAt, email: seesMail ? account.email : null };
    });
  }

  /** All members, who joined first comes first; nobody joins or leaves until the transaction ends. */
  async lockAll(tx: Tx, organisationId: string): Promise<[Organisation, Membership[]]> {
    const organisation = await lockOrganisation(tx, organisationId);
    return [organisation, await this.all(tx, organisationId)];
  }

  /** Ends a membership: from the next request on the account has no rights from it. */
  async end(
    tx: Tx,
    actor: AccountActor,
    { accountId, organisationId }: Pick<Membership, 'accountId' | 'organisationId'>,
  ): Promise<void> {
    await tx.delete(Membership, { accountId, organisationId });
    const name = accountId === actor.accountId ? 'member.left' : 'member.removed';
    await this.events.record(tx, actor, name, { organisation: organisationId, account: accountId });
  }

  private all(tx: Tx, organisationId: string): Promise<Membership[]> {
    return tx.find(Membership, {
      where: { organisationId },
      order: { createdAt: 'ASC', accountId: 'ASC' },
    });
  }

  private async viewsOf(
    actor: AccountActor,
    organisation: Organisation,
    accountIds: readonly string[],
  ): Promise<(account: Account) => Member | null> {
    const found = await this.database.read.findBy(Membership, {
      organisationId: organisation.id,
      accountId: In([...accountIds]),
    });
    const seesMail = abilityOf(actor).can('reachMembers', factsOf(organisation));
    return (account) => {
      const membership = found.find(({ accountId }) => accountId === account.id);
      if (membership === undefined) return null;
      const { role, createdAt: since } = membership;
      return { account, role, since, email: seesMail ? account.email : null };
    };
  }
}

/** Stepping down leaves oneself behind as a member without a manager. */
const NOBODY = { accountId: '', role: 'MEMBER' } as const;
