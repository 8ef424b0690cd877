import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmarkPlus, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Bounds, type PostingKind } from '@wilma/domain';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type {
  FacetPartsFragment,
  SavedFilterPartsFragment,
} from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import {
  countFilters,
  isSameFilter,
  savedChoice,
  writeFilter,
  type BrowseFilter,
} from './browse-filter.js';
import classes from './browse.module.css';
import { NameForm } from './name-form.js';
import { useSavedFilters, type SavedFilters as Saved } from './use-saved-filters.js';

interface SavedFiltersProps {
  readonly kind: PostingKind;
  readonly filter: BrowseFilter;
  readonly facets: FacetPartsFragment | undefined;
}

/** The filters that one keeps under a name, and keeping what is chosen now. */
export default function SavedFilters({ kind, filter, facets }: SavedFiltersProps) {
  const { t } = useText();
  const list = useSavedFilters(kind);
  const [isNaming, setNaming] = useState(false);
  const section = useRef<HTMLElement>(null);
  // What had the focus is gone.
  const stay = () => section.current?.focus({ preventScroll: true });
  const suggested = useSuggestedName(filter, facets);
  const isNew =
    countFilters(filter) > 0 && !list.saved.some((one) => isSameFilter(savedChoice(one), filter));
  if (list.saved.length === 0 && !isNew) return null;
  return (
    <section ref={section} tabIndex={-1} className={classes.saved} aria-labelledby="saved-filters">
      <h2 id="saved-filters">{t('browse.saved.title')}</h2>
      {list.saved.length > 0 && (
        <ul>
          {list.saved.map((one) => (
            <SavedRow key={one.id} saved={one} filter={filter} list={list} onSettled={stay} />
          ))}
        </ul>
      )}
      {isNew && isNaming && (
        <NameForm
          name={suggested}
          onName={(name) => list.save(name, filter)}
          onClose={() => {
            setNaming(false);
            stay();
          }}
        />
      )}
      {isNew && !isNaming && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBookmarkPlus size={16} aria-hidden />}
          onClick={() => setNaming(true)}
        >
          {t('browse.saved.save')}
        </Button>
      )}
    </section>
  );
}

interface SavedRowProps {
  readonly saved: SavedFilterPartsFragment;
  readonly filter: BrowseFilter;
  readonly list: Saved;
  readonly onSettled: () => void;
}

function SavedRow({ saved, filter, list, onSettled }: SavedRowProps) {
  const { t } = useText();
  const [isNaming, setNaming] = useState(false);
  const choice = savedChoice(saved);
  const { id, name } = saved;
  if (isNaming) {
    return (
      <li>
        <NameForm
          name={name}
          onName={(next) => list.rename(id, next)}
          onClose={() => {
            setNaming(false);
            onSettled();
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.savedRow}>
      <Link
        to={{ search: writeFilter(choice).toString() }}
        aria-current={isSameFilter(choice, filter) ? 'true' : undefined}
      >
        {name}
      </Link>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('browse.saved.more', { name })}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {t('browse.saved.rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              list.remove(saved);
              onSettled();
            }}
          >
            {t('browse.saved.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** What is chosen, in words, as far as a name may be long. */
function useSuggestedName(filter: BrowseFilter, facets: FacetPartsFragment | undefined): string {
  const { t } = useText();
  const labels = new Map(facets?.tags.map(({ tag }) => [tag.id, tag.label]));
  const words = [
    filter.search.trim(),
    ...filter.tags.map((id) => labels.get(id) ?? ''),
    ...filter.districts.map((district) => t(`district.${district}`)),
    ...filter.forms.map((form) => t(`cooperationForm.${form}`)),
    ...filter.states.map((state) => t(`postingState.${state}`)),
  ].filter((word) => word !== '');
  return words
    .reduce((name, word) => {
      const longer = name === '' ? word : `${name}, ${word}`;
      return longer.length <= Bounds.filterName.max ? longer : name;
    }, '')
    .slice(0, Bounds.filterName.max);
}
