import { useQuery } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { ErrorPage } from '../../components/error-view.js';
import { LoadingPage } from '../../components/loading-view.js';
import { NotFoundView } from '../../components/not-found-view.js';
import { Page } from '../../components/page.js';
import { OwnOrganisationsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { LeaveSection } from './leave-section.js';
import { MailDomains } from './mail-domains.js';
import { MemberList } from './member-list.js';
import classes from './organisation.module.css';

/** One's organisation: who belongs to it, who gets in by their address, and the way out. */
export default function OrganisationPage() {
  const { t } = useText();
  const { id } = useParams();
  const { data, error, refetch } = useQuery(OwnOrganisationsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  if (!data && error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingPage />;
  const membership = data.me?.memberships.find(({ organisation }) => organisation.id === id);
  if (!membership) return <NotFoundView />;
  const { organisation, role } = membership;
  return (
    <Page
      title={organisation.name}
      lead={t(organisation.verified ? 'organisation.verified' : 'organisation.waits')}
      back={{ to: '/settings', label: t('settings.title') }}
      width="narrow"
    >
      <Stack gap="lg">
        <section className={`panel ${classes.box}`}>
          <h2>{t('organisation.members')}</h2>
          <MemberList organisation={organisation.id} leads={role === 'MANAGER'} />
        </section>
        {role === 'MANAGER' && <MailDomains organisation={organisation} />}
        <LeaveSection organisation={organisation} />
      </Stack>
    </Page>
  );
}
