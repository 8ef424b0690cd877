import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type AccountActor,
  type Actor,
  asciiDomain,
  badInput,
  demand,
  domainOfMail,
  domainsAbove,
  forbidden,
  isOfDomain,
  type MailDomain,
  mailDomainProblem,
  notFound,
} from '@wilma/domain';
import { Clock, Database, EventLog, isUuid, rowsOf, type Tx } from '@wilma/platform';
import { type EntityManager, In, Not } from 'typeorm';
import { Account } from './account.entity.js';
import { lockAccount } from './account-lock.js';
import { type MailDomainInput, OrganisationDomain } from './mail-domain.entity.js';
import { Membership } from './membership.entity.js';
import { Organisation } from './organisation.entity.js';
import { factsOf, lockOrganisation } from './organisation.service.js';

/** How many organisations somebody is offered to join; there is hardly ever more than one. */
const OFFERED = 20;

/** Domains that may let the account in: of verified organisations that never removed them. */
const CANDIDATES_SQL = `
  SELECT organisation_id AS "organisationId", domain, with_subdomains AS "withSubdomains"
    FROM mail_domain JOIN organisation ON organisation.id = organisation_id
   WHERE domain = ANY($2) AND confirmed_at IS NOT NULL AND verified_at IS NOT NULL
     AND NOT EXISTS (SELECT FROM event WHERE name = 'member.removed'
                        AND payload->>'organisation' = organisation.id::text
                        AND payload->>'account' = $1::text)
   ORDER BY organisation.name, organisation.id`;

/** Lets people join the organisation that their mail address belongs to. */
@Injectable()
export class MailDomainService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets which mail domains the organisation wants. Those that a coordinator has confirmed stay in
   * force, unless they are to let in more people than before.
   * @throws DomainError BAD_USER_INPUT where one is none, or anybody's
   */
  set(
    actor: AccountActor,
    organisationId: string,
    inputs: readonly MailDomainInput[],
  ): Promise<Organisation> {
    if (!isUuid(organisationId)) throw notFound();
    return this.database.transaction(async (tx) => {
      const organisation = await lockOrganisation(tx, organisationId);
      demand(actor, 'lead', factsOf(organisation));
      const wanted = domainsIn(inputs);
      const before = await tx.findBy(OrganisationDomain, { organisationId });
      await this.keepOnly(tx, organisationId, wanted);
      for (const one of wanted) {
        const known = before.find(({ domain }) => domain === one.domain);
        const isMore = known?.withSubdomains !== true && one.withSubdomains;
        const confirmedAt = isMore ? null : (known?.confirmedAt ?? null);
        await tx.save(OrganisationDomain, { organisationId, ...one, confirmedAt });
      }
      const event = { organisation: organisationId };
      await this.events.record(tx, actor, 'organisation.domains-set', event);
      return organisation;
    });
  }

  /** Puts these in force and no others, which stay wishes. */
  async confirm(
    tx: Tx,
    organisationId: string,
    inputs: readonly MailDomainInput[],
  ): Promise<string[]> {
    const confirmed = domainsIn(inputs);
    await tx.update(OrganisationDomain, { organisationId }, { confirmedAt: null });
    const confirmedAt = this.clock.now();
    for (const one of confirmed) {
      await tx.save(OrganisationDomain, { organisationId, ...one, confirmedAt });
    }
    return confirmed.map(written);
  }

  /** Those in force, as they are written down. */
  async inForce(tx: Tx, organisationId: string): Promise<string[]> {
    const found = await tx.find(OrganisationDomain, {
      where: { organisationId },
      order: { domain: 'ASC' },
    });
    return found.filter(({ confirmedAt }) => confirmedAt !== null).map(written);
  }

  /** For each organisation those that the actor may see: members and staff; for loaders. */
  async of(actor: Actor, organisationIds: readonly string[]): Promise<OrganisationDomain[][]> {
    const ability = abilityOf(actor);
    const seen = organisationIds.filter((id) =>
      ability.can('seeMembers', { is: 'Organisation', id }),
    );
    const found = await this.database.read.find(OrganisationDomain, {
      where: { organisationId: In(seen) },
      order: { domain: 'ASC' },
    });
    return organisationIds.map((id) => found.filter((one) => one.organisationId === id));
  }

  /** Organisations that the actor's confirmed address lets them join. */
  async joinable(actor: AccountActor): Promise<Organisation[]> {
    if (!abilityOf(actor).can('join', 'Organisation')) return [];
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    const open = await this.openTo(this.database.read, account);
    const ids = open.filter((id) => !actor.organisations.includes(id)).slice(0, OFFERED);
    const found = await this.database.read.findBy(Organisation, { id: In(ids) });
    return ids.flatMap((id) => found.filter((one) => one.id === id));
  }

  /**
   * Joins as a member, by the account's confirmed address; a second time changes nothing.
   * @throws DomainError FORBIDDEN where the address is of none of its domains in force
   */
  join(actor: AccountActor, organisationId: string): Promise<Organisation> {
    if (!isUuid(organisationId)) throw notFound();
    return this.database.transaction(async (tx) => {
      const account = await lockAccount(tx, actor.accountId);
      // Not while a coordinator takes back what lets them in.
      const organisation = await lockOrganisation(tx, organisationId);
      demand(actor, 'read', factsOf(organisation));
      demand(actor, 'join', factsOf(organisation));
      const place = { accountId: account.id, organisationId };
      if (await tx.existsBy(Membership, place)) return organisation;
      if (!(await this.openTo(tx, account)).includes(organisationId)) throw forbidden();
      await tx.insert(Membership, { ...place, role: 'MEMBER', createdAt: this.clock.now() });
      const event = { organisation: organisationId, account: account.id };
      await this.events.record(tx, actor, 'member.joined-by-domain', event);
      return organisation;
    });
  }

  /** Ids of the organisations that an account may join, by name. */
  private async openTo(
    reader: EntityManager,
    { id, email, emailVerified }: Account,
  ): Promise<string[]> {
    const domain = domainOfMail(email);
    if (!emailVerified || domain === null) return [];
    const candidates = await rowsOf<
      Pick<OrganisationDomain, 'domain' | 'organisationId' | 'withSubdomains'>
    >(reader, CANDIDATES_SQL, [id, domainsAbove(domain)]);
    const open = candidates.filter((candidate) => isOfDomain(email, candidate));
    return [...new Set(open.map(({ organisationId }) => organisationId))];
  }

  private async keepOnly(
    tx: Tx,
    organisationId: string,
    wanted: readonly MailDomain[],
  ): Promise<void> {
    const domain = Not(In(wanted.map((one) => one.domain)));
    await tx.delete(OrganisationDomain, { organisationId, domain });
  }
}

/** As coordinators read it: `*.` says that what is below counts, too. */
const written = ({ domain, withSubdomains }: MailDomain): string =>
  withSubdomains ? `*.${domain}` : domain;

/** In their ASCII form, each once. */
function domainsIn(inputs: readonly MailDomainInput[]): MailDomain[] {
  const found = new Map<string, MailDomain>();
  inputs.forEach(({ domain, withSubdomains }, at) => {
    const problem = mailDomainProblem(domain);
    const form = asciiDomain(domain);
    if (problem !== null || form === null) {
      throw badInput({ path: `domains.${String(at)}.domain`, problem: problem ?? 'badDomain' });
    }
    found.set(form, { domain: form, withSubdomains });
  });
  return [...found.values()];
}
