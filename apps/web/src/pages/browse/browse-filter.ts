import { CooperationForm, District, PostingState } from '@wilma/domain';
import type { PostingFilter } from '../../graphql/generated/graphql.js';

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
