import { useMutation } from '@apollo/client/react';
import { Button, Group, Textarea } from '@mantine/core';
import { awaitsContact, Bounds } from '@wilma/domain';
import { useState } from 'react';
import { mayKeep } from '../../components/posting/may-keep.js';
import { canEdit, canRenew } from '../../components/posting/owner-actions.js';
import { PostingButtons } from '../../components/posting/posting-buttons.js';
import { PostingStateBadge } from '../../components/state-badge.js';
import { useToasts } from '../../components/toasts.js';
import { ReviewPostingDocument } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import classes from './posting-page.module.css';
import { HandoverButton } from './handover-button.js';
import { PostingReadings } from './posting-readings.js';
import type { ShownPosting } from './shown-posting.js';

/** Where the posting stands, and what its owner or a coordinator can do about it. */
export function PostingStanding({ posting }: { posting: ShownPosting }) {
  const { t } = useText();
  const { day, relativeDay } = useDates();
  const [now] = useState(() => new Date());
  const isEnding = posting.mine && canRenew(posting, now);
  const { me } = useSession();
  // Its review begins when the contact has agreed.
  const waits = posting.state === 'SUBMITTED' && awaitsContact(posting.confirmation);
  const handedIn = posting.state !== 'DRAFT' && isStaffRole(me?.role);
  const mayHandOver = (posting.mine || handedIn) && canEdit(posting.state);
  const reviews = isStaffRole(me?.role) && !posting.mine && posting.state === 'SUBMITTED' && !waits;
  const handover = mayHandOver && <HandoverButton posting={posting} />;
  return (
    <section className={`panel ${classes.standing}`} aria-label={t('posting.standing')}>
      <div className={classes.standingText}>
        <Group gap={10}>
          <PostingStateBadge state={posting.state} />
          <span className="soft">{t(`visibility.${posting.visibility}`)}</span>
        </Group>
        {!waits && <p>{t(`postingStateHint.${posting.state}`)}</p>}
        {posting.state === 'PUBLISHED' && posting.expiresAt && (
          <p className={isEnding ? classes.ending : 'soft'}>
            {isEnding
              ? t('posting.renewDue', { when: relativeDay(posting.expiresAt) })
              : t('posting.expires', { date: day(posting.expiresAt) })}
          </p>
        )}
        {posting.confirmation && posting.state !== 'CLOSED' && (
          <p>
            {t(`posting.confirmation.${posting.confirmation}`, {
              name: posting.contact?.name ?? '',
            })}
          </p>
        )}
        {posting.reviewNote && (
          <p className={classes.note}>{t('posting.reviewNote', { note: posting.reviewNote })}</p>
        )}
        {posting.mine && <PostingReadings posting={posting} />}
      </div>
      {mayKeep(posting, isStaffRole(me?.role)) ? (
        <PostingButtons kind={posting.kind} posting={posting}>
          {handover}
        </PostingButtons>
      ) : (
        handover
      )}
      {reviews && <PostingReview posting={posting} />}
    </section>
  );
}

/** A coordinator decides on what an organisation submitted that is not verified yet. */
function PostingReview({ posting }: { posting: ShownPosting }) {
  const { t } = useText();
  const { showDone, showError } = useToasts();
  const [note, setNote] = useState('');
  const [review, { loading }] = useMutation(ReviewPostingDocument);

  const decide = (decision: 'PUBLISH' | 'REQUEST_CHANGES') => {
    const { id, version } = posting;
    review({ variables: { id, version, decision, note: note.trim() || null } })
      .then(() => showDone(t(`posting.review.${decision}`)))
      .catch(showError);
  };

  return (
    <div className={classes.review}>
      <Textarea
        label={t('posting.review.note')}
        autosize
        minRows={2}
        maxLength={Bounds.note.max}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group mt="sm">
        <Button loading={loading} onClick={() => decide('PUBLISH')}>
          {t('posting.review.publish')}
        </Button>
        <Button
          variant="default"
          disabled={loading || note.trim() === ''}
          onClick={() => decide('REQUEST_CHANGES')}
        >
          {t('posting.review.requestChanges')}
        </Button>
      </Group>
    </div>
  );
}
