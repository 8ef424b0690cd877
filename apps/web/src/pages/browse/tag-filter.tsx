import { useQuery } from '@apollo/client/react';
import { CloseButton } from '@mantine/core';
import { TagCombobox } from '../../components/tags/tag-combobox.js';
import { TagNamedDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import classes from './browse.module.css';

interface TagFilterProps {
  readonly chosen: readonly string[];
  readonly onToggle: (tag: string) => void;
}

/** Tags to filter by, found by any of their names. */
export function TagFilter({ chosen, onToggle }: TagFilterProps) {
  const { t } = useText();
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
          {chosen.map((id) => (
            <ChosenTag key={id} id={id} onRemove={() => onToggle(id)} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Only ids are in the address, perhaps of a tag that was merged since: the API gives the label. */
function ChosenTag({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t, locale } = useText();
  const { data, loading } = useQuery(TagNamedDocument, {
    variables: { id, locale },
    fetchPolicy: 'cache-first',
  });
  const label = data?.tag.label ?? (loading ? '…' : id);
  return (
    <li>
      {label}
      <CloseButton size="xs" aria-label={t('tag.remove', { tag: label })} onClick={onRemove} />
    </li>
  );
}
