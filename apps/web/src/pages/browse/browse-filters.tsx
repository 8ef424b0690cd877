import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { Bounds, CooperationForm, District, type PostingState } from '@wilma/domain';
import { useState } from 'react';
import { toggled } from '../../components/toggled.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import { countFilters, NO_FILTER, type BrowseFilter } from './browse-filter.js';
import classes from './browse.module.css';
import { TagFilter } from './tag-filter.js';

interface BrowseFiltersProps {
  readonly filter: BrowseFilter;
  readonly onChange: (filter: BrowseFilter) => void;
}

/** What coordinators look for besides the published. */
const REVIEWED_STATES: readonly PostingState[] = [
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'PUBLISHED',
  'PAUSED',
  'EXPIRED',
];

/** Search and facets; on a phone the facets open below a button. */
export function BrowseFilters({ filter, onChange }: BrowseFiltersProps) {
  const { t } = useText();
  const { me } = useSession();
  const isNarrow = useMediaQuery('(max-width: 56em)', undefined, {
    getInitialValueInEffect: false,
  });
  const [opened, setOpened] = useState(false);
  const count = countFilters(filter);
  const facetsShown = !isNarrow || opened;
  return (
    <search className={classes.filters}>
      <SearchField filter={filter} onChange={onChange} />
      {isNarrow && (
        <Button
          variant="default"
          aria-expanded={opened}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('browse.filters', { count })}
        </Button>
      )}
      {facetsShown && (
        <div className={classes.facets}>
          <TagFilter
            chosen={filter.tags}
            onToggle={(tag) => onChange({ ...filter, tags: toggled(filter.tags, tag) })}
          />
          {isStaffRole(me?.role) && (
            <Facet
              legend={t('browse.state')}
              values={REVIEWED_STATES}
              chosen={filter.states}
              label={(state) => t(`postingState.${state}`)}
              onChange={(states) => onChange({ ...filter, states })}
            />
          )}
          <Facet
            legend={t('posting.district')}
            values={Object.values(District)}
            chosen={filter.districts}
            label={(district) => t(`district.${district}`)}
            onChange={(districts) => onChange({ ...filter, districts })}
          />
          <Facet
            legend={t('posting.forms')}
            values={Object.values(CooperationForm)}
            chosen={filter.forms}
            label={(form) => t(`cooperationForm.${form}`)}
            onChange={(forms) => onChange({ ...filter, forms })}
          />
        </div>
      )}
      {count > 0 && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange(NO_FILTER)}
        >
          {t('browse.clear')}
        </Button>
      )}
    </search>
  );
}

interface FacetProps<T extends string> {
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly label: (value: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}

function Facet<T extends string>({ legend, values, chosen, label, onChange }: FacetProps<T>) {
  return (
    <fieldset className={classes.facet}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <Checkbox
          key={value}
          size="sm"
          label={label(value)}
          checked={chosen.includes(value)}
          onChange={() => onChange(toggled(chosen, value))}
        />
      ))}
    </fieldset>
  );
}

/** Types at once, searches a moment later. */
function SearchField({ filter, onChange }: BrowseFiltersProps) {
  const { t } = useText();
  const [text, setText] = useState(filter.search);
  const [searched, setSearched] = useState(filter.search);
  const search = useDebouncedCallback((value: string) => {
    setSearched(value);
    onChange({ ...filter, search: value });
  }, 300);

  // Changed elsewhere, by a cleared filter or the way back.
  if (filter.search !== searched) {
    setSearched(filter.search);
    setText(filter.search);
  }

  return (
    <TextInput
      type="search"
      aria-label={t('browse.search')}
      placeholder={t('browse.searchHint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      maxLength={Bounds.search.max}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
