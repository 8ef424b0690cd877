import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type ConfirmationWay,
  demand,
  type Locale,
  SYSTEM,
} from '@wilma/domain';
import { Clock, type ConsentText, Database, EventLog, isUuid, type Tx } from '@wilma/platform';
import { Account } from './account.entity.js';
import { ACCOUNT_MAILS, AddressConfirmation } from './address-confirmation.entity.js';
import { type ConfirmationClaims, ConfirmationLinks } from './confirmation-links.js';

/** How an address was proven; what was read and when it was asked for, where that is known. */
export interface Proof {
  readonly way: ConfirmationWay;
  readonly askedAt?: Date;
  readonly text?: ConsentText;
}

/** Double opt-in: nothing happens in the name of an address before its owner has said yes. */
@Injectable()
export class AddressConfirmations {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly links: ConfirmationLinks,
    private readonly clock: Clock,
  ) {}

  /** Whose address a link is about; null where it is forged, past its end or to another address. */
  async opened(token: string): Promise<Account | null> {
    return (await this.read(token))?.account ?? null;
  }

  /**
   * Confirms the address that the link was sent to; the same again changes nothing.
   * @param textIn what the page said above its button, by language
   * @returns the account; null where the link is none of ours
   */
  async confirmByLink(
    token: string,
    textIn: (locale: Locale) => ConsentText,
  ): Promise<Account | null> {
    const opened = await this.read(token);
    if (opened === null) return null;
    const { account, claims } = opened;
    const text = textIn(account.locale);
    await this.database.transaction((tx) =>
      this.confirm(tx, account, { way: 'MAIL_LINK', askedAt: claims.askedAt, text }),
    );
    return account;
  }

  /** Keeps the proof, and lets the account act; the first proof of an address stays. */
  async confirm(
    tx: Tx,
    { id, email, locale }: Pick<Account, 'email' | 'id' | 'locale'>,
    { way, askedAt, text }: Proof,
  ): Promise<void> {
    const { affected } = await tx.update(Account, { id, email }, { emailVerified: true });
    if (affected !== 1) return;
    const { identifiers } = await tx
      .createQueryBuilder()
      .insert()
      .into(AddressConfirmation)
      .values({
        accountId: id,
        address: email,
        purpose: ACCOUNT_MAILS,
        way,
        textVersion: text?.version ?? null,
        textHash: text?.hash ?? null,
        locale,
        askedAt: askedAt ?? null,
        confirmedAt: this.clock.now(),
      })
      .orIgnore()
      .returning('id')
      .execute();
    if (identifiers[0] === undefined) return;
    await this.events.record(tx, SYSTEM, 'account.address-confirmed', { account: id, way });
  }

  /** Has the mail sent once more; nothing happens where the address is confirmed. */
  async askAgain(actor: AccountActor): Promise<void> {
    const account = actor.accountId;
    demand(actor, 'change', { is: 'Account', id: account });
    await this.database.transaction(async (tx) => {
      const { emailVerified } = await tx.findOneByOrFail(Account, { id: account });
      if (emailVerified) return;
      const ask = randomUUID();
      await this.events.record(tx, actor, 'account.confirmation-asked', { account, ask });
    });
  }

  private async read(
    token: string,
  ): Promise<{ account: Account; claims: ConfirmationClaims } | null> {
    const claims = this.links.read(token);
    if (claims === null || !isUuid(claims.account)) return null;
    const account = await this.database.read.findOneBy(Account, { id: claims.account });
    return account !== null && this.links.isTo(claims, account) ? { account, claims } : null;
  }
}
