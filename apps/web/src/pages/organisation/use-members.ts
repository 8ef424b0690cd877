import { useQuery } from '@apollo/client/react';
import { useMore } from '../../components/show-more.js';
import { MembersDocument, type MembersQuery } from '../../graphql/generated/graphql.js';

export type Member = MembersQuery['members']['edges'][number]['node'];

/** Who belongs to an organisation, as far as it was loaded. */
export function useMembers(organisation: string) {
  const query = useQuery(MembersDocument, {
    variables: { organisation },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data, error, refetch } = query;
  const more = useMore(query, data?.members.pageInfo);
  return {
    members: data?.members.edges.map(({ node }) => node),
    error: data ? undefined : error,
    retry: () => void refetch(),
    more,
  };
}
