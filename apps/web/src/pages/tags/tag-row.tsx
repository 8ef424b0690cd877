import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { TagRowFragment } from '../../graphql/generated/graphql.js';
import { TagStateBadge } from '../../components/state-badge.js';
import { useText } from '../../lang/text.js';
import classes from './tags-page.module.css';

interface TagRowProps {
  readonly tag: TagRowFragment;
  readonly context?: string;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
}

/** A tag in a list, with how many postings carry it. */
export function TagRow({ tag, context, isCurrent, onOpen }: TagRowProps) {
  const { t } = useText();
  const uses = tag.usage?.postings ?? 0;
  return (
    <UnstyledButton
      className={classes.row}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => onOpen(tag.id)}
    >
      <span className={classes.rowLabel}>
        {tag.label}
        {context && <span className={classes.context}>{context}</span>}
      </span>
      {tag.state !== 'APPROVED' && <TagStateBadge state={tag.state} />}
      {uses > 0 && (
        <span className={classes.uses} title={t('tags.uses', { count: uses })}>
          <span aria-hidden>{uses}</span>
          <VisuallyHidden>{t('tags.uses', { count: uses })}</VisuallyHidden>
        </span>
      )}
    </UnstyledButton>
  );
}
