import { useMutation, useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { AccountRole } from '@wilma/domain';
import { Link } from 'react-router';
import { Choice } from '../../components/desk/choice.js';
import { PAGE_SIZE, PAGED, PagedList } from '../../components/paged-list/paged-list.js';
import rows from '../../components/paged-list/paged-list.module.css';
import { useToasts } from '../../components/toasts.js';
import { TwoSteps } from '../../components/two-steps.js';
import {
  AccountsDocument,
  type AccountsQuery,
  EndSessionsOfDocument,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './admin.module.css';
import { Mark } from './mark.js';
import { known, useFilter } from './use-filter.js';

type Account = AccountsQuery['accounts']['edges'][number]['node'];
const ROLES = Object.keys(AccountRole) as AccountRole[];
const STATES = ['confirmed', 'unconfirmed'] as const;

/** Who has an account, by name. */
export function AccountsSection() {
  const { t } = useText();
  const { get, set, setSoon } = useFilter();
  const state = known(STATES, get('state'));
  const role = known(ROLES, get('role'));
  const query = useQuery(AccountsDocument, {
    variables: {
      search: get('q'),
      role,
      confirmed: state === null ? null : state === 'confirmed',
      first: PAGE_SIZE,
    },
    ...PAGED,
  });
  return (
    <>
      <div className={classes.filters} role="group" aria-label={t('admin.filters')}>
        <TextInput
          size="sm"
          type="search"
          label={t('admin.search')}
          maxLength={200}
          defaultValue={get('q') ?? ''}
          onChange={(event) => setSoon('q', event.currentTarget.value.trim())}
        />
        <Choice
          label={t('admin.role')}
          all={t('admin.allRoles')}
          value={role}
          options={ROLES.map((one) => [one, t(`accountRole.${one}`)])}
          onChoose={(value) => set('role', value)}
        />
        <Choice
          label={t('admin.address')}
          all={t('admin.anyState')}
          value={state}
          options={STATES.map((one) => [one, t(`accountState.${one}`)])}
          onChoose={(value) => set('state', value)}
        />
      </div>
      <PagedList
        label={t('adminSection.accounts')}
        query={query}
        page={(query.data ?? query.previousData)?.accounts}
        empty={t('admin.noAccounts')}
      >
        {(account) => <AccountRow account={account} />}
      </PagedList>
    </>
  );
}

function AccountRow({ account }: { account: Account }) {
  const { t } = useText();
  const { moment } = useDates();
  const { showDone, showError } = useToasts();
  const [end, { loading }] = useMutation(EndSessionsOfDocument, {
    refetchQueries: [AccountsDocument],
  });
  const { id, name, email, role, confirmed, organisations, signedIn, lastSeenAt } = account;
  return (
    <div className={rows.row}>
      <div>
        <h2>
          {name} {role !== 'MEMBER' && <Mark tone="quiet">{t(`accountRole.${role}`)}</Mark>}{' '}
          {!confirmed && <Mark tone="wait">{t('accountState.unconfirmed')}</Mark>}
        </h2>
        <p className="soft">{[email, ...organisations].join(' · ')}</p>
        <p className="soft">
          {lastSeenAt ? t('admin.lastSeen', { when: moment(lastSeenAt) }) : t('admin.notSeen')}
        </p>
      </div>
      <Link to={`/admin/audit?actor=${id}`} aria-label={t('admin.eventsOf', { name })}>
        {t('admin.events')}
      </Link>
      {signedIn && (
        <TwoSteps
          label={t('admin.endSessions')}
          of={t('admin.endSessionsOf', { name })}
          busy={loading}
          onDo={() => {
            end({ variables: { id } }).then(
              () => showDone(t('admin.sessionsEnded', { name })),
              showError,
            );
          }}
        >
          <p>{t('admin.endSessionsText', { name })}</p>
        </TwoSteps>
      )}
    </div>
  );
}
