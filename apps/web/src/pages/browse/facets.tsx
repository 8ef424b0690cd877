import { Button, Skeleton } from '@mantine/core';
import { CooperationForm, District, type PostingState } from '@wilma/domain';
import { lazy, Suspense, useState } from 'react';
import { toggled } from '../../components/toggled.js';
import type { FacetPartsFragment } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import type { BrowseFilter } from './browse-filter.js';
import classes from './browse.module.css';
import { Facet, type FacetValue } from './facet.js';

export interface FacetsProps {
  readonly filter: BrowseFilter;
  /** Undefined until they are counted. */
  readonly facets: FacetPartsFragment | undefined;
  readonly onChange: (filter: BrowseFilter) => void;
}

// The list can be seen without it.
const TagCombobox = lazy(async () => ({
  default: (await import('../../components/tags/tag-combobox.js')).TagCombobox,
}));

/** What coordinators look for besides the published. */
const REVIEWED_STATES: readonly PostingState[] = [
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'PUBLISHED',
  'PAUSED',
  'EXPIRED',
];

/** The values that give something, in their usual order, and those that are chosen. */
const offered = <T extends string>(
  vocabulary: Readonly<Record<T, T>>,
  counts: ReadonlyMap<string, number>,
  chosen: readonly T[],
): T[] =>
  Object.values<T>(vocabulary).filter((value) => counts.has(value) || chosen.includes(value));

/** All that the list can be narrowed by, besides the search. */
export function Facets({ filter, facets, onChange }: FacetsProps) {
  const { t } = useText();
  const { me } = useSession();
  const districts = new Map(facets?.districts.map(({ district, count }) => [district, count]));
  const forms = new Map(facets?.cooperationForms.map(({ form, count }) => [form, count]));
  return (
    <div className={classes.facets}>
      <TagFacet filter={filter} facets={facets} onChange={onChange} />
      {isStaffRole(me?.role) && (
        <Facet
          legend={t('browse.state')}
          values={REVIEWED_STATES.map((value) => ({ value, label: t(`postingState.${value}`) }))}
          chosen={filter.states}
          onChange={(states) => onChange({ ...filter, states })}
        />
      )}
      <Facet
        legend={t('posting.district')}
        values={offered(District, districts, filter.districts).map((value) => ({
          value,
          label: t(`district.${value}`),
          count: districts.get(value) ?? 0,
        }))}
        chosen={filter.districts}
        onChange={(chosen) => onChange({ ...filter, districts: chosen })}
      />
      <Facet
        legend={t('posting.forms')}
        values={offered(CooperationForm, forms, filter.forms).map((value) => ({
          value,
          label: t(`cooperationForm.${value}`),
          count: forms.get(value) ?? 0,
        }))}
        chosen={filter.forms}
        onChange={(chosen) => onChange({ ...filter, forms: chosen })}
      />
    </div>
  );
}

const TAGS_AT_FIRST = 7;

/** The most frequent tags; every other is found by any of its names. */
function TagFacet({ filter, facets, onChange }: FacetsProps) {
  const { t } = useText();
  const [isLong, setLong] = useState(false);
  const values: FacetValue<string>[] = (facets?.tags ?? []).map(({ tag, count }) => ({
    value: tag.id,
    label: tag.label,
    count,
  }));
  const first = Math.max(TAGS_AT_FIRST, filter.tags.length);
  return (
    <Facet
      legend={t('posting.tags')}
      values={isLong ? values : values.slice(0, first)}
      chosen={filter.tags}
      onChange={(tags) => onChange({ ...filter, tags })}
      finder={
        <Suspense fallback={<Skeleton h={36} />}>
          <TagCombobox
            label={t('browse.findTag')}
            size="sm"
            exclude={filter.tags}
            onChoose={({ id }) => onChange({ ...filter, tags: toggled(filter.tags, id) })}
          />
        </Suspense>
      }
      more={
        values.length > first && (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.moreValues}
            aria-expanded={isLong}
            onClick={() => setLong(!isLong)}
          >
            {t(isLong ? 'browse.fewerTags' : 'browse.moreTags')}
          </Button>
        )
      }
    />
  );
}
