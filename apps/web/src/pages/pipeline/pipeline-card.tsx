import { IconArrowRight, IconClockExclamation, IconUserCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { StrengthMark } from '../../components/match/strength-mark.js';
import { useOwnerText } from '../../components/posting/owner-line.js';
import { MatchStateBadge } from '../../components/state-badge.js';
import type { PipelineCardFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './pipeline.module.css';

interface PipelineCardProps {
  readonly match: PipelineCardFragment;
  readonly isOpen: boolean;
  readonly now: Date;
}

/** A match in one glance; all of it leads to its page. */
export function PipelineCard({ match, isOpen, now }: PipelineCardProps) {
  const ownerText = useOwnerText();
  const { need, offer, assignee } = match;
  return (
    <article className={classes.card}>
      <div className={classes.cardTop}>
        <StrengthMark strength={match.strength} />
        {isOpen ? <Due match={match} now={now} /> : <MatchStateBadge state={match.state} />}
      </div>
      <h3>
        <Link to={`/matches/${match.id}`} className="clamp-2">
          {need.title}
        </Link>
      </h3>
      <p className="clamp-1">{ownerText(need)}</p>
      <p className={classes.offer}>
        <IconArrowRight size={15} aria-hidden />
        <span className="clamp-2">{offer.title}</span>
      </p>
      <p className="clamp-1">{ownerText(offer)}</p>
      {assignee && (
        <p className={classes.assignee}>
          <IconUserCheck size={15} aria-hidden />
          {assignee.name}
        </p>
      )}
    </article>
  );
}

function Due({ match, now }: { match: PipelineCardFragment; now: Date }) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const { deadline, snoozedUntil, state, createdAt } = match;
  if (state === 'SNOOZED' && snoozedUntil) {
    return (
      <span className={classes.due}>{t('pipeline.back', { when: relativeDay(snoozedUntil) })}</span>
    );
  }
  if (!deadline) return <span className={classes.due}>{relativeDay(createdAt)}</span>;
  if (new Date(deadline) >= now) {
    return <span className={classes.due}>{t('review.due', { when: relativeDay(deadline) })}</span>;
  }
  return (
    <span className={classes.overdue}>
      <IconClockExclamation size={15} aria-hidden />
      {t('pipeline.overdueSince', { when: relativeDay(deadline) })}
    </span>
  );
}
