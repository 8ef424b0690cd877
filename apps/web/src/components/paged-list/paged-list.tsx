import type { NetworkStatus } from '@apollo/client';
import type { ReactNode } from 'react';
import { EmptyState } from '../empty-state.js';
import { ErrorView } from '../error-view.js';
import { LoadingView } from '../loading-view.js';
import { ShowMore, useMore } from '../show-more.js';
import { useText } from '../../lang/text.js';
import classes from './paged-list.module.css';

export const PAGE_SIZE = 30;

/** How each list is asked for. */
export const PAGED = {
  fetchPolicy: 'cache-and-network',
  notifyOnNetworkStatusChange: true,
} as const;

interface Connection<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

interface PagedListProps<Node> {
  /** Names the list for whoever does not see it. */
  readonly label: string;
  readonly query: {
    readonly error?: unknown;
    readonly refetch: () => Promise<unknown>;
    readonly fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown>;
    readonly networkStatus: NetworkStatus;
  };
  /** What was loaded so far. */
  readonly page: Connection<Node> | undefined;
  /** Said where nothing is found. */
  readonly empty: string;
  /** What may be done with all of it. */
  readonly actions?: ReactNode;
  readonly children: (node: Node) => ReactNode;
}

/** A list with how many there are, and its states without rows. */
export function PagedList<Node extends { readonly id: string }>({
  label,
  query,
  page,
  empty,
  actions,
  children,
}: PagedListProps<Node>) {
  const { t } = useText();
  const more = useMore(query, page?.pageInfo);
  if (!page) {
    if (!query.error) return <LoadingView />;
    return <ErrorView error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <div className={classes.count}>
        <p className="soft" role="status">
          {t('admin.count', { count: page.totalCount })}
        </p>
        {actions}
      </div>
      {page.edges.length === 0 ? (
        <div className="panel">
          <EmptyState picture="letters" text={empty} />
        </div>
      ) : (
        <ul className={`panel ${classes.list}`} aria-label={label}>
          {page.edges.map(({ node }) => (
            <li key={node.id}>{children(node)}</li>
          ))}
        </ul>
      )}
      <ShowMore of={more} mt="lg" />
    </>
  );
}
