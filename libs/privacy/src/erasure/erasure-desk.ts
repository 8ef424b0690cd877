import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { Clock, Database, EventLog, rowsOf, SignedLinks, type Tx } from '@wilma/platform';
import { IsNull, Not } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { Eraser, type ErasureReport } from './eraser.js';
import { somebodyOf } from './person.js';
import { type Somebody, SuccessionReader } from './succession.reader.js';

/** An erasure that was carried out, as it is kept apart from the database: pseudonyms only. */
export interface ErasureRecord {
  readonly account: string | null;
  readonly addressee: string;
  readonly at: string;
}

/** Every address that the database knows, in lower case. */
const ADDRESSES_SQL = `
  SELECT lower(email) AS mail FROM auth."user" UNION SELECT lower(contact_mail) FROM posting
   UNION SELECT lower(to_address) FROM outgoing_mail UNION SELECT lower(email) FROM invitation
   UNION SELECT person FROM asking`;

/** Undoes what a trial has done. */
class Undone extends Error {
  constructor(readonly report: ErasureReport) {
    super('only tried');
  }
}

/** Erases people at the operator's hands: without an account, by letter, after a restored backup. */
@Injectable()
export class ErasureDesk {
  constructor(
    private readonly database: Database,
    private readonly succession: SuccessionReader,
    private readonly eraser: Eraser,
    private readonly events: EventLog,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** Erases whoever has an address, at once. @param isTrial tells what would be done instead */
  async erase(address: string, isTrial = false): Promise<ErasureReport> {
    const mail = address.trim().toLowerCase();
    const account = await this.database.read.findOneBy(Account, { email: mail });
    const somebody =
      account === null ? { accountId: null, mails: [mail] } : await this.holderOf(account.id, mail);
    try {
      return await this.database.transaction(async (tx) => {
        const report = await this.carryOut(tx, somebody);
        if (isTrial) throw new Undone(report);
        return report;
      });
    } catch (error) {
      if (error instanceof Undone) return error.report;
      throw error;
    }
  }

  /** What was carried out, the oldest first. */
  async records(): Promise<ErasureRecord[]> {
    const done = await this.database.read.find(Erasure, {
      where: { doneAt: Not(IsNull()) },
      order: { doneAt: 'ASC', id: 'ASC' },
    });
    return done.map(({ accountId, addressee, doneAt }) => ({
      account: accountId,
      addressee,
      at: doneAt?.toISOString() ?? '',
    }));
  }

  /** Erases again whom a restored backup brought back. @returns how many it had */
  async replay(records: readonly ErasureRecord[]): Promise<number> {
    const keys = new Set(records.map(({ addressee }) => addressee));
    const accounts = records.flatMap(({ account }) => (account === null ? [] : [account]));
    const known = await rowsOf<{ mail: string }>(this.database.read, ADDRESSES_SQL);
    const mails = new Set(
      known.map(({ mail }) => mail).filter((mail) => keys.has(this.links.addresseeKey(mail))),
    );
    // Of an account whose address was another by then.
    for (const { email } of await rowsOf<{ email: string }>(
      this.database.read,
      'SELECT lower(email) AS email FROM auth."user" WHERE id = ANY($1)',
      [accounts],
    )) {
      mails.add(email);
    }
    for (const mail of mails) await this.erase(mail);
    return mails.size;
  }

  /** The operator knows whose the address is, even where nobody has confirmed it. */
  private async holderOf(accountId: string, mail: string): Promise<Somebody> {
    const { mails } = await somebodyOf(this.database.read, accountId);
    return { accountId, mails: [...new Set([mail, ...mails])] };
  }

  private async carryOut(tx: Tx, somebody: Somebody): Promise<ErasureReport> {
    const now = this.clock.now();
    const { accountId, mails } = somebody;
    const addressee = this.links.addresseeKey(mails[0] ?? '');
    const estates = await this.succession.estates(somebody, tx);
    const report = await this.eraser.erase(tx, somebody, estates);
    if (Object.keys(report).length === 0) return report;
    // Whoever had asked for it has it now.
    await tx.delete(Erasure, { addressee, doneAt: IsNull() });
    const { identifiers } = await tx.insert(Erasure, {
      accountId,
      addressee,
      requestedAt: now,
      dueAt: now,
      doneAt: now,
    });
    const event = { erasure: String(identifiers[0]?.id), account: accountId };
    await this.events.record(tx, SYSTEM, 'account.erased', event);
    return report;
  }
}
