import { useCallback, useEffect, useState } from 'react';

interface Loaded<T> {
  /** Null until it is there. */
  readonly items: readonly T[] | null;
  readonly hasFailed: boolean;
  readonly reload: () => void;
}

/** A list from better-auth's endpoints. @param load the same function each time */
export function useLoaded<T>(load: () => Promise<T[]>): Loaded<T> {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (found) => {
        if (!isCurrent) return;
        setItems(found);
        setHasFailed(false);
      },
      () => {
        if (isCurrent) setHasFailed(true);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [load, times]);
  const reload = useCallback(() => setTimes((before) => before + 1), []);
  return { items, hasFailed, reload };
}
