import { Inject, Injectable } from '@nestjs/common';
import { type AccountActor, demand, erasureDays, SYSTEM } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { Clock, Config, Database, EventLog, SignedLinks, type Tx } from '@wilma/platform';
import { IsNull } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { somebodyOf } from './person.js';
import { type Estate, type Hold, SuccessionReader } from './succession.reader.js';

/** What will happen, or would: `requestedAt` is null where nobody has asked for it. */
export interface ErasurePlan {
  readonly requestedAt: Date | null;
  /** When it is carried out, unless something holds it. */
  readonly dueAt: Date;
  /** When it is carried out in any case. */
  readonly latestAt: Date;
  readonly holds: readonly Hold[];
  readonly estates: readonly Estate[];
}

/** Lets people ask to be erased, and change their mind. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly links: SignedLinks,
    private readonly succession: SuccessionReader,
    @Inject(Config) private readonly config: Config,
  ) {}

  async planOf({ accountId }: Pick<AccountActor, 'accountId'>): Promise<ErasurePlan> {
    const { read } = this.database;
    const open = await read.findOneBy(Erasure, { accountId, doneAt: IsNull() });
    const somebody = await somebodyOf(read, accountId);
    const estates = await this.succession.estates(somebody);
    const days = erasureDays(open?.requestedAt ?? this.clock.now(), this.config.erasureDays);
    return {
      requestedAt: open?.requestedAt ?? null,
      dueAt: open?.dueAt ?? days.due,
      latestAt: days.latest,
      holds: await this.succession.holds(somebody, estates),
      estates,
    };
  }

  /** A second time changes nothing. */
  async request(actor: AccountActor): Promise<ErasurePlan> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    await this.database.transaction(async (tx) => {
      const { email } = await tx.findOneByOrFail(Account, { id: accountId });
      const requestedAt = this.clock.now();
      const { identifiers } = await tx
        .createQueryBuilder()
        .insert()
        .into(Erasure)
        .values({
          accountId,
          addressee: this.links.addresseeKey(email),
          requestedAt,
          dueAt: erasureDays(requestedAt, this.config.erasureDays).due,
        })
        .orIgnore()
        .returning('id')
        .execute();
      const id: unknown = identifiers[0]?.id;
      if (typeof id !== 'string') return;
      const event = { erasure: id, account: accountId };
      await this.events.record(tx, actor, 'account.erasure-requested', event);
    });
    return this.planOf(actor);
  }

  /** Where nothing was asked for, or it is too late, nothing changes. */
  async cancel(actor: AccountActor): Promise<ErasurePlan> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    await this.database.transaction(async (tx) => {
      const open = await tx.findOneBy(Erasure, { accountId, doneAt: IsNull() });
      if (open !== null) await this.drop(tx, open, actor);
    });
    return this.planOf(actor);
  }

  /** Behind the link of the mail that tells of it; a second time changes nothing. */
  cancelById(id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const open = await tx.findOneBy(Erasure, { id, doneAt: IsNull() });
      if (open !== null) await this.drop(tx, open, SYSTEM);
    });
  }

  /** The wish that a link speaks of; null once it was taken back. */
  byId(id: string): Promise<Erasure | null> {
    return this.database.read.findOneBy(Erasure, { id });
  }

  private async drop(
    tx: Tx,
    { id, accountId }: Erasure,
    actor: Parameters<EventLog['record']>[1],
  ): Promise<void> {
    const { affected } = await tx.delete(Erasure, { id, doneAt: IsNull() });
    if (affected !== 1 || accountId === null) return;
    const event = { erasure: id, account: accountId };
    await this.events.record(tx, actor, 'account.erasure-cancelled', event);
  }
}
