import { Injectable } from '@nestjs/common';
import { abilityOf, type AccountActor, type Actor, demand, notFound } from '@wilma/domain';
import { Clock, Database, EventLog, isUuid, type Tx } from '@wilma/platform';
import { In } from 'typeorm';
import type { MailDomainInput } from './mail-domain.entity.js';
import { MailDomainService } from './mail-domain.service.js';
import { Organisation } from './organisation.entity.js';
import { factsOf, lockOrganisation } from './organisation.service.js';
import { Verification } from './verification.entity.js';

export interface Vouching {
  /** How the coordinator made sure. */
  readonly note: string | null;
  /** The mail domains in force from then on; null: as they are. */
  readonly domains: readonly MailDomainInput[] | null;
}

/** How many decisions on one organisation are shown; the latest. */
const SHOWN = 50;

/** Coordinators vouch for organisations, and take that back; each decision is kept. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly mailDomains: MailDomainService,
  ) {}

  /**
   * A coordinator vouches for the organisation: from now on it publishes without review. Where they
   * did so before, they may confirm its mail domains or add a note; the same again changes nothing.
   */
  verify(actor: AccountActor, id: string, { note, domains }: Vouching): Promise<Organisation> {
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const organisation = await lockOrganisation(tx, id);
      demand(actor, 'verify', factsOf(organisation));
      const isNew = organisation.verifiedAt === null;
      if (!isNew && note === null && domains === null) return organisation;
      if (isNew) await tx.update(Organisation, { id }, { verifiedAt: this.clock.now() });
      const inForce =
        domains === null
          ? await this.mailDomains.inForce(tx, id)
          : await this.mailDomains.confirm(tx, id, domains);
      await this.store(tx, actor, { organisationId: id, given: true, note, domains: inForce });
      await this.events.record(tx, actor, 'organisation.verified', { organisation: id });
      return tx.findOneByOrFail(Organisation, { id });
    });
  }

  /**
   * Nobody vouches any more: what the organisation publishes or edits from now on is reviewed first,
   * and nobody is invited or joins. What is published stays so until a coordinator decides on it.
   */
  takeBack(actor: AccountActor, id: string, reason: string): Promise<Organisation> {
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const organisation = await lockOrganisation(tx, id);
      demand(actor, 'verify', factsOf(organisation));
      if (organisation.verifiedAt === null) return organisation;
      await tx.update(Organisation, { id }, { verifiedAt: null });
      await this.mailDomains.confirm(tx, id, []);
      const decision = { organisationId: id, given: false, note: reason, domains: [] };
      await this.store(tx, actor, decision);
      const event = { organisation: id };
      await this.events.record(tx, actor, 'organisation.verification-taken-back', event);
      return tx.findOneByOrFail(Organisation, { id });
    });
  }

  /** For each organisation the decisions, the latest first; nothing but for staff. For loaders. */
  async of(actor: Actor, organisationIds: readonly string[]): Promise<Verification[][]> {
    const ability = abilityOf(actor);
    const seen = organisationIds.filter((id) => ability.can('oversee', { is: 'Organisation', id }));
    const found = await this.database.read.find(Verification, {
      where: { organisationId: In(seen) },
      order: { at: 'DESC', id: 'DESC' },
    });
    return organisationIds.map((id) =>
      found.filter((one) => one.organisationId === id).slice(0, SHOWN),
    );
  }

  private async store(
    tx: Tx,
    { accountId: decidedBy }: AccountActor,
    decision: Pick<Verification, 'domains' | 'given' | 'note' | 'organisationId'>,
  ): Promise<void> {
    await tx.insert(Verification, { ...decision, decidedBy, at: this.clock.now() });
  }
}
