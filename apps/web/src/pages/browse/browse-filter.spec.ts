import { describe, expect, it } from '@jest/globals';
import { toggled } from '../../components/toggled.js';
import {
  countFilters,
  isSameFilter,
  NO_FILTER,
  postingFilter,
  readFilter,
  readOrder,
  savedChoice,
  savedWhole,
  writeFilter,
  writeView,
} from './browse-filter.js';

const FULL = {
  search: 'Kunststoff & Co',
  tags: ['t1', 't2'],
  forms: ['THESIS', 'PILOT'],
  districts: ['GOERLITZ'],
  states: ['SUBMITTED'],
} as const;

describe('the filter in the address', () => {
  it('survives the way there and back', () => {
    expect(readFilter(writeFilter(FULL))).toEqual(FULL);
    expect(readFilter(new URLSearchParams(writeFilter(FULL).toString()))).toEqual(FULL);
  });

  it('leaves the address clean where nothing is filtered', () => {
    expect(writeFilter(NO_FILTER).toString()).toBe('');
  });

  it('ignores values outside the vocabulary and doubles', () => {
    const params = new URLSearchParams(
      'form=THESIS&form=NONSENSE&form=THESIS&district=MARS&state=X&tag=a&tag=a',
    );
    expect(readFilter(params)).toEqual({ ...NO_FILTER, forms: ['THESIS'], tags: ['a'] });
  });
});

describe('the order in the address', () => {
  it('survives the way there and back beside the filter', () => {
    for (const order of ['RELEVANCE', 'NEWEST', 'DEADLINE', null] as const) {
      const params = writeView(FULL, order);
      expect(readOrder(params)).toBe(order);
      expect(readFilter(params)).toEqual(FULL);
    }
  });

  it.each(['title', 'NEWEST', ''])('is the usual one for %j', (sort) => {
    expect(readOrder(new URLSearchParams({ sort }))).toBeNull();
  });
});

describe('a saved filter', () => {
  const saved = {
    id: '1',
    name: 'Meiner',
    filter: {
      search: FULL.search,
      tags: [...FULL.tags],
      cooperationForms: [...FULL.forms],
      districts: [...FULL.districts],
      states: [...FULL.states],
      organisation: 'o1',
      mine: true,
    },
  };

  it('is known again in whatever order its values stand', () => {
    expect(savedChoice(saved)).toEqual(FULL);
    expect(isSameFilter(savedChoice(saved), { ...FULL, tags: ['t2', 't1'] })).toBe(true);
    expect(isSameFilter(savedChoice(saved), { ...FULL, tags: ['t2'] })).toBe(false);
    const empty = { ...saved.filter, search: null, tags: [] };
    expect(savedChoice({ ...saved, filter: empty })).toEqual({ ...FULL, search: '', tags: [] });
  });

  it('comes back whole, with what the page does not show', () => {
    expect(savedWhole(saved)).toEqual(saved.filter);
  });
});

describe('the filter for the API', () => {
  it('sends only what restricts', () => {
    expect(postingFilter(NO_FILTER)).toEqual({});
    expect(postingFilter({ ...NO_FILTER, search: '   ' })).toEqual({});
    expect(postingFilter(FULL)).toEqual({
      search: 'Kunststoff & Co',
      tags: ['t1', 't2'],
      cooperationForms: ['THESIS', 'PILOT'],
      districts: ['GOERLITZ'],
      states: ['SUBMITTED'],
    });
  });

  it('counts what is set', () => {
    expect(countFilters(NO_FILTER)).toBe(0);
    expect(countFilters(FULL)).toBe(7);
  });
});

describe('toggled', () => {
  it('adds and removes', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});
