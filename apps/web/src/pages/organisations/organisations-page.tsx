import { useQuery } from '@apollo/client/react';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { ShowMore, useMore } from '../../components/show-more.js';
import { CheckedOrganisationsDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { OrganisationCard } from './organisation-card.js';
import classes from './organisations.module.css';

/** Organisations for coordinators: those that wait for somebody to vouch for them come first. */
export default function OrganisationsPage() {
  const { t } = useText();
  const [verified, setVerified] = useState(false);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const query = useQuery(CheckedOrganisationsDocument, {
    variables: { search, verified },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data, previousData, error, refetch } = query;
  const page = (data ?? previousData)?.organisations;
  const more = useMore(query, page?.pageInfo);
  return (
    <Page title={t('organisations.title')} lead={t('organisations.lead')} width="narrow">
      <div className={classes.filter}>
        <SegmentedControl
          aria-label={t('organisations.which')}
          value={verified ? 'verified' : 'waiting'}
          onChange={(value) => setVerified(value === 'verified')}
          data={[
            { value: 'waiting', label: t('organisations.waiting') },
            { value: 'verified', label: t('organisations.verified') },
          ]}
        />
        <TextInput
          aria-label={t('organisations.search')}
          placeholder={t('organisations.search')}
          type="search"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {!page && error && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!page && !error && <LoadingView />}
      {page?.edges.length === 0 && (
        <div className="panel">
          <EmptyState picture="letters" text={t('organisations.none')} />
        </div>
      )}
      {page && page.edges.length > 0 && (
        <ul className={classes.cards}>
          {page.edges.map(({ node }) => (
            <OrganisationCard key={node.id} organisation={node} />
          ))}
        </ul>
      )}
      <ShowMore of={more} mt="lg" />
    </Page>
  );
}
