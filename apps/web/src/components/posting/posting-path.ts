import type { PostingKind } from '@wilma/domain';

/** The page of a posting, or a page below it. */
export function postingPath(kind: PostingKind, id: string, below?: 'edit'): string {
  const page = `/${kind === 'NEED' ? 'needs' : 'offers'}/${encodeURIComponent(id)}`;
  return below ? `${page}/${below}` : page;
}

/** The kind of a posting as the API's type names say it. */
export const kindOf = (typename: 'Need' | 'Offer'): PostingKind =>
  typename === 'Need' ? 'NEED' : 'OFFER';
