import { skipToken, useQuery } from '@apollo/client/react';
import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb, IconPlus } from '@tabler/icons-react';
import { Bounds } from '@wilma/domain';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FindTagsDocument, type FindTagsQuery } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isWordOf, matchedSynonym } from './matched-synonym.js';
import classes from './tags.module.css';

export type FoundTag = FindTagsQuery['tags'][number];

interface TagComboboxProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly size?: 'sm' | 'md';
  /** Ids that are chosen already. */
  readonly exclude: readonly string[];
  readonly disabled?: boolean;
  /** Whether one is wanted: the list closes once it is chosen. */
  readonly single?: boolean;
  readonly 'data-autofocus'?: boolean;
  readonly onChoose: (tag: FoundTag) => void;
  /** Offers what was typed as a new tag where no tag has that word. */
  readonly onSuggest?: (label: string) => void;
}

const SHOWN = 12;
/** No id of a tag: those are kebab-case. */
const SUGGESTION = '+';

/** Finds tags by label or synonym in either language; choosing one empties the field for the next. */
export function TagCombobox({
  exclude,
  onChoose,
  onSuggest,
  single = false,
  size = 'md',
  ...field
}: TagComboboxProps) {
  const { t, locale } = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 150);
  const { data, previousData, loading } = useQuery(
    FindTagsDocument,
    combobox.dropdownOpened
      ? {
          variables: { search: settled, locale, first: SHOWN + exclude.length },
          fetchPolicy: 'cache-first',
        }
      : skipToken,
  );
  const found = (data ?? previousData)?.tags ?? [];
  const options = found.filter((tag) => !exclude.includes(tag.id)).slice(0, SHOWN);

  // Enter takes the first hit; what was found for an older text is never preselected.
  const isSettled = search.trim() === settled && !loading;
  const first = settled !== '' && isSettled ? options[0]?.id : undefined;
  const { selectFirstOption, resetSelectedOption } = combobox;
  useEffect(() => {
    if (first === undefined) resetSelectedOption();
    else selectFirstOption();
  }, [first, settled, selectFirstOption, resetSelectedOption]);

  const canSuggest =
    onSuggest !== undefined &&
    isSettled &&
    settled.length >= Bounds.word.min &&
    settled.length <= Bounds.word.max &&
    !isWordOf(found, settled);

  const choose = (id: string) => {
    const tag = options.find((option) => option.id === id);
    if (tag) onChoose(tag);
    else if (id === SUGGESTION && canSuggest) onSuggest(settled);
    else return;
    setSearch('');
    combobox.resetSelectedOption();
    if (single) combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...field}
          size={size}
          role="combobox"
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={t('tag.searchHint')}
          maxLength={Bounds.search.max}
          rightSection={loading ? <Loader size={16} /> : null}
          value={search}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={keepEnterInField}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options} aria-label={t('tag.found')}>
          {options.map((tag) => (
            <TagOption key={tag.id} tag={tag} search={settled} />
          ))}
          {canSuggest && (
            <Combobox.Option value={SUGGESTION} className={classes.suggestion}>
              <IconBulb size={15} aria-hidden />
              <span>{t('tag.suggest', { label: settled })}</span>
            </Combobox.Option>
          )}
          {options.length === 0 && !loading && !canSuggest && (
            <Combobox.Empty>{t('tag.none')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Enter chooses a tag; it never sends the form around the field. */
function keepEnterInField(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function TagOption({ tag, search }: { tag: FoundTag; search: string }) {
  const synonym = matchedSynonym(tag, search);
  const context = synonym ?? tag.broader.map((broader) => broader.label).join(', ');
  return (
    <Combobox.Option value={tag.id} className={classes.option}>
      <IconPlus size={15} aria-hidden />
      <span>{tag.label}</span>
      {context && <span className={classes.context}>{context}</span>}
    </Combobox.Option>
  );
}
