import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { callToActionFor } from '../../components/layout/navigation.js';
import { LoadingView } from '../../components/loading-view.js';
import { NoOrganisation } from '../../components/no-organisation.js';
import { Page } from '../../components/page.js';
import { ShowMore, useMore } from '../../components/show-more.js';
import { useToasts } from '../../components/toasts.js';
import { MatchChangedDocument, MyMatchesDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { mayPost, useSession } from '../../session/session.js';
import { groupMatches } from '../../components/match/match-groups.js';
import { MatchCard } from './match-card.js';
import classes from './my-matches.module.css';

const PAGE_SIZE = 50;

/** The viewer's matches: first what waits for their answer. */
export default function MyMatchesPage() {
  const { t, locale } = useText();
  const { showError } = useToasts();
  const query = useQuery(MyMatchesDocument, {
    variables: { filter: { mine: true }, orderBy: 'DEADLINE', first: PAGE_SIZE, locale },
    notifyOnNetworkStatusChange: true,
  });
  const { data, error, refetch } = query;
  const more = useMore(query, data?.matches.pageInfo);
  const refreshSoon = useDebouncedCallback(() => void refetch().catch(showError), 400);
  useSubscription(MatchChangedDocument, { onData: refreshSoon, ignoreResults: true });

  const matches = data?.matches.edges.map((edge) => edge.node);
  return (
    <Page title={t('myMatches.title')} lead={t('myMatches.lead')} width="normal">
      {error && !matches && <ErrorView error={error} onRetry={() => void refetch()} />}
      {!error && !matches && <LoadingView />}
      {matches?.length === 0 && <NoMatches />}
      {matches && matches.length > 0 && <Groups matches={matches} />}
      <ShowMore of={more} mt="lg" />
    </Page>
  );
}

type Match = Parameters<typeof MatchCard>[0]['match'];

function Groups({ matches }: { matches: readonly Match[] }) {
  const { t } = useText();
  const { mine, theirs, introduced, over } = groupMatches(matches);
  const cards = (group: readonly Match[]) =>
    group.map((match) => <MatchCard key={match.id} match={match} />);
  return (
    <div className={classes.groups}>
      <Group title={t('myMatches.mine', { count: mine.length })}>
        {mine.length > 0 ? cards(mine) : <p className="soft">{t('myMatches.nothingWaits')}</p>}
      </Group>
      {introduced.length > 0 && (
        <Group title={t('myMatches.introduced')}>{cards(introduced)}</Group>
      )}
      {theirs.length > 0 && <Group title={t('myMatches.theirs')}>{cards(theirs)}</Group>}
      {over.length > 0 && (
        <details className={classes.over}>
          <summary>{t('myMatches.over', { count: over.length })}</summary>
          <div className={classes.cards}>{cards(over)}</div>
        </details>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={classes.groupTitle}>{title}</h2>
      <div className={classes.cards}>{children}</div>
    </section>
  );
}

function NoMatches() {
  const { t } = useText();
  const { me } = useSession();
  if (!mayPost(me)) return <NoOrganisation />;
  const next = callToActionFor(me?.role ?? null);
  return (
    <div className="panel">
      <EmptyState
        picture="letters"
        title={t('myMatches.emptyTitle')}
        text={t('myMatches.emptyText')}
      >
        {next && (
          <Button component={Link} to={next.to}>
            {t(next.label)}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
