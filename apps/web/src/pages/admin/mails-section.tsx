import { useQuery } from '@apollo/client/react';
import { MailKind } from '@wilma/domain';
import { Link } from 'react-router';
import { PAGE_SIZE, PAGED, PagedList } from '../../components/paged-list/paged-list.js';
import rows from '../../components/paged-list/paged-list.module.css';
import { Choice } from '../../components/desk/choice.js';
import {
  MailLogDocument,
  type MailLogQuery,
  type MailState,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './admin.module.css';
import { Mark, type Tone } from './mark.js';
import { known, useFilter } from './use-filter.js';

type Mail = MailLogQuery['mailLog']['edges'][number]['node'];

const TONES: Record<MailState, Tone> = {
  QUEUED: 'wait',
  SENDING: 'wait',
  SENT: 'good',
  REFUSED: 'bad',
};
const STATES = Object.keys(TONES) as MailState[];
const KINDS = Object.keys(MailKind) as MailKind[];

/** Every mail that was to leave, and what became of it. */
export function MailsSection() {
  const { t } = useText();
  const { get, set } = useFilter();
  const state = known(STATES, get('state'));
  const kind = known(KINDS, get('kind'));
  const query = useQuery(MailLogDocument, {
    variables: { state, kind, first: PAGE_SIZE },
    ...PAGED,
  });
  return (
    <>
      <div className={classes.filters} role="group" aria-label={t('admin.filters')}>
        <Choice
          label={t('admin.state')}
          all={t('admin.anyState')}
          value={state}
          options={STATES.map((one) => [one, t(`mailState.${one}`)])}
          onChoose={(value) => set('state', value)}
        />
        <Choice
          label={t('admin.kind')}
          all={t('admin.allKinds')}
          value={kind}
          options={KINDS.map((one) => [one, t(`mailKind.${one}`)])}
          onChoose={(value) => set('kind', value)}
        />
      </div>
      <PagedList
        label={t('adminSection.mails')}
        query={query}
        page={(query.data ?? query.previousData)?.mailLog}
        empty={t('admin.noMails')}
        actions={<Link to="/mail-problems">{t('mailProblems.title')}</Link>}
      >
        {(mail) => <MailRow mail={mail} />}
      </PagedList>
    </>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  const { t } = useText();
  const { moment } = useDates();
  const { kind, state, to, matchId, attempts, lastError, createdAt, sentAt } = mail;
  return (
    <div className={rows.row}>
      <div>
        <h2>
          {t(`mailKind.${kind}`)} <Mark tone={TONES[state]}>{t(`mailState.${state}`)}</Mark>
        </h2>
        <p className="soft">
          {to} · <time dateTime={createdAt}>{moment(createdAt)}</time>
          {sentAt && ` · ${t('admin.sentAt', { when: moment(sentAt) })}`}
          {attempts > 1 && ` · ${t('admin.attempts', { count: attempts })}`}
        </p>
        {lastError && <p className={rows.details}>{lastError}</p>}
      </div>
      {matchId && <Link to={`/matches/${matchId}`}>{t('mailProblems.match')}</Link>}
    </div>
  );
}
