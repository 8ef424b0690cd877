import { NativeSelect } from '@mantine/core';
import { useText } from '../../lang/text.js';
import { BROWSE_ORDERS, type BrowseOrder } from './browse-filter.js';

interface OrderSelectProps {
  readonly order: BrowseOrder | null;
  /** Without a search nothing is more relevant than anything else. */
  readonly isSearching: boolean;
  readonly onChange: (order: BrowseOrder | null) => void;
}

export function OrderSelect({ order, isSearching, onChange }: OrderSelectProps) {
  const { t } = useText();
  const usual = isSearching ? 'RELEVANCE' : 'NEWEST';
  const shown = order === null || (order === 'RELEVANCE' && !isSearching) ? usual : order;
  return (
    <NativeSelect
      size="sm"
      aria-label={t('browse.order')}
      value={shown}
      onChange={(event) => {
        const next = BROWSE_ORDERS.find((one) => one === event.currentTarget.value);
        onChange(next === usual ? null : (next ?? null));
      }}
    >
      {BROWSE_ORDERS.filter((one) => isSearching || one !== 'RELEVANCE').map((one) => (
        <option key={one} value={one}>
          {t(`browse.order.${one}`)}
        </option>
      ))}
    </NativeSelect>
  );
}
