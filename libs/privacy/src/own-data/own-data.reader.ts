import { Injectable } from '@nestjs/common';
import type { AccountActor } from '@wilma/domain';
import { Account } from '@wilma/identity';
import { Clock, Database, rowsOf, SignedLinks } from '@wilma/platform';
import type { SectionName } from '../messages/index.js';
import { ROWS, type Section, statementOf } from './section.js';
import { SECTIONS } from './sections.js';

export type OwnRow = Readonly<Record<string, unknown>>;

export interface SectionData {
  readonly name: SectionName;
  readonly rows: readonly OwnRow[];
  /** Whether there were more rows than an export holds. */
  readonly isCut: boolean;
}

/** The beginning of a JSON export; the version changes with the names in it. */
const FORMAT = { format: 'wilma-own-data', version: 1 } as const;

/** Reads everything that is known about whoever asks (Art. 15 and 20 GDPR). */
@Injectable()
export class OwnDataReader {
  constructor(
    private readonly database: Database,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** One after the other, so that no more than one is held at once. */
  async *sections({ accountId }: AccountActor): AsyncGenerator<SectionData> {
    const account = await this.database.read.findOneByOrFail(Account, { id: accountId });
    // Anybody may sign up with an address that is somebody else's.
    const mail = account.emailVerified ? account.email.toLowerCase() : null;
    const person = [accountId, mail, mail === null ? null : this.links.addresseeKey(mail)];
    for (const section of SECTIONS) yield this.read(section, person);
  }

  /**
   * `{ format, version, exportedAt, data: { <section>: [ … ] }, cut: [ <section> ] }` in pieces:
   * rows by section, and the sections of which there was more than fits.
   */
  async *json(actor: AccountActor): AsyncGenerator<string> {
    const head = { ...FORMAT, exportedAt: this.clock.now() };
    yield `${JSON.stringify(head).slice(0, -1)},"data":{`;
    const cut: string[] = [];
    let comma = '';
    for await (const { name, rows, isCut } of this.sections(actor)) {
      yield `${comma}\n${JSON.stringify(name)}:${JSON.stringify(rows)}`;
      comma = ',';
      if (isCut) cut.push(name);
    }
    yield `},\n"cut":${JSON.stringify(cut)}}\n`;
  }

  private async read(section: Section, person: readonly (string | null)[]): Promise<SectionData> {
    const rows = await rowsOf<OwnRow>(this.database.read, statementOf(section), person);
    return { name: section.name, rows: rows.slice(0, ROWS), isCut: rows.length > ROWS };
  }
}
