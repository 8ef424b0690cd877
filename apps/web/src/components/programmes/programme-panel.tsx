import { useQuery } from '@apollo/client/react';
import { Anchor, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import {
  ProgrammesDocument,
  type ProgrammePartsFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { useToasts } from '../toasts.js';
import classes from './programmes.module.css';

interface ProgrammePanelProps {
  readonly hint: string;
  readonly current: ProgrammePartsFragment | null;
  /** @param programme id; null for none */
  readonly attribute: (programme: string | null) => Promise<unknown>;
}

/** For coordinators: towards which programme something counts in reports. */
export function ProgrammePanel({ hint, current, attribute }: ProgrammePanelProps) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const { data } = useQuery(ProgrammesDocument, { fetchPolicy: 'cache-first' });
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const programmes = data?.programmes.edges.map((edge) => edge.node) ?? [];
  const value = chosen ?? current?.id ?? '';

  const save = () => {
    setBusy(true);
    attribute(value === '' ? null : value)
      .then(() => {
        setChosen(null);
        showDone(t('programme.done'));
      })
      .catch(showError)
      .finally(() => setBusy(false));
  };

  return (
    <section className={`panel ${classes.panel}`} aria-labelledby="programme">
      <h2 id="programme">{t('programme.title')}</h2>
      <NativeSelect
        aria-labelledby="programme"
        description={hint}
        value={value}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{t('programme.none')}</option>
        {programmes.map(({ id, shortName, name }) => (
          <option key={id} value={id}>
            {shortName === name ? name : `${shortName}: ${name}`}
          </option>
        ))}
      </NativeSelect>
      {value === (current?.id ?? '') ? (
        current && <ProgrammeNote programme={current} />
      ) : (
        <Button size="sm" loading={busy} onClick={save}>
          {t('programme.attribute')}
        </Button>
      )}
    </section>
  );
}

/** Whether it still takes applications, as far as somebody has checked. */
export function ProgrammeNote({ programme }: { programme: ProgrammePartsFragment }) {
  const { t } = useText();
  const { day } = useDates();
  const { status, checkedOn, link } = programme;
  const note = [
    t(`programmeStatus.${status}`),
    checkedOn && t('programme.checked', { date: day(checkedOn) }),
  ];
  return (
    <p className={classes.note}>
      {note.filter(Boolean).join(', ')}
      {link && (
        <>
          {' · '}
          <Anchor fz="inherit" href={link} rel="noreferrer" target="_blank">
            {t('programme.link')}
          </Anchor>
        </>
      )}
    </p>
  );
}
