import { NetworkStatus } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';
import type { PostingKind } from '@wilma/domain';
import { useToasts } from '../../components/toasts.js';
import {
  BrowseNeedsDocument,
  BrowseOffersDocument,
  type FacetPartsFragment,
  type PostingCardFragment,
  type UnderstoodSearchPartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { postingFilter } from './browse-filter.js';
import { useView, type BrowseView } from './use-view.js';

const PAGE_SIZE = 20;

export interface PostingList extends BrowseView {
  /** Undefined until the first answer. */
  readonly postings: readonly PostingCardFragment[] | undefined;
  readonly totalCount: number | undefined;
  readonly facets: FacetPartsFragment | undefined;
  readonly understood: UnderstoodSearchPartsFragment | null;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The list of one kind; the page of the other kind keeps its own query, which is skipped here. */
export function usePostings(kind: PostingKind): PostingList {
  const { locale } = useText();
  const { showError } = useToasts();
  const view = useView();
  const { filter, order } = view;
  const variables = {
    filter: postingFilter(filter),
    orderBy: order,
    first: PAGE_SIZE,
    locale,
    counted: true,
  } as const;
  const options = { variables, notifyOnNetworkStatusChange: true } as const;
  const needs = useQuery(BrowseNeedsDocument, kind === 'NEED' ? options : skipToken);
  const offers = useQuery(BrowseOffersDocument, kind === 'OFFER' ? options : skipToken);
  const { networkStatus, error, refetch } = kind === 'NEED' ? needs : offers;
  const connection =
    kind === 'NEED'
      ? (needs.data ?? needs.previousData)?.needs
      : (offers.data ?? offers.previousData)?.offers;

  const showMore = () => {
    const after = connection?.pageInfo.endCursor;
    const more =
      kind === 'NEED'
        ? needs.fetchMore({ variables: { after, counted: false } })
        : offers.fetchMore({ variables: { after, counted: false } });
    more.catch(showError);
  };

  return {
    ...view,
    postings: connection?.edges.map((edge) => edge.node),
    totalCount: connection?.totalCount,
    facets: connection?.facets,
    understood: connection?.search ?? null,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
    showMore,
    error,
    retry: () => void refetch().catch(showError),
  };
}
