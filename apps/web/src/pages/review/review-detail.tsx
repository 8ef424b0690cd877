import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorView } from '../../components/error-view.js';
import { AnswerNotes } from '../../components/match/answer-notes.js';
import { MatchHistory } from '../../components/match/match-history.js';
import { MatchNotes } from '../../components/match/match-notes.js';
import { MatchPair } from '../../components/match/match-pair.js';
import { WhyMatch } from '../../components/match/why-match.js';
import { Notice } from '../../components/notice.js';
import { fromReview } from '../../components/visit.js';
import type { MatchFullFragment, MatchRowFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { ReviewActions, type ReviewActionsProps } from './review-actions.js';
import classes from './review.module.css';

interface ReviewDetailProps extends ReviewActionsProps {
  readonly row: MatchRowFragment | undefined;
  readonly match: MatchFullFragment | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Whether there is, or may be, something to show. */
  readonly loading: boolean;
  readonly onBack: () => void;
  /** Takes every filter away; null where there is none. */
  readonly onClear: (() => void) | null;
}

export function ReviewDetail(props: ReviewDetailProps) {
  const { t } = useText();
  const { row, match, loading, error, onRetry, onBack, onClear } = props;
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    scroll.current?.scrollTo(0, 0);
    // On a phone the window scrolls instead.
    window.scrollTo(0, 0);
  }, [match?.id]);

  if (!row && !loading) return onClear ? <NothingFound onClear={onClear} /> : <NothingToReview />;
  const shown = match && match.id === row?.id ? match : undefined;
  return (
    <div className={`panel ${classes.detail}`}>
      <div
        className={classes.scroll}
        ref={scroll}
        tabIndex={0}
        role="region"
        aria-label={t('review.detail')}
      >
        <div className={classes.phoneHead}>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconChevronLeft size={17} aria-hidden />}
            onClick={onBack}
          >
            {t('review.back')}
          </Button>
          <h1>{t('match.title')}</h1>
        </div>
        {/* What somebody writes about one match must never be shown at another. */}
        {shown && <DetailContent key={shown.id} match={shown} />}
        {!shown && Boolean(error) && <ErrorView error={error} onRetry={onRetry} />}
        {!shown && !error && <DetailPlaceholder />}
      </div>
      <ReviewActions {...props} disabled={!row?.canDecide} />
    </div>
  );
}

function DetailContent({ match }: { match: MatchFullFragment }) {
  const { t } = useText();
  const { day } = useDates();
  return (
    <Stack gap="lg">
      {!match.canDecide && <Notice tone="wait">{t('review.ownOrganisation')}</Notice>}
      <AnswerNotes match={match} />
      <MatchPair match={match} visit={fromReview(match.id)} />
      <WhyMatch match={match} />
      {match.deadline && (
        <p className={classes.deadline}>{t('review.deadline', { date: day(match.deadline) })}</p>
      )}
      <MatchNotes match={match} />
      <MatchHistory events={match.history} />
      <Anchor component={Link} to={`/matches/${match.id}`} state={fromReview(match.id)} fz="sm">
        {t('review.openPage')}
      </Anchor>
    </Stack>
  );
}

function DetailPlaceholder() {
  return (
    <Stack gap="lg" aria-hidden>
      <Skeleton h={290} radius={10} />
      <Skeleton h={26} w="40%" />
      <Skeleton h={180} />
    </Stack>
  );
}

function NothingToReview() {
  const { t } = useText();
  return (
    <section className={`panel ${classes.nothing}`}>
      <EmptyState picture="done" title={t('review.emptyTitle')} text={t('review.emptyText')}>
        <Button component={Link} to="/needs" variant="default">
          {t('review.browseNeeds')}
        </Button>
      </EmptyState>
    </section>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useText();
  return (
    <section className={`panel ${classes.nothing}`}>
      <EmptyState picture="done" title={t('review.noneTitle')} text={t('review.noneText')}>
        <Button variant="default" onClick={onClear}>
          {t('desk.clear')}
        </Button>
      </EmptyState>
    </section>
  );
}
