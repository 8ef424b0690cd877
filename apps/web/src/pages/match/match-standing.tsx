import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconClockPlay, IconInbox, IconPlayerPlay, IconRepeat } from '@tabler/icons-react';
import { CONCLUDED } from '@wilma/domain';
import { Link } from 'react-router';
import { AnswerPanel } from '../../components/match/answer-panel.js';
import { ContactCard } from '../../components/match/contact-card.js';
import { isReleased } from '../../components/match/is-released.js';
import { OutcomeButton, OutcomeSummary } from '../../components/match/match-outcome.js';
import { useAnswer } from '../../components/match/use-answer.js';
import { useMatchChange } from '../../components/match/use-match-change.js';
import { MatchStateBadge } from '../../components/state-badge.js';
import { useToasts } from '../../components/toasts.js';
import {
  AskAgainDocument,
  StartMatchDocument,
  WakeMatchDocument,
  type MatchFullFragment,
} from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText, type MessageId } from '../../lang/text.js';
import {
  isAskedSomething,
  mayAsk,
  mySide,
  sideToAnswer,
  sideToTakeBack,
  waitsForReply,
} from '../../components/match/match-groups.js';
import classes from './match-page.module.css';

function standingMessage(match: MatchFullFragment): MessageId {
  if (isAskedSomething(match)) return 'match.questionForYou';
  if (waitsForReply(match)) return 'match.questionOpen';
  if (sideToAnswer(match)) return 'match.waitsForYou';
  if (sideToTakeBack(match)) return 'match.youSaidYes';
  return `matchStateHint.${match.state}`;
}

/** The state in words, and what the viewer can do about it. */
export function MatchStanding({ match }: { match: MatchFullFragment }) {
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
        {match.deadline && match.state === 'APPROVED' && !waitsForReply(match) && (
          <span className="soft">{t('match.answerUntil', { date: day(match.deadline) })}</span>
        )}
      </div>
      {toAnswer && (
        <AnswerPanel matchId={match.id} side={toAnswer} canAsk={mayAsk(match, toAnswer)} />
      )}
      {toAnswer && <p className={classes.hint}>{t('answer.hint')}</p>}
      {!toAnswer && sideToTakeBack(match) && <TakeBackButton matchId={match.id} />}
      {isMember && isReleased(match.state) && other.contact && (
        <ContactCard contact={other.contact} organisation={other.organisation} />
      )}
      <OutcomeSummary outcome={match.outcome} />
      <Afterwards match={match} />
      {match.canDecide && <CoordinatorButton match={match} />}
    </section>
  );
}

/** What follows an introduction: the start, the outcome, its correction by a coordinator. */
function Afterwards({ match }: { match: MatchFullFragment }) {
  if (!isReleased(match.state)) return null;
  const isConcluded = CONCLUDED.includes(match.state);
  return (
    <Group gap={10}>
      {match.state === 'INTRODUCED' && <StartButton match={match} />}
      {(!isConcluded || match.canDecide) && <OutcomeButton match={match} />}
    </Group>
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

/** What a coordinator can do next, where the state leaves something to do. */
function CoordinatorButton({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [askAgain, { loading }] = useMutation(AskAgainDocument);
  if (match.state === 'SUGGESTED') {
    return (
      <Button
        component={Link}
        to={`/review?match=${match.id}`}
        leftSection={<IconInbox size={17} aria-hidden />}
      >
        {t('match.toReview')}
      </Button>
    );
  }
  if (match.state === 'SNOOZED') return <WakeButton match={match} />;
  if (match.state !== 'EXPIRED' && match.state !== 'DECLINED') return null;
  const ask = () => {
    askAgain({ variables: { id: match.id, version: match.version } })
      .then(() => showDone(t('match.askedAgain')))
      .catch(showError);
  };
  return (
    <Button
      variant="default"
      loading={loading}
      leftSection={<IconRepeat size={17} aria-hidden />}
      onClick={ask}
    >
      {t('match.askAgain')}
    </Button>
  );
}

function WakeButton({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { change, busy } = useMatchChange();
  const [wake] = useMutation(WakeMatchDocument);
  const { id, version } = match;
  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<IconClockPlay size={17} aria-hidden />}
      onClick={() => {
        void change(() => wake({ variables: { id, version } }), t('match.woken'));
      }}
    >
      {t('match.wake')}
    </Button>
  );
}
