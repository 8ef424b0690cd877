import type { EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { type ChainHead, headOf } from './chain-head.js';
import { NO_SEAL, type SealedEvent, sealOf } from './seal.js';

const BATCH = 5_000;
/** The clock seals twice a minute. */
const PATIENCE = '5 minutes';

/** Where the chain is broken first. */
export interface ChainBreak {
  readonly seq: number;
  /** GAP: this seal is gone. GONE: its event is. CHANGED: event, seal or their order was. */
  readonly what: 'CHANGED' | 'GAP' | 'GONE';
  /** Null where the seal is gone. */
  readonly event: string | null;
}

export interface ChainState {
  /** Seals that were recomputed. */
  readonly checked: number;
  readonly head: ChainHead | null;
  readonly broken: ChainBreak | null;
  /** Events that should have been sealed long ago. */
  readonly unsealed: number;
}

interface Row extends Omit<SealedEvent, 'id'> {
  readonly seq: string;
  readonly hash: Buffer;
  readonly eventId: string;
  /** Null where the event is gone. */
  readonly id: string | null;
}

const SEALS_SQL = `
  SELECT seq::text, hash, event_id AS "eventId", event.id, name, actor, payload, at
    FROM event_seal LEFT JOIN event ON event.id = event_id
   WHERE seq > $1 ORDER BY event_seal.seq LIMIT ${String(BATCH)}`;

const UNSEALED_SQL = `
  SELECT count(*)::int AS n FROM event
   WHERE uuid_extract_timestamp(id) < now() - interval '${PATIENCE}'
     AND NOT EXISTS (SELECT FROM event_seal WHERE event_id = event.id)`;

/**
 * Recomputes the chain up to its first break.
 * @param last only so many seals at the end, taking the one before them as it is
 */
export async function checkChain(
  reader: EntityManager,
  { last = null }: { readonly last?: number | null } = {},
): Promise<ChainState> {
  const [open] = await rowsOf<{ n: number }>(reader, UNSEALED_SQL);
  const unsealed = open?.n ?? 0;
  const none = { seq: 0, hash: NO_SEAL };
  const start = (last === null ? null : await headOf(reader, last)) ?? none;
  let { seq, hash } = start;
  for (;;) {
    const rows = await rowsOf<Row>(reader, SEALS_SQL, [seq]);
    for (const row of rows) {
      const broken = breakAt(row, { seq: seq + 1, before: hash });
      if (broken !== null) return { checked: seq - start.seq, head: null, broken, unsealed };
      seq += 1;
      hash = row.hash;
    }
    if (rows.length < BATCH) break;
  }
  const head = seq === 0 ? null : { seq, hash };
  return { checked: seq - start.seq, head, broken: null, unsealed };
}

/** Whether a seal that was noted elsewhere still stands in the chain. */
export async function isSealed(reader: EntityManager, { seq, hash }: ChainHead): Promise<boolean> {
  const [row] = await rowsOf<{ hash: Buffer }>(
    reader,
    'SELECT hash FROM event_seal WHERE seq = $1',
    [seq],
  );
  return row?.hash.equals(hash) === true;
}

function breakAt(row: Row, { seq, before }: { seq: number; before: Buffer }): ChainBreak | null {
  const { id, eventId, hash } = row;
  if (Number(row.seq) !== seq) return { seq, what: 'GAP', event: null };
  if (id === null) return { seq, what: 'GONE', event: eventId };
  const isWhole = sealOf(before, { ...row, id }).equals(hash);
  return isWhole ? null : { seq, what: 'CHANGED', event: eventId };
}
