import { skipToken, useQuery } from '@apollo/client/react';
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Bounds } from '@wilma/domain';
import { useEffect, useState, type ReactNode } from 'react';
import {
  FindOrganisationsDocument,
  type FindOrganisationsQuery,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from '../tags/tags.module.css';

export type FoundOrganisation = FindOrganisationsQuery['organisations']['edges'][number]['node'];

interface OrganisationComboboxProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
  /** Ids that are chosen already. */
  readonly exclude: readonly string[];
  readonly onChoose: (organisation: FoundOrganisation) => void;
}

const SHOWN = 12;

/** Finds organisations by a part of their name; choosing one empties the field. */
export function OrganisationCombobox({ exclude, onChoose, ...field }: OrganisationComboboxProps) {
  const { t } = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const { data, previousData, loading } = useQuery(
    FindOrganisationsDocument,
    combobox.dropdownOpened
      ? {
          variables: { search: settled, first: SHOWN + exclude.length },
          fetchPolicy: 'cache-first',
        }
      : skipToken,
  );
  const found = (data ?? previousData)?.organisations.edges.map((edge) => edge.node) ?? [];
  const options = found.filter(({ id }) => !exclude.includes(id)).slice(0, SHOWN);

  // Enter takes the first hit; what was found for an older text is never preselected.
  const isSettled = search.trim() === settled && !loading;
  const first = settled !== '' && isSettled ? options[0]?.id : undefined;
  const { selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (first === undefined) resetSelectedOption();
    else selectFirstOption();
  }, [first, settled, selectFirstOption, resetSelectedOption]);

  const choose = (id: string) => {
    const organisation = options.find((option) => option.id === id);
    if (!organisation) return;
    onChoose(organisation);
    setSearch('');
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...field}
          role="combobox"
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={t('organisation.searchHint')}
          maxLength={Bounds.search.max}
          rightSection={loading ? <Loader size={16} /> : null}
          value={search}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options
          mah={280}
          className={classes.options}
          aria-label={t('organisation.found')}
        >
          {options.map(({ id, name, municipality }) => (
            <Combobox.Option key={id} value={id} className={classes.option}>
              <span>{name}</span>
              {municipality && <span className={classes.context}>{municipality}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && !loading && (
            <Combobox.Empty>{t('organisation.none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
