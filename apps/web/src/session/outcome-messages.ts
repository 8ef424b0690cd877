import type { MessageId } from '../lang/text.js';
import type { Outcome } from './account-api.js';

/** The sentence for what went wrong, where the place has none of its own. */
export const OUTCOME_MESSAGES: Record<Exclude<Outcome, 'cancelled' | 'ok'>, MessageId> = {
  refused: 'error.badInput',
  notFresh: 'security.signInAgain',
  unconfirmed: 'security.confirmFirst',
  rateLimited: 'error.rateLimited',
  failed: 'error.internal',
  network: 'error.network',
};
