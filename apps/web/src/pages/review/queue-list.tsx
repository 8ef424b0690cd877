import { NativeSelect, Skeleton, Title, UnstyledButton } from '@mantine/core';
import {
  IconArrowRight,
  IconClockExclamation,
  IconFilter,
  IconLock,
  IconPhone,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { countChosen, type DeskFilter } from '../../components/desk/desk-filter.js';
import { DeskFilters } from '../../components/desk/desk-filters.js';
import { StrengthMark } from '../../components/match/strength-mark.js';
import type { MatchRowFragment } from '../../graphql/generated/graphql.js';
import { useOwnerText } from '../../components/posting/owner-line.js';
import { ShowMore } from '../../components/show-more.js';
import { VisibilityBadge } from '../../components/state-badge.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './review.module.css';
import { QuestionsHint } from './questions-hint.js';
import { SubmittedHint } from './submitted-hint.js';
import type { QueueOrder, ReviewQueue } from './use-review-queue.js';

interface QueueListProps {
  readonly queue: ReviewQueue;
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
  readonly filter: DeskFilter;
  readonly onFilter: (filter: DeskFilter) => void;
}

const FIELDS = ['age', 'assigned'] as const;
const ORDERS: readonly QueueOrder[] = ['DEADLINE', 'STRONGEST', 'OLDEST'];

export function QueueList({ queue, current, onOpen, filter, onFilter }: QueueListProps) {
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  // Later it is its reader who opens and closes it.
  const [startsOpen] = useState(() => countChosen(filter) > 0);

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <>
      <div className={classes.listHead}>
        <div>
          <Title order={1} fz="xl" id="queue-title">
            {t('review.title')}
          </Title>
          <p role="status">{queue.rows && t('review.count', { count: queue.count })}</p>
        </div>
        <NativeSelect
          size="sm"
          aria-label={t('review.order')}
          value={queue.order}
          onChange={(event) => queue.setOrder(event.currentTarget.value as QueueOrder)}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`matchOrder.${order}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <details className={classes.narrow} open={startsOpen}>
        <summary>
          <IconFilter size={16} aria-hidden />
          {t('desk.filter', { count: countChosen(filter) })}
        </summary>
        <DeskFilters filter={filter} fields={FIELDS} onChange={onFilter} />
      </details>
      <p className={classes.call}>
        <IconPhone size={16} aria-hidden />
        <Link to="/needs/new">{t('desk.takeCall')}</Link>
      </p>
      <SubmittedHint />
      <QuestionsHint />
      <ul className={classes.rows} ref={list}>
        {queue.rows === undefined &&
          [0, 1, 2, 3, 4].map((row) => (
            <li key={row}>
              <Skeleton h={70} m="sm" w="auto" />
            </li>
          ))}
        {queue.rows?.map((match) => (
          <li key={match.id}>
            <QueueRow match={match} isCurrent={match.id === current} onOpen={onOpen} />
          </li>
        ))}
        {queue.hasMore && (
          <li className={classes.moreRow}>
            <ShowMore of={queue} variant="subtle" size="sm" />
          </li>
        )}
      </ul>
    </>
  );
}

interface QueueRowProps {
  readonly match: MatchRowFragment;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
}

function QueueRow({ match, isCurrent, onOpen }: QueueRowProps) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const { deadline } = match;
  const overdue = deadline !== null && new Date(deadline) < new Date();
  return (
    <UnstyledButton
      className={classes.row}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => onOpen(match.id)}
    >
      <span className={classes.rowTop}>
        <StrengthMark strength={match.strength} />
        {overdue ? (
          <span className={classes.overdue}>
            <IconClockExclamation size={15} aria-hidden />
            {t('review.overdue')}
          </span>
        ) : (
          <span className={classes.age}>
            {deadline
              ? t('review.due', { when: relativeDay(deadline) })
              : relativeDay(match.createdAt)}
          </span>
        )}
      </span>
      <span className={`${classes.rowTitle} clamp-2`}>{match.need.title}</span>
      <RowOwner owner={match.need} />
      <span className={classes.rowOffer}>
        <IconArrowRight size={15} aria-hidden />
        <span className="clamp-1">{match.offer.title}</span>
      </span>
      <RowOwner owner={match.offer} />
      {!match.canDecide && (
        <span className={classes.conflict}>
          <IconLock size={15} aria-hidden />
          {t('review.conflict')}
        </span>
      )}
    </UnstyledButton>
  );
}

/** Only where the name is withheld from others: the rows stay short. */
function RowOwner({ owner }: { owner: MatchRowFragment['need'] | MatchRowFragment['offer'] }) {
  const ownerText = useOwnerText();
  if (owner.visibility === 'NAMED') return null;
  return (
    <span className={classes.rowOwner}>
      <span className="clamp-1">{ownerText(owner)}</span>
      <VisibilityBadge visibility={owner.visibility} />
    </span>
  );
}
