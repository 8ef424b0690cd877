import { Injectable } from '@nestjs/common';
import {
  AbsenceBounds,
  type AccountActor,
  type Actor,
  badInput,
  dayInBerlin,
  type DayRange,
  demand,
  demandAbsence,
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
} from '@wilma/platform';
import { MoreThanOrEqual } from 'typeorm';
import { Absence } from './absence.entity.js';
import { Account } from './account.entity.js';
import { lockAccount } from './account-lock.js';
import { DigestChoices } from './digest-choice.service.js';
import type { MySettingsInput } from './settings.input.js';

type Settings = Partial<
  Pick<Account, 'academicTitle' | 'locale' | 'openQuestionsLimit' | 'salutation'>
>;

/** What people set for themselves. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
    private readonly digests: DigestChoices,
  ) {}

  of(actor: AccountActor): Promise<Account> {
    const id = actor.accountId;
    demand(actor, 'read', { is: 'Account', id });
    return this.database.read.findOneByOrFail(Account, { id });
  }

  update(actor: AccountActor, input: MySettingsInput): Promise<Account> {
    const id = actor.accountId;
    demand(actor, 'change', { is: 'Account', id });
    const settings = settingsIn(input);
    return this.database.transaction(async (tx) => {
      const hasSettings = Object.keys(settings).length > 0;
      if (hasSettings) await tx.update(Account, { id }, settings);
      const digest = input.digest ?? null;
      if (digest !== null) await this.digests.choose(tx, id, digest);
      if (hasSettings || digest !== null) {
        await this.events.record(tx, actor, 'account.settings-changed', { account: id });
      }
      return tx.findOneByOrFail(Account, { id });
    });
  }

  /** Days on which nobody asks or reminds the person, and their deadlines wait. */
  setAbsence(actor: AccountActor, days: DayRange): Promise<Absence> {
    const now = this.clock.now();
    const accountId = actor.accountId;
    demand(actor, 'change', { is: 'Account', id: accountId });
    demandAbsence(days, now);
    return this.database.transaction(async (tx) => {
      // One at a time for each person, so that two requests do not go past the bound.
      await lockAccount(tx, accountId);
      const ahead = { accountId, toDay: MoreThanOrEqual(dayInBerlin(now)) };
      const max = AbsenceBounds.many;
      if ((await tx.countBy(Absence, ahead)) >= max) {
        throw badInput({ path: 'from', problem: 'tooMany', values: { max } });
      }
      const absence = tx.create(Absence, { accountId, fromDay: days.from, toDay: days.to });
      absence.createdAt = now;
      await tx.insert(Absence, absence);
      const event = { account: accountId, absence: absence.id };
      await this.events.record(tx, actor, 'absence.set', event);
      return tx.findOneByOrFail(Absence, { id: absence.id });
    });
  }

  /**
   * The person is there after all. Deadlines that were put off stay so.
   * @throws DomainError NOT_FOUND where it is none of theirs
   */
  removeAbsence(actor: AccountActor, id: string): Promise<void> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    if (!isUuid(id)) throw notFound();
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(Absence, { id, accountId });
      if (affected !== 1) throw notFound();
      const event = { account: accountId, absence: id };
      await this.events.record(tx, actor, 'absence.removed', event);
    });
  }

  /** One's own absences from today on. */
  absencesOf(actor: AccountActor): Promise<Absence[]> {
    return this.database.read.find(Absence, {
      where: {
        accountId: actor.accountId,
        toDay: MoreThanOrEqual(dayInBerlin(this.clock.now())),
      },
      order: { fromDay: 'ASC', id: 'ASC' },
      take: AbsenceBounds.many,
    });
  }

  /** Everybody's absences from today on, for coordinators; the next to begin first. */
  absences(actor: Actor, args: PageArgs): Promise<Connection<Absence>> {
    demand(actor, 'read', 'Absence');
    const query = this.database.read
      .createQueryBuilder(Absence, 'absence')
      .where('absence.to_day >= :today', { today: dayInBerlin(this.clock.now()) });
    return page(query, { by: 'absence.from_day', direction: 'ASC' }, args, this.cursors);
  }
}

/** Only what is given; language and salutation can not be taken away. */
function settingsIn(input: MySettingsInput): Settings {
  const { locale, salutation, academicTitle, openQuestionsLimit } = input;
  return {
    ...(locale ? { locale } : {}),
    ...(salutation ? { salutation } : {}),
    ...(academicTitle === undefined
      ? {}
      : { academicTitle: academicTitle === '' ? null : academicTitle }),
    ...(openQuestionsLimit === undefined ? {} : { openQuestionsLimit }),
  };
}
