import { skipToken, useQuery } from '@apollo/client/react';
import { Button, CloseButton } from '@mantine/core';
import { TagNamedDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { NO_FILTER } from './browse-filter.js';
import classes from './browse.module.css';
import type { FacetsProps } from './facets.js';

/** What is chosen of facets, each with a button that takes it away. */
export function ChosenFilters({ filter, facets, onChange }: FacetsProps) {
  const { t } = useText();
  const { tags, states, districts, forms } = filter;
  const known = new Map(facets?.tags.map(({ tag }) => [tag.id, tag.label]));
  const without = <T,>(list: readonly T[], value: T): T[] => list.filter((one) => one !== value);
  if ([tags, states, districts, forms].every((list) => list.length === 0)) return null;
  return (
    <ul className={classes.chosen} aria-label={t('browse.chosen')}>
      {tags.map((id) => (
        <ChosenTag
          key={id}
          id={id}
          known={known.get(id)}
          onRemove={() => onChange({ ...filter, tags: without(tags, id) })}
        />
      ))}
      {states.map((state) => (
        <Chosen
          key={state}
          label={t(`postingState.${state}`)}
          onRemove={() => onChange({ ...filter, states: without(states, state) })}
        />
      ))}
      {districts.map((district) => (
        <Chosen
          key={district}
          label={t(`district.${district}`)}
          onRemove={() => onChange({ ...filter, districts: without(districts, district) })}
        />
      ))}
      {forms.map((form) => (
        <Chosen
          key={form}
          label={t(`cooperationForm.${form}`)}
          onRemove={() => onChange({ ...filter, forms: without(forms, form) })}
        />
      ))}
      <li className={classes.clear}>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(NO_FILTER)}>
          {t('browse.clear')}
        </Button>
      </li>
    </ul>
  );
}

interface ChosenProps {
  readonly label: string;
  readonly onRemove: () => void;
}

function Chosen({ label, onRemove }: ChosenProps) {
  const { t } = useText();
  return (
    <li className={classes.chip}>
      {label}
      <CloseButton size="sm" aria-label={t('tag.remove', { tag: label })} onClick={onRemove} />
    </li>
  );
}

interface ChosenTagProps {
  readonly id: string;
  /** Its label where the facets tell it. */
  readonly known: string | undefined;
  readonly onRemove: () => void;
}

/** Only ids are in the address, perhaps of a tag that was merged since: the API gives the label. */
function ChosenTag({ id, known, onRemove }: ChosenTagProps) {
  const { locale } = useText();
  const { data, loading } = useQuery(
    TagNamedDocument,
    known === undefined ? { variables: { id, locale }, fetchPolicy: 'cache-first' } : skipToken,
  );
  return <Chosen label={known ?? data?.tag.label ?? (loading ? '…' : id)} onRemove={onRemove} />;
}
