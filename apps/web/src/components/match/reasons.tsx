import {
  IconArrowDownRight,
  IconArrowsLeftRight,
  IconArrowUpRight,
  IconCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MatchFullFragment, TagStep } from '../../graphql/generated/graphql.js';
import { useText } from '../../lang/text.js';
import { TagChip } from '../tag-chip.js';
import classes from './match.module.css';

export type ReasonInWords = MatchFullFragment['reasons'][number];

type StepAway = Exclude<TagStep, 'SAME'>;

const STEP_ICONS: Record<StepAway, ComponentType<{ size: number; 'aria-hidden': boolean }>> = {
  BROADER: IconArrowUpRight,
  NARROWER: IconArrowDownRight,
  SIBLING: IconArrowsLeftRight,
  RELATED: IconArrowsLeftRight,
};

interface ReasonsProps {
  readonly reasons: readonly ReasonInWords[];
  /** How many sentences are shown; tags that both sides name always are. */
  readonly limit?: number;
  readonly className?: string;
}

/** Reasons in words; the tags that both sides name stand together in one line. */
export function Reasons({ reasons, limit = Infinity, className }: ReasonsProps) {
  const { t } = useText();
  const sameTags = reasons.flatMap(({ step, tag }) => (step === 'SAME' && tag ? [tag] : []));
  const sentences = reasons.filter(({ step }) => step !== 'SAME').slice(0, limit);
  if (reasons.length === 0) return null;
  return (
    <ul className={[classes.reasons, className].filter(Boolean).join(' ')}>
      {sameTags.length > 0 && (
        <li className={classes.sameTags}>
          <span>{t('match.bothName')}</span>
          {sameTags.map((tag) => (
            <TagChip key={tag.id} label={tag.label} shared />
          ))}
        </li>
      )}
      {sentences.map((reason) => (
        <ReasonLine key={reason.text} reason={reason} />
      ))}
    </ul>
  );
}

function ReasonLine({ reason: { step, text } }: { reason: ReasonInWords }) {
  const Icon = step && step !== 'SAME' ? STEP_ICONS[step] : IconCheck;
  return (
    <li className={classes.reason}>
      <Icon size={15} aria-hidden />
      <span>{text}</span>
    </li>
  );
}
