import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { Bounds, CooperationForm, District } from '@wilma/domain';
import { useState } from 'react';
import { toggled } from '../../components/toggled.js';
import { useText } from '../../lang/text.js';
import { countFilters, NO_FILTER, type BrowseFilter } from './browse-filter.js';
import classes from './browse.module.css';
import { TagFilter } from './tag-filter.js';

interface BrowseFiltersProps {
  readonly filter: BrowseFilter;
  readonly onChange: (filter: BrowseFilter) => void;
}

/** Search and facets; on a phone the facets open below a button. */
export function BrowseFilters({ filter, onChange }: BrowseFiltersProps) {
  const { t } = useText();
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
          <fieldset className={classes.facet}>
            <legend>{t('posting.district')}</legend>
            {Object.values(District).map((district) => (
              <Checkbox
                key={district}
                size="sm"
                label={t(`district.${district}`)}
                checked={filter.districts.includes(district)}
                onChange={() =>
                  onChange({ ...filter, districts: toggled(filter.districts, district) })
                }
              />
            ))}
          </fieldset>
          <fieldset className={classes.facet}>
            <legend>{t('posting.forms')}</legend>
            {Object.values(CooperationForm).map((form) => (
              <Checkbox
                key={form}
                size="sm"
                label={t(`cooperationForm.${form}`)}
                checked={filter.forms.includes(form)}
                onChange={() => onChange({ ...filter, forms: toggled(filter.forms, form) })}
              />
            ))}
          </fieldset>
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
