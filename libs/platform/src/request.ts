import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** The key that a request came with, and whose it is. */
export interface Claim {
  readonly accountId: string;
  readonly key: string;
}

/** The request that is being answered. */
const requests = new AsyncLocalStorage<{ claim: Claim | null }>();

/** Runs the work as one request, whose changes are made once where it comes with a key. */
export const asOneRequest = <T>(work: () => T): T => requests.run({ claim: null }, work);

export function claimForRequest(claim: Claim): void {
  const request = requests.getStore();
  if (request !== undefined) request.claim = claim;
}

/**
 * Notes in the transaction of a change that the present request has changed something: after a
 * crash between this and the answer it is not done again.
 */
export async function noteChange(tx: EntityManager): Promise<void> {
  const claim = requests.getStore()?.claim;
  if (!claim) return;
  await tx.query(
    'UPDATE idempotent_request SET changed = true WHERE account_id = $1 AND key = $2',
    [claim.accountId, claim.key],
  );
}
