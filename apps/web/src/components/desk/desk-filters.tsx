import { useQuery } from '@apollo/client/react';
import { Button, Checkbox } from '@mantine/core';
import { District } from '@wilma/domain';
import { DeskChoicesDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { Choice } from './choice.js';
import { AGES, type DeskFilter, isNarrowed, NO_DESK_FILTER } from './desk-filter.js';
import classes from './desk.module.css';

interface DeskFiltersProps {
  readonly filter: DeskFilter;
  readonly fields: readonly ('age' | 'assigned' | 'programme')[];
  readonly onChange: (filter: DeskFilter) => void;
}

/** Narrows a list of matches by topic and district, and by what else the list is sorted out by. */
export function DeskFilters({ filter, fields, onChange }: DeskFiltersProps) {
  const { t, locale } = useText();
  const { data } = useQuery(DeskChoicesDocument, { variables: { locale } });
  const topics = (data?.tags ?? []).map(({ id, label }) => [id, label] as const);
  const programmes = (data?.programmes.edges ?? []).map(
    ({ node }) => [node.id, node.shortName] as const,
  );
  return (
    <div className={classes.filters} role="group" aria-label={t('desk.filters')}>
      <Choice
        label={t('desk.topic')}
        all={t('desk.allTopics')}
        value={filter.topic}
        options={topics.toSorted(([, a], [, b]) => a.localeCompare(b, locale))}
        onChoose={(topic) => onChange({ ...filter, topic })}
      />
      <Choice
        label={t('desk.district')}
        all={t('desk.allDistricts')}
        value={filter.district}
        options={Object.values(District).map((value) => [value, t(`district.${value}`)])}
        onChoose={(district) => onChange({ ...filter, district: district as District | null })}
      />
      {fields.includes('programme') && (
        <Choice
          label={t('desk.programme')}
          all={t('desk.allProgrammes')}
          value={filter.programme}
          options={programmes}
          onChoose={(programme) => onChange({ ...filter, programme })}
        />
      )}
      {fields.includes('age') && (
        <Choice
          label={t('desk.age')}
          all={t('desk.anyAge')}
          value={filter.age === null ? null : String(filter.age)}
          options={AGES.map((days) => [String(days), t('desk.olderThan', { days })])}
          onChoose={(days) =>
            onChange({ ...filter, age: AGES.find((age) => String(age) === days) ?? null })
          }
        />
      )}
      {fields.includes('assigned') && (
        <Checkbox
          className={classes.check}
          label={t('desk.assigned')}
          checked={filter.assigned}
          onChange={(event) => onChange({ ...filter, assigned: event.currentTarget.checked })}
        />
      )}
      {isNarrowed(filter) && (
        <Button variant="subtle" size="sm" onClick={() => onChange(NO_DESK_FILTER)}>
          {t('desk.clear')}
        </Button>
      )}
    </div>
  );
}
