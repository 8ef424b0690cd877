import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@wilma/domain';
import { Membership } from '@wilma/identity';
import { EventLog, rowsOf, SignedLinks, type Tx } from '@wilma/platform';
import { PostingSuccession } from '@wilma/postings';
import { personOf } from './person.js';
import type { Estate, Somebody, Successor } from './succession.reader.js';
import { statementFor, TRACES } from './traces.js';

/** How many rows were changed, by what was removed there; nothing that was not found. */
export type ErasureReport = Readonly<Record<string, number>>;

/**
 * Erases somebody everywhere but in the ledger of events, which knows a random id that from then on
 * stands for nobody.
 */
@Injectable()
export class Eraser {
  constructor(
    private readonly postings: PostingSuccession,
    private readonly events: EventLog,
    private readonly links: SignedLinks,
  ) {}

  /** @param estates what they leave behind: passed on where somebody is left, else closed */
  async erase(tx: Tx, somebody: Somebody, estates: readonly Estate[]): Promise<ErasureReport> {
    const person = JSON.stringify(await personOf(tx, somebody, this.links));
    const report: Record<string, number> = {};
    const count = (what: string, rows: number): void => {
      if (rows > 0) report[what] = (report[what] ?? 0) + rows;
    };
    for (const estate of estates) await this.settle(tx, estate, count);
    for (const trace of TRACES) {
      const [done] = await rowsOf<{ rows: number }>(tx, statementFor(trace), [person]);
      count(trace.what, done?.rows ?? 0);
    }
    return report;
  }

  private async settle(
    tx: Tx,
    { organisationId, postings, successor, leavesNoManager }: Estate,
    count: (what: string, rows: number) => void,
  ): Promise<void> {
    if (successor === null) {
      for (const id of postings) await this.postings.close(tx, id);
      count('postings closed', postings.length);
      return;
    }
    for (const id of postings) await this.postings.passOn(tx, id, contactOf(successor));
    count('postings passed on', postings.length);
    if (!leavesNoManager) return;
    const place = { organisationId, accountId: successor.id };
    await tx.update(Membership, place, { role: 'MANAGER' });
    const promoted = {
      organisation: organisationId,
      account: successor.id,
      role: 'MANAGER',
    } as const;
    await this.events.record(tx, SYSTEM, 'member.role-changed', promoted);
    count('colleagues made managers', 1);
  }
}

const contactOf = ({ name, mail, salutation, academicTitle }: Successor) => ({
  name,
  mail,
  salutation,
  academicTitle,
  phone: null,
});
