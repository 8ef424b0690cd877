import { Link } from 'react-router';
import type { PostingKind } from '@wilma/domain';
import type { PostingCardFragment } from '../../graphql/generated/graphql.js';
import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';
import { PostingStateBadge } from '../state-badge.js';
import { TagList } from '../tag-chip.js';
import { OwnerLine } from './owner-line.js';
import { postingPath } from './posting-path.js';
import classes from './posting.module.css';

interface PostingCardProps {
  readonly kind: PostingKind;
  readonly posting: PostingCardFragment;
}

/** A posting in a list: enough to decide whether to open it. */
export function PostingCard({ kind, posting }: PostingCardProps) {
  const { t } = useText();
  const { relativeDay } = useDates();
  const forms = posting.cooperationForms.map((form) => t(`cooperationForm.${form}`));
  return (
    <article className={`panel ${classes.card}`}>
      <h3 className={classes.cardTitle}>
        <Link to={postingPath(kind, posting.id)}>{posting.title}</Link>
      </h3>
      {posting.state !== 'PUBLISHED' && (
        <div>
          <PostingStateBadge state={posting.state} />
        </div>
      )}
      <p className={`${classes.cardSummary} clamp-3`}>{posting.summary}</p>
      <TagList tags={posting.tags} limit={5} />
      <div className={classes.cardFoot}>
        <OwnerLine owner={posting} />
        <span className={classes.cardMeta}>
          {[forms.slice(0, 2).join(', '), posting.publishedAt && relativeDay(posting.publishedAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </article>
  );
}
