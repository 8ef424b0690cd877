import { Injectable } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Account, Auth, DEMO_PASSWORD, Organisation, OrganisationService } from '@wilma/identity';
import { Database } from '@wilma/platform';
import type { DemoAccount, DemoOrganisation } from './demo-file.js';
import { SettableClock } from './settable-clock.js';

/** Before the first posting. */
const SINCE_DAYS = 760;

/** Who acts in the demo: members by organisation, and the coordinator. */
export interface DemoActors {
  readonly memberOf: ReadonlyMap<string, AccountActor>;
  readonly coordinator: AccountActor;
}

@Injectable()
export class DemoPeople {
  constructor(
    private readonly auth: Auth,
    private readonly database: Database,
    private readonly organisations: OrganisationService,
    private readonly clock: SettableClock,
  ) {}

  async load(
    organisations: readonly DemoOrganisation[],
    accounts: readonly DemoAccount[],
  ): Promise<DemoActors> {
    this.clock.goBack(SINCE_DAYS);
    const memberOf = new Map<string, AccountActor>();
    let coordinator: AccountActor | null = null;
    for (const account of accounts) {
      const accountId = await this.register(account);
      const { role } = account;
      const organisation = organisations.find(({ key }) => key === account.organisation);
      const ids = organisation === undefined ? [] : [await this.found(accountId, organisation)];
      const actor: AccountActor = { kind: 'ACCOUNT', accountId, role, organisations: ids };
      if (organisation !== undefined) memberOf.set(organisation.key, actor);
      if (role === 'COORDINATOR') coordinator ??= actor;
    }
    this.clock.goBack(null);
    if (coordinator === null) throw new Error('the demo has no coordinator');
    return { memberOf, coordinator };
  }

  private async register(account: DemoAccount): Promise<string> {
    const { name, email, role, locale, salutation, academicTitle } = account;
    const id = await this.auth.register({ name, email, password: DEMO_PASSWORD });
    const columns = { role, locale, salutation, academicTitle };
    await this.database.read.update(Account, { id }, columns);
    return id;
  }

  private found(accountId: string, demo: DemoOrganisation): Promise<string> {
    const { key: _key, verified, ...columns } = demo;
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const { identifiers } = await tx.insert(Organisation, {
        ...columns,
        createdAt: now,
        verifiedAt: verified ? now : null,
      });
      const id = (identifiers[0] as { id: string }).id;
      await this.organisations.join(tx, accountId, id, 'MANAGER');
      return id;
    });
  }
}
