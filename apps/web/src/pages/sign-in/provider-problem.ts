import type { MessageId } from '../../lang/text.js';

/** What a provider's way back says went wrong, by the code in the address. */
export function providerProblem(error: string | null): MessageId | null {
  switch (error) {
    case null:
      return null;
    case 'account_not_linked':
    case 'unable_to_link_account':
      return 'signIn.notLinked';
    case 'foreign_domain':
      return 'signIn.foreignDomain';
    default:
      return 'signIn.failedByProvider';
  }
}
