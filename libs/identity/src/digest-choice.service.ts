import { Injectable } from '@nestjs/common';
import { type AccountActor, type AccountRole, SYSTEM } from '@wilma/domain';
import { Database, EventLog, rowsOf, type Tx } from '@wilma/platform';
import { Account } from './account.entity.js';
import { Digest } from './digest.entity.js';

/** A coordinator whom a digest may be written to. */
export interface DigestReceiver extends Pick<
  Account,
  'academicTitle' | 'email' | 'id' | 'locale' | 'name' | 'salutation'
> {
  readonly role: AccountRole;
  readonly organisations: readonly string[];
}

/** Coordinators that one run of the clock turns to at most; the next run takes the rest. */
const BATCH = 200;

const RECEIVING: AccountRole = 'COORDINATOR';

const RECEIVERS_SQL = `
  SELECT account.id, account.name, account.email, account.locale, account.role,
         account.salutation, account."academicTitle",
         ARRAY(SELECT organisation_id FROM membership WHERE account_id = account.id)
           AS organisations
    FROM auth."user" AS account LEFT JOIN digest ON digest.account_id = account.id
   WHERE account.role = '${RECEIVING}' AND digest.wanted IS NOT FALSE
     AND (digest.covered_on IS NULL OR digest.covered_on < $1)
     AND NOT EXISTS (SELECT FROM absence WHERE absence.account_id = account.id
                        AND $1::date BETWEEN from_day AND to_day)
   ORDER BY account.id LIMIT ${String(BATCH)}`;

const CLAIM_SQL = `
  INSERT INTO digest (account_id, covered_on) VALUES ($1, $2)
  ON CONFLICT (account_id) DO UPDATE SET covered_on = EXCLUDED.covered_on
    WHERE digest.wanted AND (digest.covered_on IS NULL OR digest.covered_on < EXCLUDED.covered_on)
  RETURNING account_id`;

/** Who wants digests and who has had one. */
@Injectable()
export class DigestChoices {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Null for those who never get one: digests are for coordinators. */
  async choiceOf({ accountId, role }: AccountActor): Promise<boolean | null> {
    return role === RECEIVING ? this.isWanted(accountId) : null;
  }

  async isWanted(accountId: string): Promise<boolean> {
    return (await this.database.read.findOneBy(Digest, { accountId }))?.wanted ?? true;
  }

  async choose(tx: Tx, accountId: string, wanted: boolean): Promise<void> {
    await tx.upsert(Digest, { accountId, wanted }, ['accountId']);
  }

  /** Behind the link of a digest; a second time changes nothing. @returns null where nobody is left */
  leave(accountId: string): Promise<Account | null> {
    return this.database.transaction(async (tx) => {
      const account = await tx.findOneBy(Account, { id: accountId });
      if (account === null) return null;
      const known = await tx.findOneBy(Digest, { accountId });
      if (known?.wanted === false) return account;
      await this.choose(tx, accountId, false);
      await this.events.record(tx, SYSTEM, 'account.settings-changed', { account: accountId });
      return account;
    });
  }

  /** Coordinators who are there and have not had the digest of a day. */
  receivers(day: string): Promise<DigestReceiver[]> {
    return rowsOf<DigestReceiver>(this.database.read, RECEIVERS_SQL, [day]);
  }

  /** Takes the digest of a day for oneself to write. @returns whether nobody has or had it */
  async claim(tx: Tx, accountId: string, day: string): Promise<boolean> {
    return (await rowsOf(tx, CLAIM_SQL, [accountId, day])).length === 1;
  }
}
