import { Injectable } from '@nestjs/common';
import { type ConfirmationWay, type LinkPurpose, SYSTEM } from '@wilma/domain';
import { Database, EventLog } from '@wilma/platform';
import { Account } from './account.entity.js';
import { AddressConfirmations } from './address-confirmations.js';
import { KnownDevices } from './known-devices.js';
import { LinkRequests, type WantedLink } from './link-requests.js';
import { MailedLinks } from './mailed-links.js';

/** What better-auth asks of the rest of Wilma. */
export interface FrontDesk {
  newToken(purpose: LinkPurpose): string;
  /** Has a link mailed, if the address belongs to an account. */
  requestLink(wanted: WantedLink): Promise<void>;
  /** Somebody has proven that the address of an account is theirs. */
  confirmed(accountId: string, way: ConfirmationWay): Promise<void>;
  /** Somebody set a password by a link in a mail to the address of the account. */
  passwordReset(accountId: string): Promise<void>;
  passwordChanged(accountId: string): Promise<void>;
  /** What a browser keeps in which an account has signed in. */
  deviceToken(email: string): string;
}

@Injectable()
export class SignInDesk implements FrontDesk {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly links: MailedLinks,
    private readonly requests: LinkRequests,
    private readonly confirmations: AddressConfirmations,
    private readonly devices: KnownDevices,
  ) {}

  deviceToken(email: string): string {
    return this.devices.tokenFor(email);
  }

  newToken(purpose: LinkPurpose): string {
    return this.links.newToken(purpose);
  }

  requestLink(wanted: WantedLink): Promise<void> {
    return this.requests.store(wanted);
  }

  confirmed(id: string, way: ConfirmationWay): Promise<void> {
    return this.database.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id });
      if (account !== null) await this.confirmations.confirm(tx, account, { way });
    });
  }

  /**
   * Who sets a password by mail proves that the address is theirs: what somebody else may have tied
   * to the account before is cut off.
   */
  async passwordReset(id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id });
      if (account === null) return;
      if (!account.emailVerified) {
        await tx.query(
          `DELETE FROM auth.credential WHERE "userId" = $1 AND "providerId" <> 'credential'`,
          [id],
        );
        await this.confirmations.confirm(tx, account, { way: 'PASSWORD_RESET' });
      }
      await this.events.record(tx, SYSTEM, 'account.password-changed', { account: id });
    });
  }

  async passwordChanged(account: string): Promise<void> {
    await this.database.transaction((tx) =>
      this.events.record(tx, SYSTEM, 'account.password-changed', { account }),
    );
  }
}
