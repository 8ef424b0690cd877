import { Inject, Injectable, Logger } from '@nestjs/common';
import { erasureDays, SYSTEM } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { Clock, Config, Database, EventLog, type Tx, withoutAddresses } from '@wilma/platform';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { Eraser } from './eraser.js';
import { somebodyOf } from './person.js';
import { SuccessionReader } from './succession.reader.js';

/** Erasures that one run of the clock looks at; those that are held stay among them. */
const BATCH = 200;

/** Carries erasures out when their time has come and nothing holds them any more. */
@Injectable()
export class ErasureClock {
  private readonly log = new Logger(ErasureClock.name);

  constructor(
    private readonly database: Database,
    private readonly succession: SuccessionReader,
    private readonly eraser: Eraser,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @returns how many were carried out */
  async tick(): Promise<number> {
    const due = await this.database.read.find(Erasure, {
      where: { doneAt: IsNull(), dueAt: LessThanOrEqual(this.clock.now()) },
      order: { dueAt: 'ASC' },
      take: BATCH,
    });
    let done = 0;
    for (const { id } of due) {
      await this.database
        .transaction((tx) => this.carryOut(tx, id))
        .then((isDone) => (done += Number(isDone)))
        .catch((error: unknown) => {
          this.log.error(withoutAddresses(`erasure ${id}: ${String(error)}`));
        });
    }
    return done;
  }

  private async carryOut(tx: Tx, id: string): Promise<boolean> {
    const open = await tx.findOne(Erasure, {
      where: { id, doneAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    // Taken back, or carried out by another clock, at this very moment.
    if (open?.accountId == null) return false;
    const { accountId, requestedAt } = open;
    const now = this.clock.now();
    if (await tx.existsBy(Account, { id: accountId })) {
      const somebody = await somebodyOf(tx, accountId);
      const estates = await this.succession.estates(somebody, tx);
      const { latest } = erasureDays(requestedAt, this.config.erasureDays);
      const holds = now < latest ? await this.succession.holds(somebody, estates, tx) : [];
      if (holds.length > 0) return false;
      await this.eraser.erase(tx, somebody, estates);
    }
    await tx.update(Erasure, { id }, { doneAt: now });
    const event = { erasure: id, account: accountId };
    await this.events.record(tx, SYSTEM, 'account.erased', event);
    return true;
  }
}
