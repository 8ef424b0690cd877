import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { Bounds } from '@wilma/domain';
import { useState, type SubmitEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../components/page.js';
import { PAGE_SIZE, PAGED, PagedList } from '../../components/paged-list/paged-list.js';
import rows from '../../components/paged-list/paged-list.module.css';
import { kindOf, postingPath } from '../../components/posting/posting-path.js';
import { useToasts } from '../../components/toasts.js';
import {
  CoordinatorDeskDocument,
  HandlePostingReportDocument,
  PostingReportsDocument,
  type PostingReportsQuery,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';

type Report = PostingReportsQuery['postingReports']['edges'][number]['node'];

/** What somebody thinks should not be there, for coordinators. */
export default function PostingReportsPage() {
  const { t } = useText();
  const [params, setParams] = useSearchParams();
  const handled = params.get('state') === 'handled';
  const query = useQuery(PostingReportsDocument, {
    variables: { handled, first: PAGE_SIZE },
    ...PAGED,
  });
  return (
    <Page title={t('reports.title')} lead={t('reports.lead')} width="narrow">
      <SegmentedControl
        aria-label={t('reports.which')}
        value={handled ? 'handled' : 'waiting'}
        onChange={(value) =>
          setParams(value === 'handled' ? { state: 'handled' } : {}, { replace: true })
        }
        data={[
          { value: 'waiting', label: t('reports.waiting') },
          { value: 'handled', label: t('reports.handled') },
        ]}
      />
      <PagedList
        label={t('reports.title')}
        query={query}
        page={query.data?.postingReports}
        empty={t('reports.none')}
      >
        {(report) => <ReportRow report={report} />}
      </PagedList>
    </Page>
  );
}

function ReportRow({ report }: { report: Report }) {
  const { t } = useText();
  const { moment } = useDates();
  const { reason, text, createdAt, handledAt, note, posting, reporter } = report;
  return (
    <div className={rows.row}>
      <div>
        <h2>
          {posting ? (
            <Link to={postingPath(kindOf(posting.__typename), posting.id)}>{posting.title}</Link>
          ) : (
            t('reports.gone')
          )}
        </h2>
        <p>
          <strong>{t(`reportReason.${reason}`)}</strong>
        </p>
        {text && <p className="prose">{text}</p>}
        <p className="soft">
          {reporter?.name ?? t('audit.gone')} ·{' '}
          <time dateTime={createdAt}>{moment(createdAt)}</time>
        </p>
        {handledAt ? (
          <p className="soft">
            {t('reports.handledAt', { when: moment(handledAt) })} {note}
          </p>
        ) : (
          <HandleForm report={report} />
        )}
      </div>
    </div>
  );
}

function HandleForm({ report: { id, posting } }: { report: Report }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [note, setNote] = useState('');
  const [handle, { loading }] = useMutation(HandlePostingReportDocument, {
    refetchQueries: [PostingReportsDocument, CoordinatorDeskDocument],
  });
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    handle({ variables: { id, note: note.trim() } }).then(
      () => showDone(t('reports.done')),
      showError,
    );
  };
  return (
    <form onSubmit={send} aria-label={t('reports.handleOf', { title: posting?.title ?? '' })}>
      <Group gap="xs" align="end" mt="xs">
        <TextInput
          size="sm"
          flex="1 1 220px"
          label={t('reports.note')}
          maxLength={Bounds.note.max}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" size="sm" variant="default" loading={loading}>
          {t('reports.handle')}
        </Button>
      </Group>
    </form>
  );
}
