import { useApolloClient, useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { AnswerPanel } from '../../components/match/answer-panel.js';
import { ContactCard } from '../../components/match/contact-card.js';
import { MatchHistory } from '../../components/match/match-history.js';
import { MatchPair } from '../../components/match/match-pair.js';
import { useAnswer } from '../../components/match/use-answer.js';
import { WhyMatch } from '../../components/match/why-match.js';
import { ErrorPage } from '../../components/error-view.js';
import { LoadingView } from '../../components/loading-view.js';
import { Page } from '../../components/page.js';
import { MatchStateBadge } from '../../components/state-badge.js';
import { useToasts } from '../../components/toasts.js';
import {
  MatchChangedDocument,
  MatchDocument,
  StartMatchDocument,
  type MatchFullFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import { mySide, sideToAnswer, sideToTakeBack } from '../my-matches/match-groups.js';
import classes from './match-page.module.css';

/** One match: where it stands, the answer, both sides, why, and its history. */
export default function MatchPage() {
  const { id = '' } = useParams();
  const { t, locale } = useText();
  const client = useApolloClient();
  const { me } = useSession();
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
          ? { to: '/review', label: t('nav.review') }
          : { to: '/matches', label: t('nav.matches') }
      }
    >
      <Stack gap="lg">
        <Standing match={match} />
        <MatchPair match={match} />
        <div className={classes.columns}>
          <div className={`panel ${classes.box}`}>
            <WhyMatch match={match} />
          </div>
          <div className={`panel ${classes.box}`}>
            <MatchHistory events={match.history} />
          </div>
        </div>
      </Stack>
    </Page>
  );
}

function standingMessage(match: MatchFullFragment): MessageId {
  if (sideToAnswer(match)) return 'match.waitsForYou';
  if (sideToTakeBack(match)) return 'match.youSaidYes';
  return `matchStateHint.${match.state}`;
}

/** The state in words, and what the viewer can do about it. */
function Standing({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { day } = useDates();
  const toAnswer = sideToAnswer(match);
  const other = mySide(match) === 'NEED' ? match.offer : match.need;
  const isMember = match.mySides.length > 0;
  return (
    <section className={`panel ${classes.standing}`} aria-label={t('posting.standing')}>
      <div className={classes.state}>
        <MatchStateBadge state={match.state} />
        <span>{t(standingMessage(match))}</span>
        {match.deadline && match.state === 'APPROVED' && (
          <span className="soft">{t('match.answerUntil', { date: day(match.deadline) })}</span>
        )}
      </div>
      {toAnswer && <AnswerPanel matchId={match.id} side={toAnswer} />}
      {toAnswer && <p className={classes.hint}>{t('answer.hint')}</p>}
      {!toAnswer && sideToTakeBack(match) && <TakeBackButton matchId={match.id} />}
      {isMember && other.contact && (
        <ContactCard contact={other.contact} organisation={other.organisation} />
      )}
      {match.state === 'INTRODUCED' && <StartButton match={match} />}
    </section>
  );
}

function TakeBackButton({ matchId }: { matchId: string }) {
  const { t } = useText();
  const { takeBack, busy } = useAnswer(matchId);
  return (
    <Button variant="default" loading={busy} onClick={() => void takeBack()}>
      {t('answer.takeBack')}
    </Button>
  );
}

function StartButton({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [start, { loading }] = useMutation(StartMatchDocument);
  const begin = () => {
    start({ variables: { id: match.id, version: match.version } })
      .then(() => showDone(t('match.started')))
      .catch(showError);
  };
  return (
    <Button
      variant="default"
      loading={loading}
      leftSection={<IconPlayerPlay size={17} aria-hidden />}
      onClick={begin}
    >
      {t('match.start')}
    </Button>
  );
}
