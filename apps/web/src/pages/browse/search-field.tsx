import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Bounds } from '@wilma/domain';
import { useState } from 'react';
import { useText } from '../../lang/text.js';

interface SearchFieldProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** Types at once, searches a moment later. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const { t } = useText();
  const [text, setText] = useState(search);
  const [searched, setSearched] = useState(search);
  const searchSoon = useDebouncedCallback((value: string) => {
    setSearched(value);
    onSearch(value);
  }, 300);

  // Changed elsewhere, by a cleared filter or the way back.
  if (search !== searched) {
    setSearched(search);
    setText(search);
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
        searchSoon(event.currentTarget.value);
      }}
    />
  );
}
