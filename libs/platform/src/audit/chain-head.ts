import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

/** A seal: whoever noted the last one elsewhere can tell later that nothing before it was changed. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The last seal, or the one so many before it; null where there is none. */
export async function headOf(reader: EntityManager, before = 0): Promise<ChainHead | null> {
  const [row] = await rowsOf<{ seq: string; hash: Buffer }>(
    reader,
    'SELECT seq::text, hash FROM event_seal ORDER BY event_seal.seq DESC OFFSET $1 LIMIT 1',
    [before],
  );
  return row === undefined ? null : { seq: Number(row.seq), hash: row.hash };
}
