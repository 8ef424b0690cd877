import { NetworkStatus } from '@apollo/client';
import { Button, type ButtonProps } from '@mantine/core';
import { useText } from '../lang/text.js';
import { useToasts } from './toasts.js';

/** The rest of a list that is read page by page. */
export interface More {
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly showMore: () => void;
}

interface PagedQuery {
  readonly fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown>;
  readonly networkStatus: NetworkStatus;
}

interface Ending {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

/** @param page where the list ends so far; undefined before anything was loaded */
export function useMore({ fetchMore, networkStatus }: PagedQuery, page: Ending | undefined): More {
  const { showError } = useToasts();
  return {
    hasMore: page?.hasNextPage === true,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
    showMore: () => {
      fetchMore({ variables: { after: page?.endCursor ?? null } }).catch(showError);
    },
  };
}

interface ShowMoreProps extends ButtonProps {
  readonly of: More;
  readonly 'aria-label'?: string;
}

/** Asks for the next page; nothing where there is none. */
export function ShowMore({ of, ...button }: ShowMoreProps) {
  const { t } = useText();
  if (!of.hasMore) return null;
  return (
    <Button variant="default" loading={of.loadingMore} onClick={of.showMore} {...button}>
      {t('action.showMore')}
    </Button>
  );
}
