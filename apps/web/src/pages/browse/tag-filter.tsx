import { skipToken, useQuery } from '@apollo/client/react';
import { CloseButton } from '@mantine/core';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import { FindTagsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

interface TagFilterProps {
  readonly chosen: readonly string[];
  readonly onToggle: (tag: string) => void;
}

/** Tags to filter by, found by any of their names. */
export function TagFilter({ chosen, onToggle }: TagFilterProps) {
  const { t, locale } = useText();
  // Only ids are in the address: the vocabulary gives the labels.
  const { data } = useQuery(
    FindTagsDocument,
    chosen.length === 0
      ? skipToken
      : { variables: { search: '', locale, first: 100 }, fetchPolicy: 'cache-first' },
  );
  const labels = new Map(data?.tags.map((tag) => [tag.id, tag.label]));
  return (
    <div>
      <TagCombobox
        label={t('posting.tags')}
        exclude={chosen}
        onChoose={(tag) => onToggle(tag.id)}
        size="sm"
      />
      {chosen.length > 0 && (
        <ul className={classes.chosenTags}>
          {chosen.map((id) => {
            const label = labels.get(id) ?? '…';
            return (
              <li key={id}>
                {label}
                <CloseButton
                  size="xs"
                  aria-label={t('tag.remove', { tag: label })}
                  onClick={() => onToggle(id)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
