import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useToasts } from '../../components/toasts.js';
import { MembersDocument, type MembersQuery } from '../../graphql/generated/graphql.js';

export type Member = MembersQuery['members']['edges'][number]['node'];

/** Who belongs to an organisation, as far as it was loaded. */
export function useMembers(organisation: string) {
  const { showError } = useToasts();
  const { data, error, refetch, fetchMore, networkStatus } = useQuery(MembersDocument, {
    variables: { organisation },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.members.pageInfo;
  return {
    members: data?.members.edges.map(({ node }) => node),
    error: data ? undefined : error,
    retry: () => void refetch(),
    hasMore: page?.hasNextPage === true,
    loadingMore: networkStatus === NetworkStatus.fetchMore,
    showMore: () => {
      fetchMore({ variables: { after: page?.endCursor } }).catch(showError);
    },
  };
}
