import { randomUUID } from 'node:crypto';
import { buildAccount, buildOrganisation, buildPosting } from '@wilma/testing';
import type { ApiInProcess } from './in-process.js';

/** People of organisations, and what became of what is theirs. */
export class OrganisationCast {
  constructor(private readonly api: ApiInProcess) {}

  /** Somebody who belongs to organisations, by default to none. */
  async somebody(plan: Parameters<typeof buildAccount>[1] = {}) {
    const account = await buildAccount(this.api.database, plan);
    return { id: account.id, email: account.email, person: await this.api.signIn(account) };
  }

  /** Somebody who manages an organisation that others belong to. */
  async manager() {
    const organisation = await buildOrganisation(this.api.database, {
      name: `Werk ${randomUUID()}`,
    });
    const boss = await this.somebody({ organisations: [organisation] });
    await this.api.database.query(`UPDATE membership SET role = 'MANAGER' WHERE account_id = $1`, [
      boss.id,
    ]);
    const member = (email = `${randomUUID()}@people.example`) =>
      this.somebody({ email, organisations: [organisation] });
    return { ...boss, organisation, member };
  }

  posting(organisation: string, mail: string, title = 'Ein Bedarf (Beispiel)'): Promise<string> {
    return buildPosting(this.api.database, 'NEED', {
      organisation,
      title,
      contact: { name: 'Ada', mail },
    });
  }

  async contactOf(id: string): Promise<unknown> {
    const [row] = await this.api.database.query('SELECT contact_mail FROM posting WHERE id = $1', [
      id,
    ]);
    return row?.contact_mail;
  }

  async eventsOf(organisation: string): Promise<unknown[]> {
    const rows = await this.api.database.query(
      `SELECT name FROM event WHERE payload->>'organisation' = $1 ORDER BY id`,
      [organisation],
    );
    return rows.map(({ name }) => name);
  }
}
