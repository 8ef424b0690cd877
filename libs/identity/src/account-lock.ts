import type { Tx } from '@wilma/platform';
import { Account } from './account.entity.js';

/**
 * Lets one transaction at a time count and add what an account may have so many of. Rows that refer
 * to the account are inserted meanwhile as ever.
 */
export const lockAccount = (tx: Tx, id: string): Promise<Account> =>
  tx.findOneOrFail(Account, { where: { id }, lock: { mode: 'for_no_key_update' } });
