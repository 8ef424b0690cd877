import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { useToasts } from '../../components/toasts.js';
import {
  InstallationDocument,
  type InstallationQuery,
  SendTestMailDocument,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { type MessageId, useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import classes from './admin.module.css';
import { Mark } from './mark.js';

type Standing = InstallationQuery['installation'];

const REFRESH_MS = 15_000;
const MEBIBYTE = 2 ** 20;

/** Whether all runs, and what waits. */
export function HealthSection() {
  const { data, error, refetch } = useQuery(InstallationDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: REFRESH_MS,
  });
  const standing = data?.installation;
  if (!standing) {
    if (!error) return <LoadingView />;
    return <ErrorView error={error} onRetry={() => void refetch()} />;
  }
  return (
    <div className={classes.cards}>
      <QueueCard standing={standing} />
      <MailCard standing={standing} />
      <VersionsCard standing={standing} />
      <BackupCard standing={standing} />
      <DatabaseCard standing={standing} />
    </div>
  );
}

interface CardProps {
  readonly title: MessageId;
  /** In a word; null where there is nothing to judge. */
  readonly state: { readonly tone: 'bad' | 'good' | 'wait'; readonly text: MessageId } | null;
  readonly facts: readonly (readonly [MessageId, ReactNode])[];
  readonly children?: ReactNode;
}

function Card({ title, state, facts, children }: CardProps) {
  const { t } = useText();
  return (
    <section className={`panel ${classes.card}`} aria-labelledby={title}>
      <div className={classes.head}>
        <h2 id={title}>{t(title)}</h2>
        {state && <Mark tone={state.tone}>{t(state.text)}</Mark>}
      </div>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

interface Part {
  readonly standing: Standing;
}

function DatabaseCard({ standing: { databaseSize } }: Part) {
  const { t } = useText();
  return (
    <Card
      title="admin.database"
      state={{ tone: 'good', text: 'admin.answers' }}
      facts={[['admin.size', t('admin.mebibytes', { count: Math.round(databaseSize / MEBIBYTE) })]]}
    />
  );
}

function QueueCard({ standing: { queue, parked, usesRedis } }: Part) {
  const { t } = useText();
  const { moment } = useDates();
  const oldest = queue?.oldestAt;
  const state = () => {
    if (!queue) return { tone: 'bad', text: 'admin.silent' } as const;
    if (!queue.clockStrikes) return { tone: 'bad', text: 'admin.noWorker' } as const;
    if (parked.count > 0) return { tone: 'wait', text: 'admin.hasParked' } as const;
    return { tone: 'good', text: 'admin.runs' } as const;
  };
  return (
    <Card
      title="admin.queue"
      state={state()}
      facts={[
        ['admin.where', usesRedis ? 'Redis' : 'PostgreSQL'],
        ['admin.waiting', queue?.waiting ?? '–'],
        ['admin.active', queue?.active ?? '–'],
        ['admin.delayed', queue?.delayed ?? '–'],
        ['admin.oldest', oldest ? moment(oldest) : '–'],
        [
          'admin.parked',
          <Link to="/admin/jobs">{t('admin.number', { count: parked.count })}</Link>,
        ],
        ...(parked.oldestAt ? [['admin.parkedSince', moment(parked.oldestAt)] as const] : []),
      ]}
    />
  );
}

function MailCard({ standing: { mail, mailServerAnswers } }: Part) {
  const { t } = useText();
  const { moment } = useDates();
  const { me } = useSession();
  const { showDone, showError } = useToasts();
  const [send, { loading }] = useMutation(SendTestMailDocument);
  const sent = () => showDone(t('admin.testSent', { email: me?.account.email ?? '' }));
  const state = () => {
    if (!mailServerAnswers) return { tone: 'bad', text: 'admin.silent' } as const;
    if (mail.refused > 0) return { tone: 'wait', text: 'admin.hasRefused' } as const;
    return { tone: 'good', text: 'admin.answers' } as const;
  };
  return (
    <Card
      title="admin.mail"
      state={state()}
      facts={[
        ['admin.sentToday', mail.sentToday],
        ['admin.waiting', mail.waiting],
        ['admin.oldest', mail.oldestAt ? moment(mail.oldestAt) : '–'],
        [
          'admin.refused',
          <Link to="/admin/mails?state=REFUSED">{t('admin.number', { count: mail.refused })}</Link>,
        ],
      ]}
    >
      <Button
        variant="default"
        size="sm"
        loading={loading}
        onClick={() => {
          send().then(sent, showError);
        }}
      >
        {t('admin.sendTest')}
      </Button>
    </Card>
  );
}

/** After so long without a backup something is wrong with what makes them each night. */
const LATE_MS = 36 * 3_600_000;

function BackupCard({ standing: { lastBackupAt } }: Part) {
  const { t } = useText();
  const [now] = useState(() => Date.now());
  const { moment } = useDates();
  const state = () => {
    if (!lastBackupAt) return { tone: 'wait', text: 'admin.notKnown' } as const;
    const isLate = now - Date.parse(lastBackupAt) > LATE_MS;
    return isLate
      ? ({ tone: 'bad', text: 'admin.backupLate' } as const)
      : ({ tone: 'good', text: 'admin.backupFresh' } as const);
  };
  return (
    <Card
      title="admin.backup"
      state={state()}
      facts={lastBackupAt ? [['admin.lastBackup', moment(lastBackupAt)]] : []}
    >
      {!lastBackupAt && (
        <p className="soft">
          {t('admin.backupHow')} <code>npx wilma backup noted</code>
        </p>
      )}
    </Card>
  );
}

function VersionsCard({ standing: { versions, usesRedis } }: Part) {
  const { wilma, node, postgresql, redis, vocabulary } = versions;
  return (
    <Card
      title="admin.versions"
      state={null}
      facts={[
        ['admin.wilma', wilma],
        ['admin.node', node],
        ['admin.postgresql', postgresql],
        ...(usesRedis ? [['admin.redis', redis ?? '–'] as const] : []),
        ['admin.vocabulary', vocabulary],
      ]}
    />
  );
}
