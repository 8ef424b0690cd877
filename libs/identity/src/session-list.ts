import { Injectable } from '@nestjs/common';
import { type AccountActor, demand, notFound } from '@wilma/domain';
import { Clock, Database, EventLog, isUuid } from '@wilma/platform';
import { MoreThan, Not } from 'typeorm';
import { Account } from './account.entity.js';
import { type Device, deviceOf } from './device.js';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

/** More than anybody looks through; the oldest are left out. */
const SHOWN = 50;

export interface SessionSeen {
  readonly id: string;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly current: boolean;
}

/** Where somebody is signed in, and how to end it. */
@Injectable()
export class SessionList {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** @param cookies of the request, which belongs to one of them */
  async of(actor: AccountActor, cookies: string | undefined): Promise<SessionSeen[]> {
    demand(actor, 'change', { is: 'Account', id: actor.accountId });
    const found = await this.database.read.find(Session, {
      where: { accountId: actor.accountId, expiresAt: MoreThan(this.clock.now()) },
      order: { updatedAt: 'DESC', id: 'ASC' },
      take: SHOWN,
    });
    const token = this.sessions.tokenIn(cookies);
    return found.map((session) => ({
      id: session.id,
      device: deviceOf(session.userAgent),
      createdAt: session.createdAt,
      lastUsedAt: session.updatedAt,
      current: session.token === token,
    }));
  }

  /** @throws DomainError NOT_FOUND where it is none of theirs */
  async end(actor: AccountActor, id: string): Promise<void> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    if (!isUuid(id)) throw notFound();
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(Session, { id, accountId });
      if (affected !== 1) throw notFound();
      await this.events.record(tx, actor, 'account.sessions-ended', { account: accountId });
    });
  }

  /**
   * Signs somebody out everywhere, such as who lost a device; for administrators.
   * @throws DomainError FORBIDDEN, NOT_FOUND
   */
  async endAllOf(actor: AccountActor, accountId: string): Promise<void> {
    demand(actor, 'endSessions', 'Account');
    if (!isUuid(accountId)) throw notFound();
    await this.database.transaction(async (tx) => {
      if (!(await tx.existsBy(Account, { id: accountId }))) throw notFound();
      await tx.delete(Session, { accountId });
      await this.events.record(tx, actor, 'account.sessions-ended', { account: accountId });
    });
  }

  async endOthers(actor: AccountActor, cookies: string | undefined): Promise<void> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    const token = this.sessions.tokenIn(cookies) ?? '';
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(Session, { accountId, token: Not(token) });
      if ((affected ?? 0) === 0) return;
      await this.events.record(tx, actor, 'account.sessions-ended', { account: accountId });
    });
  }
}
