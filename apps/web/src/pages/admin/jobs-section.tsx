import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { PAGE_SIZE, PAGED, PagedList } from '../../components/paged-list/paged-list.js';
import rows from '../../components/paged-list/paged-list.module.css';
import { useToasts } from '../../components/toasts.js';
import {
  ParkedJobsDocument,
  type ParkedJobsQuery,
  RetryAllParkedJobsDocument,
  RetryParkedJobDocument,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './admin.module.css';

type Job = ParkedJobsQuery['parkedJobs']['edges'][number]['node'];

/** What the worker could not do, to be tried again. */
export function JobsSection() {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const query = useQuery(ParkedJobsDocument, { variables: { first: PAGE_SIZE }, ...PAGED });
  const [retryAll, { loading }] = useMutation(RetryAllParkedJobsDocument, {
    refetchQueries: [ParkedJobsDocument],
  });
  const page = query.data?.parkedJobs;
  return (
    <PagedList
      label={t('adminSection.jobs')}
      query={query}
      page={page}
      empty={t('admin.noJobs')}
      actions={
        <>
          {/* Another program serves it. */}
          <a href="/queues">{t('admin.board')}</a>
          {page && page.totalCount > 0 && (
            <Button
              variant="default"
              size="sm"
              loading={loading}
              onClick={() => {
                retryAll().then(() => showDone(t('admin.retried')), showError);
              }}
            >
              {t('admin.retryAll')}
            </Button>
          )}
        </>
      }
    >
      {(job) => <JobRow job={job} />}
    </PagedList>
  );
}

function JobRow({ job }: { job: Job }) {
  const { t } = useText();
  const { moment } = useDates();
  const { showDone, showError } = useToasts();
  const [retry, { loading }] = useMutation(RetryParkedJobDocument);
  const { id, event, handler, error, attempts, parkedAt, nextTryAt } = job;
  return (
    <div className={rows.row}>
      <div>
        <h2 className={classes.code}>
          {event} / {handler}
        </h2>
        <p className="soft">
          <time dateTime={parkedAt}>{moment(parkedAt)}</time> ·{' '}
          {t('admin.attempts', { count: attempts })} ·{' '}
          {t('admin.nextTry', { when: moment(nextTryAt) })}
        </p>
        <p className={rows.details}>{error}</p>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={loading}
        aria-label={t('admin.retryOf', { job: `${event} / ${handler}` })}
        onClick={() => {
          retry({ variables: { id } }).then(() => showDone(t('admin.retried')), showError);
        }}
      >
        {t('admin.retry')}
      </Button>
    </div>
  );
}
