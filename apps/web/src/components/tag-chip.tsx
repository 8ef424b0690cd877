import { VisuallyHidden } from '@mantine/core';
import { IconLink, IconStarFilled } from '@tabler/icons-react';
import type { TagState } from '@wilma/domain';
import { useText } from '../lang/text.js';
import classes from './tag-chip.module.css';

interface TagChipProps {
  readonly label: string;
  readonly essential?: boolean;
  /** Whether it helped to bring a match about. */
  readonly shared?: boolean;
  /** What is not approved says so, to those who see it. */
  readonly state?: TagState;
}

/** A tag; what is shared or essential is said by an icon and in words, not by colour alone. */
export function TagChip({
  label,
  essential = false,
  shared = false,
  state = 'APPROVED',
}: TagChipProps) {
  const { t } = useText();
  return (
    <span
      className={classes.chip}
      data-shared={shared || undefined}
      data-pending={state === 'APPROVED' ? undefined : true}
    >
      {shared && <IconLink size={14} aria-hidden />}
      {label}
      {state !== 'APPROVED' && <span className={classes.state}>{t(`tagState.${state}`)}</span>}
      {essential && <IconStarFilled size={10} className={classes.essential} aria-hidden />}
      {shared && <VisuallyHidden> ({t('tag.shared')})</VisuallyHidden>}
      {essential && <VisuallyHidden> ({t('tag.weight.3')})</VisuallyHidden>}
    </span>
  );
}

interface TagListProps {
  readonly tags: readonly {
    weight: number;
    tag: { id: string; label: string; state?: TagState };
  }[];
  readonly shared?: ReadonlySet<string>;
  /** How many are shown before the rest is counted. */
  readonly limit?: number;
}

/** The heaviest tags first. */
export function TagList({ tags, shared, limit = Infinity }: TagListProps) {
  const { t } = useText();
  const sorted = [...tags].sort((a, b) => b.weight - a.weight);
  const hidden = sorted.length - limit;
  return (
    <ul className={classes.list} aria-label={t('posting.tags')}>
      {sorted.slice(0, limit).map(({ tag, weight }) => (
        <li key={tag.id}>
          <TagChip
            label={tag.label}
            essential={weight === 3}
            shared={shared?.has(tag.id)}
            state={tag.state}
          />
        </li>
      ))}
      {hidden > 0 && <li className={classes.more}>{t('tag.more', { count: hidden })}</li>}
    </ul>
  );
}
