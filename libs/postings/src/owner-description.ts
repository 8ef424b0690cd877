import type { District, SizeClass } from '@wilma/domain';
import type { Organisation } from '@wilma/identity';
import { rowsOf, type Tx } from '@wilma/platform';

/** So many organisations must share what a blinded posting shows of its owner. */
export const CROWD = 5;

export interface OwnerDescription {
  readonly sector: string | null;
  readonly sizeClass: SizeClass | null;
}

/**
 * Sector and size class as far as they hide the owner in a crowd of verified organisations of the
 * district that the posting shows: first the size is dropped, then the sector.
 */
export async function describeOwner(
  tx: Tx,
  { sector, sizeClass }: Pick<Organisation, 'sector' | 'sizeClass'>,
  district: District | null,
): Promise<OwnerDescription> {
  const [crowd] = await rowsOf<{ sector: number; size: number }>(
    tx,
    `SELECT count(*)::int AS sector, (count(*) FILTER (WHERE size_class::text = $2))::int AS size
       FROM organisation
      WHERE sector = $1 AND district::text = $3 AND verified_at IS NOT NULL`,
    [sector, sizeClass, district],
  );
  return {
    sector: (crowd?.sector ?? 0) >= CROWD ? sector : null,
    sizeClass: (crowd?.size ?? 0) >= CROWD ? sizeClass : null,
  };
}
