import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { addDays, atHourInBerlin } from '@wilma/domain';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { EXPORT_PAGE_SIZE, useCsvExport } from '../../components/csv/use-csv-export.js';
import { PAGE_SIZE, PAGED, PagedList } from '../../components/paged-list/paged-list.js';
import rows from '../../components/paged-list/paged-list.module.css';
import { Notice } from '../../components/notice.js';
import {
  AuditChainDocument,
  AuditTrailDocument,
  type AuditTrailQuery,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { type MessageId, useText } from '../../lang/text.js';
import classes from './admin.module.css';
import { type UrlFilter, useFilter } from './use-filter.js';

const DateField = lazy(() => import('../../components/date-field/date-field.js'));

type Entry = AuditTrailQuery['auditTrail']['edges'][number]['node'];

const DAY = /^20\d{2}-\d{2}-\d{2}$/;
const HEAD: readonly MessageId[] = ['audit.at', 'audit.name', 'audit.actor', 'audit.subject'];
/** Details that the list can be narrowed by. */
const SUBJECTS = ['account', 'match', 'organisation', 'posting'];

/** The start of a day as the operators' clocks have it; of none, null. */
const startOf = (day: string | null): string | null =>
  day !== null && DAY.test(day) ? atHourInBerlin(day, 0).toISOString() : null;

function variablesOf({ get }: UrlFilter) {
  const last = get('to');
  return {
    name: get('name'),
    actor: get('actor'),
    subject: get('subject'),
    since: startOf(get('from')),
    until: last !== null && DAY.test(last) ? startOf(addDays(last, 1)) : null,
  };
}

/** What ever happened. */
export function AuditSection() {
  const { t } = useText();
  const client = useApolloClient();
  const filter = useFilter();
  const asked = variablesOf(filter);
  const query = useQuery(AuditTrailDocument, {
    variables: { ...asked, first: PAGE_SIZE },
    ...PAGED,
  });
  const exporting = useCsvExport<Entry>({
    head: HEAD.map((id) => t(id)),
    rowOf: ({ at, name, actor, actorId, details }) => [
      at,
      name,
      actor?.name ?? actorId ?? '',
      details.map((detail) => `${detail.name}: ${detail.value}`).join(', '),
    ],
    page: async (after) => {
      const { data } = await client.query({
        query: AuditTrailDocument,
        variables: { ...asked, first: EXPORT_PAGE_SIZE, after },
        fetchPolicy: 'no-cache',
      });
      return data?.auditTrail;
    },
  });
  return (
    <>
      <Chain />
      <AuditFilters filter={filter} />
      <PagedList
        label={t('adminSection.audit')}
        query={query}
        page={(query.data ?? query.previousData)?.auditTrail}
        empty={t('admin.noEvents')}
        actions={
          <Button
            variant="default"
            size="sm"
            leftSection={<IconDownload size={17} aria-hidden />}
            loading={exporting.busy}
            onClick={exporting.start}
          >
            {t('csv.export')}
          </Button>
        }
      >
        {(entry) => <AuditRow entry={entry} />}
      </PagedList>
    </>
  );
}

/** Whether what is shown below is what was written. */
function Chain() {
  const { t } = useText();
  const { data } = useQuery(AuditChainDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return <p className="soft">{t('audit.checking')}</p>;
  const { brokenAt, checked, unsealed } = data.auditChain;
  if (brokenAt !== null) {
    return (
      <Notice tone="bad" title={t('audit.broken')}>
        <p>{t('audit.brokenAt', { seal: String(brokenAt) })}</p>
      </Notice>
    );
  }
  return (
    <>
      {unsealed > 0 && (
        <Notice tone="wait">
          <p>{t('audit.unsealed', { count: unsealed })}</p>
        </Notice>
      )}
      <p className="soft">{t('audit.whole', { count: checked })}</p>
    </>
  );
}

const TEXTS = [
  ['name', 'audit.name'],
  ['actor', 'audit.actorId'],
  ['subject', 'audit.subjectId'],
] as const;
const DAYS = [
  ['from', 'audit.from'],
  ['to', 'audit.to'],
] as const;

function AuditFilters({ filter: { get, set, setSoon } }: { filter: UrlFilter }) {
  const { t } = useText();
  return (
    <div className={classes.filters} role="group" aria-label={t('admin.filters')}>
      {TEXTS.map(([key, label]) => (
        <TextInput
          // Links of the rows write into the address, too.
          key={`${key} ${get(key) ?? ''}`}
          size="sm"
          label={t(label)}
          maxLength={64}
          defaultValue={get(key) ?? ''}
          onBlur={(event) => set(key, event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setSoon(key, event.currentTarget.value.trim());
          }}
        />
      ))}
      <Suspense fallback={<Skeleton h={60} />}>
        {DAYS.map(([key, label]) => (
          <DateField
            key={key}
            label={t(label)}
            value={get(key)}
            onChange={(value) => set(key, value)}
          />
        ))}
      </Suspense>
    </div>
  );
}

function AuditRow({ entry }: { entry: Entry }) {
  const { t } = useText();
  const { moment } = useDates();
  const { name, actor, actorId, at, details } = entry;
  return (
    <div className={rows.row}>
      <div>
        <h2>
          <Link to={`?name=${name}`} className={classes.code}>
            {name}
          </Link>
        </h2>
        <p className="soft">
          <time dateTime={at}>{moment(at)}</time> ·{' '}
          {actorId ? (
            <Link to={`?actor=${actorId}`}>{actor?.name ?? t('audit.gone')}</Link>
          ) : (
            t('audit.nobody')
          )}
        </p>
        {details.length > 0 && (
          <p className={rows.details}>
            {details.map(({ name: key, value }) => (
              <span key={key}>
                {key}:{' '}
                {SUBJECTS.includes(key) ? <Link to={`?subject=${value}`}>{value}</Link> : value}
              </span>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
