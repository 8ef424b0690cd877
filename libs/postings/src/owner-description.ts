import type { District, SizeClass } from '@wilma/domain';
import type { Organisation } from '@wilma/identity';
import { rowsOf } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

/** So many organisations must share what a blinded posting shows of its owner. */
export const CROWD = 5;

export interface OwnerDescription {
  readonly sector: string | null;
  readonly sizeClass: SizeClass | null;
}

/** An owner, and the district that the posting shows. */
export interface DescribedOwner extends Pick<Organisation, 'sector' | 'sizeClass'> {
  readonly district: District | null;
}

/**
 * Sector and size class as far as they hide the owner in a crowd of verified organisations of the
 * district that the posting shows: first the size is dropped, then the sector.
 *
 * @returns in the order of the owners
 */
export async function describeOwners(
  from: EntityManager,
  owners: readonly DescribedOwner[],
): Promise<OwnerDescription[]> {
  const crowds = await rowsOf<{ sector: number; size: number }>(
    from,
    `SELECT count(organisation.id)::int AS sector,
            (count(organisation.id) FILTER (WHERE size_class::text = asked.size))::int AS size
       FROM unnest($1::text[], $2::text[], $3::text[])
            WITH ORDINALITY AS asked (sector, size, district, number)
       LEFT JOIN organisation
              ON organisation.sector = asked.sector AND verified_at IS NOT NULL
             AND organisation.district::text = asked.district
      GROUP BY number ORDER BY number`,
    [
      owners.map(({ sector }) => sector),
      owners.map(({ sizeClass }) => sizeClass),
      owners.map(({ district }) => district),
    ],
  );
  return owners.map(({ sector, sizeClass }, index) => ({
    sector: (crowds[index]?.sector ?? 0) >= CROWD ? sector : null,
    sizeClass: (crowds[index]?.size ?? 0) >= CROWD ? sizeClass : null,
  }));
}
