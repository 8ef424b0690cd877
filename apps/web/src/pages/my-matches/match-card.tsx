import { Anchor, Button } from '@mantine/core';
import { IconArrowBackUp, IconClock } from '@tabler/icons-react';
import { otherSide } from '@wilma/domain';
import { Link } from 'react-router';
import { AnswerPanel } from '../../components/match/answer-panel.js';
import { ContactCard } from '../../components/match/contact-card.js';
import { isReleased } from '../../components/match/is-released.js';
import { QuestionsForMe } from '../../components/match/match-questions.js';
import { Reasons } from '../../components/match/reasons.js';
import { StrengthMark } from '../../components/match/strength-mark.js';
import { useAnswer } from '../../components/match/use-answer.js';
import { Notice } from '../../components/notice.js';
import { OwnerLine } from '../../components/posting/owner-line.js';
import { usePeriod } from '../../components/posting/posting-words.js';
import { MatchStateBadge } from '../../components/state-badge.js';
import type { MatchFullFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import {
  isAskedSomething,
  mayAsk,
  mySide,
  sideToAnswer,
  sideToTakeBack,
  waitsForReply,
} from '../../components/match/match-groups.js';
import classes from './my-matches.module.css';

const SHOWN_REASONS = 2;

/** A match as one side sees it: the other side's sentence first, then why, then the answer. */
export function MatchCard({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const side = mySide(match);
  const [own, other] = side === 'NEED' ? [match.need, match.offer] : [match.offer, match.need];
  const toAnswer = sideToAnswer(match);
  const asked = waitsForReply(match);
  const waits = toAnswer !== null || isAskedSomething(match);
  return (
    <article className={`panel ${classes.card}`} data-waits={waits || undefined}>
      <div className={classes.cardHead}>
        <p className={classes.for}>
          {t(side === 'NEED' ? 'myMatches.forNeed' : 'myMatches.forOffer', { title: own.title })}
        </p>
        {!toAnswer && <MatchStateBadge state={match.state} />}
        {toAnswer && !asked && <Deadline deadline={match.deadline} />}
      </div>
      <h3 className={classes.cardTitle}>
        <Link to={`/matches/${match.id}`}>{other.title}</Link>
      </h3>
      <OwnerLine owner={other} />
      <p className={classes.summary}>{other.summary}</p>
      <Essentials match={match} side={otherSide(side)} />
      <div className={classes.why}>
        <StrengthMark strength={match.strength} />
        <Reasons
          reasons={match.reasons}
          limit={SHOWN_REASONS}
          withQuotes={toAnswer !== null}
          className={classes.reasons}
        />
      </div>
      {isReleased(match.state) && other.contact && (
        <ContactCard contact={other.contact} organisation={other.organisation} />
      )}
      {asked && <Notice tone="wait">{t('match.questionOpen')}</Notice>}
      <QuestionsForMe match={match} />
      <div className={classes.cardFoot}>
        {toAnswer && (
          <AnswerPanel matchId={match.id} side={toAnswer} canAsk={mayAsk(match, toAnswer)} />
        )}
        {!toAnswer && sideToTakeBack(match) && <TakeBack matchId={match.id} />}
        <Anchor component={Link} to={`/matches/${match.id}`}>
          {t('myMatches.details')}
        </Anchor>
      </div>
    </article>
  );
}

function Deadline({ deadline }: { deadline: string | null }) {
  const { t } = useText();
  const { day, relativeDay } = useDates();
  if (!deadline) return null;
  return (
    <p className={classes.deadline}>
      <IconClock size={16} aria-hidden />
      <span title={day(deadline)}>{t('myMatches.answerBy', { when: relativeDay(deadline) })}</span>
    </p>
  );
}

/** Form of cooperation, money and time of the other side, in one line. */
function Essentials({ match, side }: { match: MatchFullFragment; side: 'NEED' | 'OFFER' }) {
  const { t } = useText();
  const posting = side === 'NEED' ? match.need : match.offer;
  const period = usePeriod(posting);
  const facts = [
    posting.cooperationForms.map((form) => t(`cooperationForm.${form}`)).join(', '),
    side === 'NEED' && match.need.budget && t(`budget.${match.need.budget}`),
    period,
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return <p className={classes.essentials}>{facts.join(' · ')}</p>;
}

function TakeBack({ matchId }: { matchId: string }) {
  const { t } = useText();
  const { takeBack, busy } = useAnswer(matchId);
  return (
    <Button
      variant="default"
      size="sm"
      loading={busy}
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      onClick={() => void takeBack()}
    >
      {t('answer.takeBack')}
    </Button>
  );
}
