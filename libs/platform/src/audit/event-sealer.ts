import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '../database.js';
import { LOCKS } from '../locks.js';
import { headOf } from './chain-head.js';
import { NO_SEAL, type SealedEvent, sealOf } from './seal.js';

/** Events that one transaction seals at most. */
const BATCH = 1_000;
/** What one run of the clock seals at most: the next run takes the rest. */
const AT_ONCE = 20 * BATCH;
/** Ids tell when an event was written; no transaction is open for longer than this. */
const LONGEST_TRANSACTION_MS = 86_400_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const LOCK_SQL = `SELECT pg_try_advisory_xact_lock(${String(LOCKS.audit)}) AS mine`;

/** Not later than now: the server's clock may have been wrong when the newest was written. */
const NEWEST_SQL = `
  SELECT least(uuid_extract_timestamp(event_id), now()) AS at FROM event_seal
   ORDER BY event_id DESC LIMIT 1`;

/** The bound on both sides keeps this as cheap in the tenth year as on the first day. */
const OPEN_SQL = `
  SELECT id, name, actor, payload, at FROM event
   WHERE id >= $1 AND NOT EXISTS (
           SELECT FROM event_seal WHERE event_id = event.id AND event_id >= $1)
   ORDER BY id LIMIT $2`;

const SEAL_SQL = `
  INSERT INTO event_seal (seq, event_id, hash)
  SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])`;

/** Gives every committed event its place in the chain of the audit. */
@Injectable()
export class EventSealer {
  constructor(private readonly database: Database) {}

  /**
   * Seals what was committed since. Several may run at once: one does the work, the others leave it.
   * @param all also looks where nothing should be open any more
   * @returns how many were sealed
   */
  async seal({ all = false } = {}): Promise<number> {
    let sealed = 0;
    let batch: number;
    do {
      batch = await this.database.transaction((tx) => this.sealBatch(tx, all));
      sealed += batch;
    } while (batch === BATCH && sealed < AT_ONCE);
    return sealed;
  }

  private async sealBatch(tx: Tx, all: boolean): Promise<number> {
    const [lock] = await rowsOf<{ mine: boolean }>(tx, LOCK_SQL);
    if (lock?.mine !== true) return 0;
    const head = await headOf(tx);
    const since = all ? FIRST_ID : await this.since(tx);
    const events = await rowsOf<SealedEvent>(tx, OPEN_SQL, [since, BATCH]);
    if (events.length === 0) return 0;
    let [seq, hash] = [head?.seq ?? 0, head?.hash ?? NO_SEAL];
    const seals = events.map((event) => {
      seq += 1;
      hash = sealOf(hash, event);
      return { seq, id: event.id, hash };
    });
    await tx.query(SEAL_SQL, [
      seals.map((seal) => seal.seq),
      seals.map((seal) => seal.id),
      seals.map((seal) => seal.hash),
    ]);
    return seals.length;
  }

  /** The smallest id that an event which is not sealed yet may have. */
  private async since(tx: Tx): Promise<string> {
    const [newest] = await rowsOf<{ at: Date | null }>(tx, NEWEST_SQL);
    if (!newest?.at) return FIRST_ID;
    const hex = (newest.at.getTime() - LONGEST_TRANSACTION_MS).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
  }
}
