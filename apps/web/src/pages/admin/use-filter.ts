import { useDebouncedCallback } from '@mantine/hooks';
import { useSearchParams } from 'react-router';

export interface UrlFilter {
  /** Null where it does not narrow. */
  readonly get: (key: string) => string | null;
  readonly set: (key: string, value: string | null) => void;
  /** For what is typed: when the writer pauses. */
  readonly setSoon: (key: string, value: string | null) => void;
}

/** What a list is narrowed by; it stands in the address. */
export function useFilter(): UrlFilter {
  const [params, setParams] = useSearchParams();
  const set = (key: string, value: string | null) => {
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  const get = (key: string): string | null => {
    const value = params.get(key);
    return value === '' ? null : value;
  };
  return { get, set, setSoon: useDebouncedCallback(set, 300) };
}

/** @returns the value where it is one of those that are known */
export const known = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((one) => one === value) ?? null;
