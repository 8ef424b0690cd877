import {
  IconClock,
  IconEdit,
  IconHourglass,
  IconMessageQuestion,
  IconThumbUp,
} from '@tabler/icons-react';
import type { PostingKind } from '@wilma/domain';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { mySide } from '../../components/match/match-groups.js';
import { postingPath } from '../../components/posting/posting-path.js';
import type { AskedMatchFragment, PostingCardFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import classes from './dashboard.module.css';
import type { Waiting } from './waiting.js';

type Posting = PostingCardFragment & { readonly kind: PostingKind };
type One = Waiting<AskedMatchFragment, Posting>;

const ICONS: Record<One['is'], ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  ANSWER: IconThumbUp,
  REPLY: IconMessageQuestion,
  CHANGES: IconEdit,
  ENDING: IconHourglass,
  DRAFT: IconEdit,
};

/** One thing to do: what it is, what it is about, until when. */
export function WaitingRow({ waiting }: { waiting: One }) {
  const { t } = useText();
  const Icon = ICONS[waiting.is];
  return (
    <li className={classes.row}>
      <span className={classes.rowIcon} data-is={waiting.is}>
        <Icon size={20} aria-hidden />
      </span>
      <div className={classes.rowText}>
        <p className={classes.rowKind}>{t(`desk.is.${waiting.is}`)}</p>
        {'match' in waiting ? (
          <AboutMatch match={waiting.match} />
        ) : (
          <AboutPosting is={waiting.is} posting={waiting.posting} />
        )}
      </div>
    </li>
  );
}

function AboutMatch({ match }: { match: AskedMatchFragment }) {
  const { t } = useText();
  const side = mySide(match);
  const [own, other] = side === 'NEED' ? [match.need, match.offer] : [match.offer, match.need];
  return (
    <>
      <Link to={`/matches/${match.id}`} className={classes.rowLink}>
        {other.title}
      </Link>
      <p className="soft">
        {t(side === 'NEED' ? 'myMatches.forNeed' : 'myMatches.forOffer', { title: own.title })}
      </p>
      {match.deadline !== null && <Due moment={match.deadline} message="desk.answerBy" />}
    </>
  );
}

function AboutPosting({ is, posting }: { is: One['is']; posting: Posting }) {
  const { t } = useText();
  const { kind, id, title, state, expiresAt, reviewNote } = posting;
  const isWriting = is === 'DRAFT' || is === 'CHANGES';
  return (
    <>
      <Link to={postingPath(kind, id, isWriting ? 'edit' : undefined)} className={classes.rowLink}>
        {title}
      </Link>
      {is === 'CHANGES' && reviewNote !== null && (
        <p className={classes.rowNote}>{t('posting.reviewNote', { note: reviewNote })}</p>
      )}
      {is === 'ENDING' && expiresAt !== null && (
        <Due
          moment={expiresAt}
          message={state === 'EXPIRED' ? 'desk.expired' : 'posting.renewDue'}
        />
      )}
    </>
  );
}

interface DueProps {
  readonly moment: string;
  readonly message: 'desk.answerBy' | 'desk.expired' | 'posting.renewDue';
}

function Due({ moment, message }: DueProps) {
  const { t } = useText();
  const { day, relativeDay } = useDates();
  return (
    <p className={classes.rowDue}>
      <IconClock size={16} aria-hidden />
      {t(message, { when: relativeDay(moment), date: day(moment) })}
    </p>
  );
}
