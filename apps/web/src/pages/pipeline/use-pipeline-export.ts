import { useApolloClient } from '@apollo/client/react';
import { EXPORT_PAGE_SIZE, useCsvExport } from '../../components/csv/use-csv-export.js';
import {
  PipelineColumnDocument,
  type MatchFilter,
  type PipelineCardFragment,
} from '../../graphql/generated/graphql.js';
import { type MessageId, useText } from '../../lang/text.js';

const HEAD: readonly MessageId[] = [
  'pipeline.csv.state',
  'pipeline.csv.strength',
  'pipeline.csv.deadline',
  'pipeline.csv.created',
  'pipeline.csv.need',
  'pipeline.csv.needOwner',
  'pipeline.csv.offer',
  'pipeline.csv.offerOwner',
  'pipeline.csv.assignee',
  'pipeline.csv.link',
];

/** Hands the filtered matches to the browser as a file. */
export function usePipelineExport(filter: MatchFilter) {
  const { t } = useText();
  const client = useApolloClient();
  return useCsvExport<PipelineCardFragment>({
    head: HEAD.map((id) => t(id)),
    rowOf: ({ need, offer, ...match }) => [
      t(`matchState.${match.state}`),
      t(`strength.${match.strength}`),
      match.deadline ?? '',
      match.createdAt,
      need.title,
      need.organisation?.name ?? '',
      offer.title,
      offer.organisation?.name ?? '',
      match.assignee?.name ?? '',
      `${window.location.origin}/matches/${match.id}`,
    ],
    page: async (after) => {
      const late = { ...filter, overdue: true };
      const { data } = await client.query({
        query: PipelineColumnDocument,
        variables: { filter, late, orderBy: 'DEADLINE', first: EXPORT_PAGE_SIZE, after },
        fetchPolicy: 'no-cache',
      });
      return data?.matches;
    },
  });
}
