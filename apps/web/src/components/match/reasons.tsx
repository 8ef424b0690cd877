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
  /** Whether passages are shown in which the texts name the tags. */
  readonly withQuotes?: boolean;
  readonly className?: string;
}

type Quote = ReasonInWords['quotes'][number];

/** Tags that both name need no proof; a passage or two shows how the texts speak of them. */
const QUOTES_OF_SAME_TAGS = 2;

/** Reasons in words; the tags that both sides name stand together in one line. */
export function Reasons({ reasons, limit = Infinity, withQuotes, className }: ReasonsProps) {
  const { t } = useText();
  const same = reasons.filter(bothName);
  const sentences = reasons.filter((reason) => !bothName(reason)).slice(0, limit);
  if (reasons.length === 0) return null;
  return (
    <ul className={[classes.reasons, className].filter(Boolean).join(' ')}>
      {same.length > 0 && (
        <li>
          <span className={classes.sameTags}>
            <span>{t('match.bothName')}</span>
            {same.flatMap(({ tag }) =>
              tag ? [<TagChip key={tag.id} label={tag.label} shared />] : [],
            )}
          </span>
          {withQuotes && (
            <Quotes quotes={same.flatMap(({ quotes }) => quotes).slice(0, QUOTES_OF_SAME_TAGS)} />
          )}
        </li>
      )}
      {sentences.map((reason) => (
        <ReasonLine key={reason.text} reason={reason} withQuotes={withQuotes} />
      ))}
    </ul>
  );
}

const bothName = ({ step, tag, readIn }: ReasonInWords): boolean =>
  step === 'SAME' && Boolean(tag) && readIn.length === 0;

interface ReasonLineProps {
  readonly reason: ReasonInWords;
  readonly withQuotes: boolean | undefined;
}

function ReasonLine({ reason: { step, text, quotes }, withQuotes }: ReasonLineProps) {
  const Icon = step && step !== 'SAME' ? STEP_ICONS[step] : IconCheck;
  return (
    <li className={classes.reason}>
      <Icon size={15} aria-hidden />
      <div>
        {text}
        {withQuotes && <Quotes quotes={quotes} />}
      </div>
    </li>
  );
}

/** Passages of the sides' texts with the words marked that name a tag. */
function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useText();
  const passages = new Map(
    quotes.map((quote) => [`${quote.side} ${quote.before}${quote.words}`, quote]),
  );
  return [...passages].map(([key, { side, before, words, after }]) => (
    <p key={key} className={classes.quote}>
      <span className={classes.quoteSide}>{t(`postingKind.${side}`)}</span>
      <q>
        {/^\p{Ll}/u.test(before) && '… '}
        {before}
        <mark>{words}</mark>
        {after}
        {/[^.!?]$/.test(after) && ' …'}
      </q>
    </p>
  ));
}
