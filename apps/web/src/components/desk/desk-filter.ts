import { District } from '@wilma/domain';
import type { MatchFilter } from '../../graphql/generated/graphql.js';

/** Days since a match was suggested that coordinators look for. */
export const AGES = [3, 7, 14, 30] as const;
export type Age = (typeof AGES)[number];

/** What coordinators narrow lists of matches by; lives in the address. */
export interface DeskFilter {
  /** A tag: its narrower ones count, too. */
  readonly topic: string | null;
  readonly district: District | null;
  readonly programme: string | null;
  /** Only what was suggested at least so many days ago. */
  readonly age: Age | null;
  /** Only what the viewer has taken on. */
  readonly assigned: boolean;
}

export const NO_DESK_FILTER: DeskFilter = {
  topic: null,
  district: null,
  programme: null,
  age: null,
  assigned: false,
};

const DAY_MS = 86_400_000;

const named = (value: string | null): string | null => (value === '' ? null : value);

/** Reads the filter; what is not known is ignored. */
export function readDeskFilter(params: URLSearchParams): DeskFilter {
  const district = params.get('district') ?? '';
  return {
    topic: named(params.get('topic')),
    district: Object.hasOwn(District, district) ? (district as District) : null,
    programme: named(params.get('programme')),
    age: AGES.find((days) => String(days) === params.get('age')) ?? null,
    assigned: params.get('assigned') === 'me',
  };
}

/** Writes the filter into an address and leaves alone what else stands there. */
export function writeDeskFilter(filter: DeskFilter, params: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(params);
  const set = (key: string, value: string | number | null) =>
    value === null ? written.delete(key) : written.set(key, String(value));
  set('topic', filter.topic);
  set('district', filter.district);
  set('programme', filter.programme);
  set('age', filter.age);
  set('assigned', filter.assigned ? 'me' : null);
  return written;
}

export const countChosen = (filter: DeskFilter): number =>
  Object.values(filter).filter((value) => value !== null && value !== false).length;

export const isNarrowed = (filter: DeskFilter): boolean => countChosen(filter) > 0;

/**
 * The filter as the API takes it.
 * @param now ages count from the last full hour, so that the filter stays the same from one
 * drawing to the next
 */
export function matchFilter(filter: DeskFilter, now: Date): MatchFilter {
  const { topic, district, programme, age, assigned } = filter;
  const hour = new Date(now).setUTCMinutes(0, 0, 0);
  return {
    ...(topic !== null && { tags: [topic] }),
    ...(district !== null && { districts: [district] }),
    ...(programme !== null && { programme }),
    ...(assigned && { assigned }),
    ...(age !== null && { createdBefore: new Date(hour - age * DAY_MS).toISOString() }),
  };
}
