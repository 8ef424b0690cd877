import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conflict } from '@wilma/domain';
import { Clock } from './clock.js';
import { Database, rowsOf } from './database.js';
import { type Claim, claimForRequest } from './request.js';

/** Answers are kept so long: longer than anybody retries. */
const KEPT = '24 hours';
/** Longer than any request runs: who has not ended by then has died. */
const LEASE = '60 seconds';

/** Lets a client repeat a request that it has no answer to: it is done once. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims a key for a request, whose digest is taken of `asked`.
   * @returns the answer that the same request was given before, or null where it is to be done
   * @throws DomainError CONFLICT where the key was used for something else, the first request still
   *   runs, or has made its change and died before it could answer
   */
  async begin(claim: Claim, asked: string): Promise<object | null> {
    const digest = createHash('sha256').update(asked).digest('base64url');
    const { accountId, key } = claim;
    const begun = await rowsOf(this.database.read, CLAIM_SQL, [
      accountId,
      key,
      digest,
      this.clock.now(),
    ]);
    if (begun.length > 0) {
      claimForRequest(claim);
      return null;
    }
    const [known] = await rowsOf<{ asked: string; changed: boolean; answer: object | null }>(
      this.database.read,
      'SELECT asked, changed, answer FROM idempotent_request WHERE account_id = $1 AND key = $2',
      [accountId, key],
    );
    if (known?.asked !== digest) throw conflict('this key was used for another request');
    if (known.answer !== null) return known.answer;
    throw conflict(known.changed ? 'this was done already' : 'the same request is being answered');
  }

  /** Keeps the answer for those who ask again. */
  async end({ accountId, key }: Claim, answer: object): Promise<void> {
    await this.database.read.query(
      'UPDATE idempotent_request SET answer = $3 WHERE account_id = $1 AND key = $2',
      [accountId, key, JSON.stringify(answer)],
    );
  }

  /** Frees the key of a request that failed before it changed anything. */
  async giveUp({ accountId, key }: Claim): Promise<void> {
    await this.database.read.query(
      'DELETE FROM idempotent_request WHERE account_id = $1 AND key = $2 AND NOT changed',
      [accountId, key],
    );
  }

  /** Forgets old answers. */
  async forget(): Promise<void> {
    await this.database.read.query(
      `DELETE FROM idempotent_request WHERE begun_at < $1::timestamptz - interval '${KEPT}'`,
      [this.clock.now()],
    );
  }
}

/** A row comes back where the key is new, was forgotten, or whoever held it died before any change. */
const CLAIM_SQL = `
  INSERT INTO idempotent_request AS known (account_id, key, asked, begun_at)
  VALUES ($1, $2, $3, $4)
  ON CONFLICT (account_id, key) DO UPDATE
    SET asked = EXCLUDED.asked, begun_at = EXCLUDED.begun_at, changed = false, answer = NULL
    WHERE known.begun_at < EXCLUDED.begun_at - interval '${KEPT}'
       OR (known.answer IS NULL AND NOT known.changed AND known.asked = EXCLUDED.asked
           AND known.begun_at < EXCLUDED.begun_at - interval '${LEASE}')
  RETURNING key`;
