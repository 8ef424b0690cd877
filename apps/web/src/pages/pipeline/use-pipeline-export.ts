import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useToasts } from '../../components/toasts.js';
import {
  PipelineColumnDocument,
  type MatchFilter,
  type PipelineCardFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { matchCsv } from './match-csv.js';

const PAGE_SIZE = 100;
/** Who needs more narrows the list, or asks an administrator for a dump. */
const AT_MOST = 2_000;

/** Hands the filtered matches to the browser as a file, page by page and up to a limit. */
export function usePipelineExport(filter: MatchFilter) {
  const text = useText();
  const client = useApolloClient();
  const { showDone, showError } = useToasts();
  const [busy, setBusy] = useState(false);

  const collect = async (): Promise<{ rows: PipelineCardFragment[]; total: number }> => {
    const rows: PipelineCardFragment[] = [];
    let after: string | null = null;
    for (;;) {
      const { data }: Awaited<ReturnType<typeof page>> = await page(after);
      if (!data) return { rows, total: rows.length };
      const { edges, pageInfo, totalCount } = data.matches;
      rows.push(...edges.map(({ node }) => node));
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage || rows.length >= AT_MOST) return { rows, total: totalCount };
    }
  };
  const page = (after: string | null) =>
    client.query({
      query: PipelineColumnDocument,
      variables: {
        filter,
        late: { ...filter, overdue: true },
        orderBy: 'DEADLINE',
        first: PAGE_SIZE,
        after,
      },
      fetchPolicy: 'no-cache',
    });

  const run = async () => {
    setBusy(true);
    try {
      const { rows, total } = await collect();
      save(matchCsv(rows, text, window.location.origin));
      showDone(text.t('pipeline.exported', { count: rows.length, total }));
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, start: () => void run() };
}

function save(csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `wilma-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
