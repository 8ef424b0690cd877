import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type AccountActor,
  type Actor,
  badInput,
  demand,
  DomainError,
  isStaff,
  type MembershipRole,
  notFound,
} from '@wilma/domain';
import {
  type Connection,
  Clock,
  Cursors,
  Database,
  EventLog,
  isUuid,
  page,
  type PageArgs,
  type Tx,
  whereAllowed,
} from '@wilma/platform';
import { type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { lockAccount } from './account-lock.js';
import { Membership } from './membership.entity.js';
import { Organisation, type OrganisationInput } from './organisation.entity.js';

/** How many organisations that nobody vouches for yet one account may manage. */
const UNVERIFIED = 3;

export interface OrganisationFilter {
  /** Part of the name. */
  readonly search: string | null;
  /** Whether somebody vouches for it; null: either. */
  readonly verified: boolean | null;
}

@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Founds an organisation. Who founds it manages it as its first member; staff do so for others
   * and stay outside. A coordinator verifies it.
   * @throws DomainError FORBIDDEN until the address of the account is confirmed, BAD_USER_INPUT where as many of theirs wait to be verified as one may have
   */
  create(actor: AccountActor, input: OrganisationInput): Promise<Organisation> {
    demandConfirmed(actor);
    demand(actor, 'create', 'Organisation');
    return this.database.transaction((tx) => this.createWithin(tx, actor, input));
  }

  /** The same as part of more, for who may. */
  async createWithin(tx: Tx, actor: AccountActor, input: OrganisationInput): Promise<Organisation> {
    const onBehalf = isStaff(actor);
    if (!onBehalf) await this.demandFew(tx, actor);
    const organisation = tx.create(Organisation, input);
    organisation.onBehalf = onBehalf;
    organisation.createdAt = this.clock.now();
    await tx.insert(Organisation, organisation);
    if (!onBehalf) await this.join(tx, actor.accountId, organisation.id, 'MANAGER');
    await this.events.record(tx, actor, 'organisation.created', {
      organisation: organisation.id,
    });
    return tx.findOneByOrFail(Organisation, { id: organisation.id });
  }

  private async demandFew(tx: Tx, { accountId }: AccountActor): Promise<void> {
    await lockAccount(tx, accountId);
    const waiting = await tx.countBy(Membership, {
      accountId,
      role: 'MANAGER',
      organisation: { verifiedAt: IsNull() },
    });
    if (waiting >= UNVERIFIED) {
      throw badInput({ path: 'name', problem: 'tooManyUnverified', values: { max: UNVERIFIED } });
    }
  }

  async join(
    tx: Tx,
    accountId: string,
    organisationId: string,
    role: MembershipRole,
  ): Promise<void> {
    await tx.insert(Membership, { accountId, organisationId, role, createdAt: this.clock.now() });
  }

  /** The network's organisations by name: verified ones and one's own; staff see all. */
  list(
    actor: Actor,
    { search, verified }: OrganisationFilter,
    args: PageArgs,
  ): Promise<Connection<Organisation>> {
    demand(actor, 'read', 'Organisation');
    const query = listedTo(
      this.database.read.createQueryBuilder(Organisation, 'organisation'),
      actor,
    );
    if (verified !== null) {
      query.andWhere(`organisation.verified_at IS ${verified ? 'NOT ' : ''}NULL`);
    }
    if (search !== null && search !== '') {
      query.andWhere(`organisation.name ILIKE '%' || :search || '%'`, {
        search: search.replaceAll(/[\\%_]/g, '\\$&'),
      });
    }
    return page(query, { by: 'organisation.name', direction: 'ASC' }, args, this.cursors);
  }

  /**
   * The organisation somebody posts for: the one named, or the only one they belong to.
   * @throws DomainError with the field `organisation`
   */
  async postingFor(
    from: EntityManager,
    actor: AccountActor,
    id: string | null,
  ): Promise<Organisation> {
    const [only, ...others] = actor.organisations;
    if (id === null && (only === undefined || others.length > 0)) {
      throw badInput({ path: 'organisation', problem: 'mustChooseOrganisation' });
    }
    const chosen = id ?? only ?? '';
    if (!abilityOf(actor).can('post', { is: 'Organisation', id: chosen })) {
      throw new DomainError('FORBIDDEN', 'not a member of this organisation', [
        { path: 'organisation', problem: 'foreignOrganisation' },
      ]);
    }
    const organisation = isUuid(chosen) ? await from.findOneBy(Organisation, { id: chosen }) : null;
    if (organisation === null) throw badInput({ path: 'organisation', problem: 'invalid' });
    return organisation;
  }

  /** Those of the ids that are organisations which the actor finds in the list. */
  async found(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
    const query = tx
      .createQueryBuilder(Organisation, 'organisation')
      .where('organisation.id = ANY(:ids)', { ids: ids.filter(isUuid) });
    return new Set((await listedTo(query, actor).getMany()).map(({ id }) => id));
  }

  /** By id, in the order asked for, as far as the actor may see them; for loaders. */
  async visible(actor: Actor, ids: readonly string[]): Promise<(Organisation | null)[]> {
    const ability = abilityOf(actor);
    const found = await this.byIds(ids);
    return found.map((one) => (one !== null && ability.can('read', factsOf(one)) ? one : null));
  }

  /** By id, in the order asked for; for loaders. */
  async byIds(ids: readonly string[]): Promise<(Organisation | null)[]> {
    const found = await this.database.read.findBy(Organisation, { id: In([...ids]) });
    const byId = new Map(found.map((organisation) => [organisation.id, organisation]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}

/** Says what is missing where an account looks around only. */
function demandConfirmed(actor: AccountActor): void {
  if (actor.isUnconfirmed !== true) return;
  throw new DomainError('FORBIDDEN', 'the address is not confirmed', [
    { path: 'name', problem: 'mustConfirmAddress' },
  ]);
}

/** @throws DomainError NOT_FOUND */
export async function findOrganisation(reader: EntityManager, id: string): Promise<Organisation> {
  const found = isUuid(id) ? await reader.findOneBy(Organisation, { id }) : null;
  if (found === null) throw notFound();
  return found;
}

/**
 * Lets one transaction at a time decide on an organisation's standing and its people; nobody joins
 * meanwhile. @throws DomainError NOT_FOUND
 */
export async function lockOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = isUuid(id) ? await tx.findOne(Organisation, { where: { id }, lock }) : null;
  if (found === null) throw notFound();
  return found;
}

/** What the rules ask of an organisation. */
export const factsOf = ({ id, verifiedAt }: Organisation) =>
  ({ is: 'Organisation', id, isVerified: verifiedAt !== null }) as const;

/** Where the facts that abilities ask for stand. */
const FACTS = { id: 'organisation.id', isVerified: '(organisation.verified_at IS NOT NULL)' };

/** Narrows a list to what the viewer may see: verified organisations and their own, staff all. */
function listedTo(
  query: SelectQueryBuilder<Organisation>,
  actor: Actor,
): SelectQueryBuilder<Organisation> {
  return whereAllowed(query, abilityOf(actor), ['read', 'Organisation'], FACTS);
}
