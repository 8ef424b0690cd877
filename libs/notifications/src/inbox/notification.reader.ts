import { Injectable } from '@nestjs/common';
import { type AccountActor, demand } from '@wilma/domain';
import {
  Clock,
  type Connection,
  Cursors,
  Database,
  isUuid,
  page,
  type PageArgs,
} from '@wilma/platform';
import { In, IsNull } from 'typeorm';
import { Notification } from './notification.entity.js';

/** What one account was told; nobody reads or marks what others were. */
@Injectable()
export class NotificationReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. @param unread true: only what was not read, false: only what was */
  list(
    actor: AccountActor,
    unread: boolean | null,
    args: PageArgs,
  ): Promise<Connection<Notification>> {
    const accountId = readable(actor);
    const query = this.database.read
      .createQueryBuilder(Notification, 'notification')
      .where('notification.account_id = :accountId', { accountId });
    if (unread !== null) query.andWhere(`notification.read_at IS ${unread ? '' : 'NOT '}NULL`);
    const order = { by: 'notification.created_at', direction: 'DESC' } as const;
    return page(query, order, args, this.cursors);
  }

  unread(actor: AccountActor): Promise<number> {
    const accountId = readable(actor);
    return this.database.read.countBy(Notification, { accountId, readAt: IsNull() });
  }

  byId(actor: AccountActor, id: string): Promise<Notification | null> {
    const accountId = readable(actor);
    return this.database.read.findOneBy(Notification, { id, accountId });
  }

  /** @param ids null: all; those of others are passed over. @returns how many are left unread */
  async markRead(actor: AccountActor, ids: readonly string[] | null): Promise<number> {
    const { accountId } = actor;
    demand(actor, 'change', { is: 'Account', id: accountId });
    await this.database.transaction((tx) =>
      tx.update(
        Notification,
        { accountId, readAt: IsNull(), ...(ids === null ? {} : { id: In(ids.filter(isUuid)) }) },
        { readAt: this.clock.now() },
      ),
    );
    return this.unread(actor);
  }
}

function readable(actor: AccountActor): string {
  const { accountId } = actor;
  demand(actor, 'read', { is: 'Account', id: accountId });
  return accountId;
}
