import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { countFilters } from './browse-filter.js';
import classes from './browse.module.css';
import { Facets, type FacetsProps } from './facets.js';
import { SearchField } from './search-field.js';

interface BrowseFiltersProps extends FacetsProps {
  readonly kind: PostingKind;
  readonly totalCount: number | undefined;
}

// Visitors have none.
const SavedFilters = lazy(() => import('./saved-filters.js'));
const FilterDrawer = lazy(() => import('./filter-drawer.js'));

/** Search, saved filters and facets; on a phone all but the search opens by a button. */
export function BrowseFilters({ kind, totalCount, ...facets }: BrowseFiltersProps) {
  const { t } = useText();
  const { me } = useSession();
  const isNarrow = useMediaQuery('(max-width: 56em)', undefined, {
    getInitialValueInEffect: false,
  });
  const { filter, onChange } = facets;
  const choices = (
    <>
      {me && (
        <Suspense fallback={null}>
          <SavedFilters kind={kind} filter={filter} facets={facets.facets} />
        </Suspense>
      )}
      <Facets {...facets} />
    </>
  );
  return (
    <search className={classes.filters}>
      <SearchField search={filter.search} onSearch={(search) => onChange({ ...filter, search })} />
      {isNarrow ? (
        <InDrawer
          label={t('browse.filters', { count: countFilters({ ...filter, search: '' }) })}
          totalCount={totalCount}
        >
          {choices}
        </InDrawer>
      ) : (
        choices
      )}
    </search>
  );
}

interface InDrawerProps {
  readonly label: string;
  readonly totalCount: number | undefined;
  readonly children: React.ReactNode;
}

function InDrawer({ label, totalCount, children }: InDrawerProps) {
  const [opened, setOpened] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        aria-haspopup="dialog"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={() => {
          setWasOpened(true);
          setOpened(true);
        }}
      >
        {label}
      </Button>
      {wasOpened && (
        <Suspense fallback={null}>
          <FilterDrawer opened={opened} onClose={() => setOpened(false)} totalCount={totalCount}>
            {children}
          </FilterDrawer>
        </Suspense>
      )}
    </>
  );
}
