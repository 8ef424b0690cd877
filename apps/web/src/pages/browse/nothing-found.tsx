import { Button } from '@mantine/core';
import type { PostingKind } from '@wilma/domain';
import { Link, useLocation } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { useText } from '../../lang/text.js';
import { countFilters, NO_FILTER } from './browse-filter.js';
import type { FacetsProps } from './facets.js';
import { PATHS } from './kind-tabs.js';

interface NothingFoundProps extends FacetsProps {
  readonly kind: PostingKind;
}

/** No entry answers the filter: what gives some. */
export function NothingFound({ kind, filter, facets, onChange }: NothingFoundProps) {
  const { t } = useText();
  const { search } = useLocation();
  const other = kind === 'NEED' ? 'OFFER' : 'NEED';
  const elsewhere = facets?.kinds.find((one) => one.kind === other)?.count ?? 0;
  const text = filter.search.trim();
  const isNarrowed = text !== '' && countFilters(filter) > 1;
  return (
    <EmptyState
      picture="map"
      title={t('browse.nothingFound')}
      text={t(isNarrowed || text === '' ? 'browse.nothingFoundText' : 'browse.nothingSearched')}
    >
      {isNarrowed && (
        <Button onClick={() => onChange({ ...NO_FILTER, search: filter.search })}>
          {t('browse.onlySearch', { text })}
        </Button>
      )}
      {elsewhere > 0 && (
        <Button component={Link} to={{ pathname: PATHS[other], search }} variant="default">
          {t(`browse.elsewhere.${other}`, { count: elsewhere })}
        </Button>
      )}
      <Button variant={isNarrowed ? 'subtle' : 'default'} onClick={() => onChange(NO_FILTER)}>
        {t('browse.clear')}
      </Button>
    </EmptyState>
  );
}
