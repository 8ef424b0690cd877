import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  readFilter,
  readOrder,
  writeView,
  type BrowseFilter,
  type BrowseOrder,
} from './browse-filter.js';

/** What a list shows, as it is in the address. */
export interface BrowseView {
  readonly filter: BrowseFilter;
  /** As it was chosen; null is what is usual. */
  readonly order: BrowseOrder | null;
  readonly setFilter: (filter: BrowseFilter) => void;
  readonly setOrder: (order: BrowseOrder | null) => void;
}

export function useView(): BrowseView {
  const [params, setParams] = useSearchParams();
  const inAddress = useMemo(
    () => ({ filter: readFilter(params), order: readOrder(params) }),
    [params],
  );
  // The address follows in a transition: too late for a box that was just ticked.
  const [ahead, setAhead] = useState({ since: params, ...inAddress });
  const { filter, order } = ahead.since === params ? ahead : inAddress;
  const show = useCallback(
    (next: { filter: BrowseFilter; order: BrowseOrder | null }) => {
      setAhead({ since: params, ...next });
      setParams(writeView(next.filter, next.order), { replace: true });
    },
    [params, setParams],
  );
  return {
    filter,
    order,
    setFilter: (next) => show({ filter: next, order }),
    setOrder: (next) => show({ filter, order: next }),
  };
}
