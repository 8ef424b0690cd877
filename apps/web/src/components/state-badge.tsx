import type { MatchState, PostingState, TagState, Visibility } from '@wilma/domain';
import { useText } from '../lang/text.js';
import classes from './state-badge.module.css';

type Tone = 'accent' | 'bad' | 'good' | 'quiet' | 'wait';

const POSTING_TONES: Record<PostingState, Tone> = {
  DRAFT: 'quiet',
  SUBMITTED: 'wait',
  CHANGES_REQUESTED: 'bad',
  PUBLISHED: 'good',
  PAUSED: 'wait',
  EXPIRED: 'bad',
  CLOSED: 'quiet',
};

const MATCH_TONES: Record<MatchState, Tone> = {
  SUGGESTED: 'accent',
  SNOOZED: 'wait',
  DISMISSED: 'quiet',
  APPROVED: 'wait',
  DECLINED: 'quiet',
  EXPIRED: 'quiet',
  WITHDRAWN: 'quiet',
  INTRODUCED: 'good',
  IN_PROGRESS: 'good',
  COLLABORATION: 'good',
  NO_COLLABORATION: 'quiet',
};

const TAG_TONES: Record<TagState, Tone> = {
  SUGGESTED: 'wait',
  APPROVED: 'good',
  DEPRECATED: 'quiet',
  MERGED: 'quiet',
};

export function TagStateBadge({ state }: { state: TagState }) {
  const { t } = useText();
  return (
    <span className={classes.badge} data-tone={TAG_TONES[state]}>
      {t(`tagState.${state}`)}
    </span>
  );
}

export function PostingStateBadge({ state }: { state: PostingState }) {
  const { t } = useText();
  return (
    <span className={classes.badge} data-tone={POSTING_TONES[state]}>
      {t(`postingState.${state}`)}
    </span>
  );
}

export function MatchStateBadge({ state }: { state: MatchState }) {
  const { t } = useText();
  return (
    <span className={classes.badge} data-tone={MATCH_TONES[state]}>
      {t(`matchState.${state}`)}
    </span>
  );
}

/** For those who see a name that others do not see; nothing where the name is public. */
export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const { t } = useText();
  if (visibility === 'NAMED') return null;
  return (
    <span className={classes.badge} data-tone="wait">
      {t(`visibility.${visibility}`)}
    </span>
  );
}
