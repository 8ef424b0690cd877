import { NetworkStatus, type ApolloCache } from '@apollo/client';
import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import {
  MarkAllNotificationsReadDocument,
  MarkNotificationsReadDocument,
  NotificationAddedDocument,
  NotificationsDocument,
  UnreadNotificationsDocument,
  type NotificationRowFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { useToasts } from '../toasts.js';

const PAGE_SIZE = 20;

export interface Unread {
  readonly count: number;
  /** The text of what came last while the page was open, to be read out. */
  readonly latest: string;
}

/** How much is unread, kept fresh: by the subscription, and when the window is looked at again. */
export function useUnread(): Unread {
  const { locale } = useText();
  const [latest, setLatest] = useState('');
  const { data, client } = useQuery(UnreadNotificationsDocument);
  const refresh = useDebouncedCallback(() => {
    // The list is among them while it is open.
    const include = [UnreadNotificationsDocument, NotificationsDocument];
    client.refetchQueries({ include }).catch(() => undefined);
  }, 200);
  useSubscription(NotificationAddedDocument, {
    variables: { locale },
    ignoreResults: true,
    onData: ({ data: { data: added } }) => {
      setLatest(added?.notificationAdded.text ?? '');
      refresh();
    },
  });
  useWindowEvent('focus', refresh);
  return { count: data?.notifications.unreadCount ?? 0, latest };
}

export interface NotificationList {
  /** Undefined until the first answer. */
  readonly rows: readonly NotificationRowFragment[] | undefined;
  readonly unread: number;
  readonly error: unknown;
  readonly retry: () => void;
  readonly markRead: (row: NotificationRowFragment) => void;
  readonly markAllRead: () => void;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
}

/** What the reader was told, the latest first. */
export function useNotifications(): NotificationList {
  const { locale } = useText();
  const { showError } = useToasts();
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(NotificationsDocument, {
    variables: { first: PAGE_SIZE, locale },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const [markSome] = useMutation(MarkNotificationsReadDocument);
  const [markAll] = useMutation(MarkAllNotificationsReadDocument);
  const connection = data?.notifications;
  const rows = connection?.edges.map((edge) => edge.node);

  return {
    rows,
    unread: connection?.unreadCount ?? 0,
    error,
    retry: () => void refetch(),
    markRead: (row) => {
      if (row.readAt !== null) return;
      const update = (cache: ApolloCache) => noteRead(cache, [row]);
      markSome({ variables: { ids: [row.id] }, update, refetchQueries }).catch(showError);
    },
    markAllRead: () => {
      const update = (cache: ApolloCache) => noteRead(cache, rows ?? []);
      markAll({ update, refetchQueries }).catch(showError);
    },
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
    showMore: () => {
      fetchMore({ variables: { after: connection?.pageInfo.endCursor } }).catch(showError);
    },
  };
}

const refetchQueries = [UnreadNotificationsDocument, NotificationsDocument];

function noteRead(cache: ApolloCache, rows: readonly NotificationRowFragment[]): void {
  const now = new Date().toISOString();
  for (const row of rows.filter(({ readAt }) => readAt === null)) {
    cache.modify({ id: cache.identify(row), fields: { readAt: () => now } });
  }
}
