import type { Operator } from '@wilma/platform';
import type { PublicPosting } from '@wilma/postings';

/** Where a posting is read. */
export const urlOf = ({ publicUrl }: Operator, { kind, id }: PublicPosting): string =>
  `${publicUrl}/${kind === 'NEED' ? 'needs' : 'offers'}/${id}`;
