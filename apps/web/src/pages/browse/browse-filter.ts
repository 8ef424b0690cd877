import { CooperationForm, District, PostingState } from '@wilma/domain';
import type { PostingFilter, SavedFilterPartsFragment } from '../../graphql/generated/graphql.js';

/** What a list of postings is narrowed by; lives in the address, so that it can be shared. */
export interface BrowseFilter {
  readonly search: string;
  readonly tags: readonly string[];
  readonly forms: readonly CooperationForm[];
  readonly districts: readonly District[];
  /** For coordinators; everybody else finds only what is published. */
  readonly states: readonly PostingState[];
}

export const NO_FILTER: BrowseFilter = {
  search: '',
  tags: [],
  forms: [],
  districts: [],
  states: [],
};

const isForm = (value: string): value is CooperationForm => value in CooperationForm;
const isDistrict = (value: string): value is District => value in District;
const isState = (value: string): value is PostingState => value in PostingState;
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Reads the filter; what the vocabulary does not know is ignored. */
export function readFilter(params: URLSearchParams): BrowseFilter {
  return {
    search: params.get('q') ?? '',
    tags: unique(params.getAll('tag')),
    forms: unique(params.getAll('form').filter(isForm)),
    districts: unique(params.getAll('district').filter(isDistrict)),
    states: unique(params.getAll('state').filter(isState)),
  };
}

export function writeFilter(filter: BrowseFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.search !== '') params.set('q', filter.search);
  for (const tag of filter.tags) params.append('tag', tag);
  for (const form of filter.forms) params.append('form', form);
  for (const district of filter.districts) params.append('district', district);
  for (const state of filter.states) params.append('state', state);
  return params;
}

/** How the list may be ordered; null is by relevance where something is searched, else the newest. */
export const BROWSE_ORDERS = ['RELEVANCE', 'NEWEST', 'DEADLINE'] as const;
export type BrowseOrder = (typeof BROWSE_ORDERS)[number];

export const readOrder = (params: URLSearchParams): BrowseOrder | null =>
  BROWSE_ORDERS.find((order) => order.toLowerCase() === params.get('sort')) ?? null;

/** All that an address of a list holds. */
export function writeView(filter: BrowseFilter, order: BrowseOrder | null): URLSearchParams {
  const params = writeFilter(filter);
  if (order !== null) params.set('sort', order.toLowerCase());
  return params;
}

/** Whether two filters choose the same, in whatever order. */
export const isSameFilter = (a: BrowseFilter, b: BrowseFilter): boolean =>
  sortedText(a) === sortedText(b);
const sortedText = (filter: BrowseFilter): string =>
  writeFilter(filter).toString().split('&').toSorted().join('&');

/** What was saved, as far as this page can show it. */
export const savedChoice = ({ filter }: SavedFilterPartsFragment): BrowseFilter => ({
  search: filter.search ?? '',
  tags: filter.tags,
  forms: filter.cooperationForms,
  districts: filter.districts,
  states: filter.states,
});

/** What was saved as a whole, parts that this page never shows among it. */
export const savedWhole = ({ filter }: SavedFilterPartsFragment): PostingFilter => ({
  search: filter.search,
  tags: [...filter.tags],
  cooperationForms: [...filter.cooperationForms],
  districts: [...filter.districts],
  states: [...filter.states],
  organisation: filter.organisation,
  mine: filter.mine,
});

export const countFilters = ({ search, ...lists }: BrowseFilter): number =>
  (search.trim() === '' ? 0 : 1) + Object.values(lists).flat().length;

/** The filter as the API takes it; an empty list means no restriction and is left out. */
export function postingFilter(filter: BrowseFilter): PostingFilter {
  const { search, tags, forms, districts, states } = filter;
  const text = search.trim();
  return {
    ...(text !== '' && { search: text }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(forms.length > 0 && { cooperationForms: [...forms] }),
    ...(districts.length > 0 && { districts: [...districts] }),
    ...(states.length > 0 && { states: [...states] }),
  };
}
