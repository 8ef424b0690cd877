import type { PostingKind } from '@wilma/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { mayKeep } from '../../components/posting/may-keep.js';
import { canRenew } from '../../components/posting/owner-actions.js';
import { PostingButtons } from '../../components/posting/posting-buttons.js';
import { postingPath } from '../../components/posting/posting-path.js';
import { PostingStateBadge } from '../../components/state-badge.js';
import { FROM_POSTINGS } from '../../components/visit.js';
import type { PostingCardFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import classes from './my-postings.module.css';

interface MyPostingRowProps {
  readonly kind: PostingKind;
  readonly posting: PostingCardFragment;
}

export function MyPostingRow({ kind, posting }: MyPostingRowProps) {
  const { t } = useText();
  const { me } = useSession();
  const { day, relativeDay } = useDates();
  const [now] = useState(() => new Date());
  const { state, visibility, expiresAt, reviewNote, confirmation } = posting;
  const isEnding = state === 'PUBLISHED' && canRenew(posting, now);
  const meta = [
    !posting.mine && posting.organisation?.name,
    confirmation === 'WAITING' && t('posting.waitsForContact'),
    t(`visibility.${visibility}`),
    t('myPostings.tagCount', { count: posting.tags.length }),
    state === 'PUBLISHED' &&
      expiresAt &&
      !isEnding &&
      t('posting.expires', { date: day(expiresAt) }),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.rowText}>
        <div className={classes.rowTitle}>
          <Link to={postingPath(kind, posting.id)} state={FROM_POSTINGS}>
            {posting.title}
          </Link>
          <PostingStateBadge state={state} />
        </div>
        <p className={classes.rowMeta}>{meta.filter(Boolean).join(' · ')}</p>
        {isEnding && expiresAt && (
          <p className={classes.rowEnding}>
            {t('posting.renewDue', { when: relativeDay(expiresAt) })}
          </p>
        )}
        {state === 'CHANGES_REQUESTED' && reviewNote && (
          <p className={classes.rowNote}>{t('posting.reviewNote', { note: reviewNote })}</p>
        )}
      </div>
      {mayKeep(posting, isStaffRole(me?.role)) && (
        <PostingButtons kind={kind} posting={posting} size="xs" />
      )}
    </li>
  );
}
