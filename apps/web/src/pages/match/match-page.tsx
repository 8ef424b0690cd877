import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { AnswerNotes } from '../../components/match/answer-notes.js';
import { MatchHistory } from '../../components/match/match-history.js';
import { MatchNotes } from '../../components/match/match-notes.js';
import { MatchPair } from '../../components/match/match-pair.js';
import { MatchReleases } from '../../components/match/match-releases.js';
import { MatchQuestions } from '../../components/match/match-questions.js';
import { WhyMatch } from '../../components/match/why-match.js';
import { ErrorPage } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { reviewPath, useVisit } from '../../components/visit.js';
import { MatchChangedDocument, MatchDocument } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import classes from './match-page.module.css';
import { MatchStanding } from './match-standing.js';

/** Coordinators alone need it. */
const MatchOrigin = lazy(() => import('../../components/match/match-origin.js'));
const MatchProgramme = lazy(() => import('../../components/programmes/match-programme.js'));

/** One match: where it stands, the answer, both sides, why, and its history. */
export default function MatchPage() {
  const { id = '' } = useParams();
  const { t, locale } = useText();
  const client = useApolloClient();
  const { me } = useSession();
  const visit = useVisit();
  const { data, error, refetch } = useQuery(MatchDocument, { variables: { id, locale } });
  useSubscription(MatchChangedDocument, {
    ignoreResults: true,
    onData: ({ data: changed }) => {
      if (changed.data?.matchChanged.id === id) void client.refetchQueries({ include: ['Match'] });
    },
  });

  const match = data?.match;
  if (!match && error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!match) {
    return (
      <Page title={t('common.loading')}>
        <LoadingView />
      </Page>
    );
  }
  return (
    <Page
      title={t('match.title')}
      back={
        isStaffRole(me?.role)
          ? { to: reviewPath(visit.match), label: t('review.backTo') }
          : { to: '/matches', label: t('nav.matches') }
      }
    >
      {/* What somebody writes about one match must never be shown at another. */}
      <Stack gap="lg" key={match.id}>
        <MatchStanding match={match} />
        <AnswerNotes match={match} />
        <MatchQuestions match={match} />
        <MatchPair match={match} visit={visit} />
        {isStaffRole(me?.role) && <MatchNotes match={match} />}
        <div className={classes.columns}>
          <div className={`panel ${classes.box}`}>
            <WhyMatch match={match} />
          </div>
          <Stack>
            {isStaffRole(me?.role) && (
              <Suspense fallback={null}>
                <MatchOrigin id={match.id} />
                <MatchProgramme id={match.id} />
              </Suspense>
            )}
            {match.releases.length > 0 && (
              <div className={`panel ${classes.box}`}>
                <MatchReleases releases={match.releases} mySides={match.mySides} />
              </div>
            )}
            <div className={`panel ${classes.box}`}>
              <MatchHistory events={match.history} />
            </div>
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}
