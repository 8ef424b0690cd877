import { Injectable } from '@nestjs/common';
import { abilityOf, type Actor } from '@wilma/domain';
import { abilitySql, Database, rowsOf } from '@wilma/platform';
import { type DescribedOwner, describeOwners, type OwnerDescription } from './owner-description.js';
import { POSTING_FACTS } from './posting-access.js';

const OWNERS = `
  SELECT posting.id, posting.district, organisation.sector, organisation.size_class AS "sizeClass"
    FROM posting JOIN organisation ON organisation.id = posting.organisation_id
   WHERE posting.id = ANY(:ids)`;

/** Shows owners and staff what a posting would tell of its owner if it were published blinded. */
@Injectable()
export class OwnerDescriptionReader {
  constructor(private readonly database: Database) {}

  /** For each posting; null where the viewer may not read all of it. */
  async of(actor: Actor, ids: readonly string[]): Promise<(OwnerDescription | null)[]> {
    const { read } = this.database;
    const allowed = abilitySql(abilityOf(actor), ['readConfidential', 'Posting'], POSTING_FACTS);
    const [sql, values] = read.dataSource.driver.escapeQueryWithParameters(
      `${OWNERS} AND ${allowed.sql}`,
      { ids, ...allowed.parameters },
    );
    const owners = await rowsOf<DescribedOwner & { readonly id: string }>(read, sql, values);
    const described = await describeOwners(read, owners);
    const byId = new Map(owners.map(({ id }, index) => [id, described[index]]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
