import { useState } from 'react';
import { useText } from '../../lang/text.js';
import { useToasts } from '../toasts.js';
import { csvOf } from './csv.js';

/** Who needs more narrows the list, or asks an administrator for a dump. */
const AT_MOST = 2_000;

export const EXPORT_PAGE_SIZE = 100;

interface ExportPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly totalCount: number;
}

interface ExportPlan<Node> {
  readonly head: readonly string[];
  readonly rowOf: (node: Node) => readonly string[];
  /** Asks for a page; undefined where there is none. */
  readonly page: (after: string | null) => Promise<ExportPage<Node> | undefined>;
}

/** Hands a filtered list to the browser as a file, page by page and up to a limit. */
export function useCsvExport<Node>({ head, rowOf, page }: ExportPlan<Node>) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [busy, setBusy] = useState(false);

  const run = async () => {
    setBusy(true);
    try {
      const nodes: Node[] = [];
      let [after, total, isOver]: [string | null, number, boolean] = [null, 0, false];
      while (!isOver) {
        const found = await page(after);
        nodes.push(...(found?.edges ?? []).map(({ node }) => node));
        after = found?.pageInfo.endCursor ?? null;
        total = found?.totalCount ?? nodes.length;
        isOver = found?.pageInfo.hasNextPage !== true || nodes.length >= AT_MOST;
      }
      save(csvOf([head, ...nodes.map(rowOf)]));
      showDone(t('csv.exported', { count: nodes.length, total }));
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
