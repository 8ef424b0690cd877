import { useApolloClient, useSubscription } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { matchFilter, readDeskFilter, writeDeskFilter } from '../../components/desk/desk-filter.js';
import { DeskFilters } from '../../components/desk/desk-filters.js';
import { Page } from '../../components/page.js';
import { useToasts } from '../../components/toasts.js';
import { MatchChangedDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { COLUMNS } from './columns.js';
import { PipelineColumn } from './pipeline-column.js';
import classes from './pipeline.module.css';
import { usePipelineExport } from './use-pipeline-export.js';

const FIELDS = ['programme', 'assigned'] as const;

/** Every match by its stage, overdue first: where coordinators see what stands still. */
export default function PipelinePage() {
  const { t } = useText();
  const client = useApolloClient();
  const { showError } = useToasts();
  const [params, setParams] = useSearchParams();
  const [now] = useState(() => new Date());
  const filter = readDeskFilter(params);
  const asked = matchFilter(filter, now);
  const exporting = usePipelineExport(asked);
  const shown = COLUMNS.find(({ key }) => key === params.get('column')) ?? COLUMNS[0];
  const refreshSoon = useDebouncedCallback(() => {
    client.refetchQueries({ include: ['PipelineColumn'] }).catch(showError);
  }, 1_000);
  useSubscription(MatchChangedDocument, { onData: refreshSoon, ignoreResults: true });

  const show = (key: string) => {
    const next = new URLSearchParams(params);
    next.set('column', key);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Page
      title={t('pipeline.title')}
      lead={t('pipeline.lead')}
      width="full"
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={17} aria-hidden />}
          loading={exporting.busy}
          onClick={exporting.start}
        >
          {t('csv.export')}
        </Button>
      }
    >
      <DeskFilters
        filter={filter}
        fields={FIELDS}
        onChange={(next) => setParams(writeDeskFilter(next, params), { preventScrollReset: true })}
      />
      <NativeSelect
        className={classes.choice}
        label={t('pipeline.column')}
        value={shown?.key}
        onChange={(event) => show(event.currentTarget.value)}
      >
        {COLUMNS.map(({ key, title }) => (
          <option key={key} value={key}>
            {t(title)}
          </option>
        ))}
      </NativeSelect>
      <div className={classes.board} role="region" aria-label={t('pipeline.board')} tabIndex={0}>
        {COLUMNS.map((plan) => (
          <PipelineColumn
            key={plan.key}
            plan={plan}
            filter={asked}
            isShown={plan === shown}
            now={now}
          />
        ))}
      </div>
    </Page>
  );
}
