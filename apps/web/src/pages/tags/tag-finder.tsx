import { useQuery } from '@apollo/client/react';
import { Checkbox, Skeleton, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { Bounds, type TagState } from '@wilma/domain';
import { useState } from 'react';
import { ErrorView } from '../../components/error-view.js';
import { CuratedTagsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { SuggestionList } from './suggestion-list.js';
import { TagRow } from './tag-row.js';
import { TagTree } from './tag-tree.js';
import classes from './tags-page.module.css';
import type { FinderProps } from './use-curation.js';

/** What waits for a decision; below it all tags, as a tree or by a word. */
export function TagFinder(props: FinderProps) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 200);
  const [withRetired, setWithRetired] = useState(false);
  const isSearching = settled !== '' || withRetired;
  return (
    <>
      <div className={classes.listHead}>
        <Title order={1} fz="xl" id="tags-title">
          {t('tags.title')}
        </Title>
      </div>
      <div className={classes.scroll}>
        <SuggestionList {...props} />
        <h2 className={classes.groupTitle}>{t('tags.all')}</h2>
        <div className={classes.search}>
          <TextInput
            type="search"
            aria-label={t('tags.search')}
            placeholder={t('tags.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            maxLength={Bounds.search.max}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Checkbox
            size="sm"
            label={t('tags.withRetired')}
            checked={withRetired}
            onChange={(event) => setWithRetired(event.currentTarget.checked)}
          />
        </div>
        {isSearching ? (
          <Found {...props} search={settled} withRetired={withRetired} />
        ) : (
          <TagTree current={props.current} onOpen={props.onOpen} />
        )}
      </div>
    </>
  );
}

const RETIRED: TagState[] = ['DEPRECATED', 'MERGED'];

interface FoundProps extends FinderProps {
  readonly search: string;
  readonly withRetired: boolean;
}

function Found({ search, withRetired, current, onOpen }: FoundProps) {
  const { t, locale } = useText();
  const states: TagState[] = withRetired ? RETIRED : ['APPROVED'];
  const { data, previousData, error, refetch } = useQuery(CuratedTagsDocument, {
    variables: { search, states, locale },
  });
  const tags = (data ?? previousData)?.tags;
  if (error && !tags) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!tags) return <Skeleton h={120} m="sm" w="auto" />;
  if (tags.length === 0) return <p className={classes.none}>{t('tag.none')}</p>;
  return (
    <ul className={classes.rows} aria-label={t('tag.found')}>
      {tags.map((tag) => (
        <li key={tag.id}>
          <TagRow
            tag={tag}
            context={tag.broader.map(({ label }) => label).join(', ')}
            isCurrent={tag.id === current}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}
