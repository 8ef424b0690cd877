import { Injectable } from '@nestjs/common';
import { type AccountActor, type Role, roleOf } from '@wilma/domain';
import { Database } from '@wilma/platform';
import { In } from 'typeorm';
import { Account } from './account.entity.js';
import { Organisation } from './organisation.entity.js';

export interface Profile {
  readonly account: Account;
  readonly role: Role;
  readonly organisations: readonly Organisation[];
}

@Injectable()
export class AccountService {
  constructor(private readonly database: Database) {}

  /** The acting account with its organisations, the acting one first. */
  async profileOf(actor: AccountActor): Promise<Profile> {
    const account = await this.database.read.findOneByOrFail(Account, { id: actor.accountId });
    const found = await this.database.read.findBy(Organisation, {
      id: In([...actor.organisations]),
    });
    const organisations = actor.organisations.flatMap((id) => found.filter((o) => o.id === id));
    return { account, role: roleOf(actor.role, organisations[0]?.kind ?? null), organisations };
  }

  /** By id, in the order asked for; for loaders. */
  async byIds(ids: readonly string[]): Promise<(Account | null)[]> {
    const found = await this.database.read.findBy(Account, { id: In([...ids]) });
    const byId = new Map(found.map((account) => [account.id, account]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
