import { NetworkStatus } from '@apollo/client';
import { skipToken, useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  MatchChangedDocument,
  MatchDocument,
  MatchesDocument,
  type MatchFilter,
  type MatchOrder,
  type MatchRowFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';

export type QueueOrder = Extract<MatchOrder, 'STRONGEST' | 'OLDEST' | 'DEADLINE'>;

const PAGE_SIZE = 50;

export interface ReviewQueue {
  /** Undefined until the first answer. */
  readonly rows: readonly MatchRowFragment[] | undefined;
  readonly count: number;
  readonly order: QueueOrder;
  readonly setOrder: (order: QueueOrder) => void;
  readonly hide: (id: string) => void;
  readonly reveal: (id: string) => void;
  readonly refresh: () => Promise<void>;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
  readonly error: unknown;
}

/**
 * The suggested matches that a filter takes, kept fresh; what was just decided is hidden before the
 * server answers.
 */
export function useReviewQueue(filter: MatchFilter): ReviewQueue {
  const { showError } = useToasts();
  const [order, setOrder] = useState<QueueOrder>('DEADLINE');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(MatchesDocument, {
    variables: { filter: { ...filter, states: ['SUGGESTED'] }, orderBy: order, first: PAGE_SIZE },
    notifyOnNetworkStatusChange: true,
  });

  const refresh = async () => {
    await refetch().catch(showError);
  };
  const refreshSoon = useDebouncedCallback(() => void refresh(), 400);
  useSubscription(MatchChangedDocument, { onData: refreshSoon, ignoreResults: true });

  const edges = data?.matches.edges;
  const rows = edges
    ?.map((edge) => edge.node)
    .filter((match) => match.state === 'SUGGESTED' && !hidden.has(match.id));
  const removed = edges && rows ? edges.length - rows.length : 0;

  return {
    rows,
    count: Math.max(0, (data?.matches.totalCount ?? 0) - removed),
    order,
    setOrder,
    hide: (id) => setHidden((ids) => new Set([...ids, id])),
    reveal: (id) => setHidden((ids) => new Set([...ids].filter((other) => other !== id))),
    refresh,
    hasMore: data?.matches.pageInfo.hasNextPage ?? false,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
    showMore: () => {
      fetchMore({ variables: { after: data?.matches.pageInfo.endCursor } }).catch(showError);
    },
    error,
  };
}

/** One match in full; the one that opens next is fetched ahead, so that it opens at once. */
export function useMatchDetail(id: string | null, nextId: string | null) {
  const { locale } = useText();
  const client = useApolloClient();
  const query = useQuery(MatchDocument, id === null ? skipToken : { variables: { id, locale } });
  const isLoaded = query.data !== undefined;

  useEffect(() => {
    if (!isLoaded || nextId === null) return;
    client.query({ query: MatchDocument, variables: { id: nextId, locale } }).catch(() => {
      // Only a head start was lost: the error shows when the match is opened.
    });
  }, [client, isLoaded, nextId, locale]);

  return query;
}
