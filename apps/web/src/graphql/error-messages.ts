import type { MessageId } from '../lang/text.js';
import type { Failure } from './errors.js';

/** The sentence for a failure; exhaustive, so that a new code does not compile without one. */
export function failureMessage(failure: Failure): MessageId {
  switch (failure) {
    case 'UNAUTHENTICATED':
      return 'error.unauthenticated';
    case 'FORBIDDEN':
      return 'error.forbidden';
    case 'NOT_FOUND':
      return 'error.notFound';
    case 'BAD_USER_INPUT':
      return 'error.badInput';
    case 'CONFLICT':
      return 'error.conflict';
    case 'RATE_LIMITED':
      return 'error.rateLimited';
    case 'INTERNAL':
      return 'error.internal';
    case 'NETWORK':
      return 'error.network';
  }
}
