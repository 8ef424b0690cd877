import { Notice } from '../../components/notice.js';
import type { RevealingPartsFragment } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './form.module.css';

interface RevealingNoticeProps {
  /** As it was when the posting was saved last. */
  readonly revealing: RevealingPartsFragment['revealing'];
}

/** Where the notice stands, for who wants to be led to it. */
const REVEALING = 'revealing';

export function showRevealing(): void {
  const notice = document.getElementById(REVEALING);
  notice?.scrollIntoView({ block: 'center' });
  notice?.focus({ preventScroll: true });
}

const FIELDS: Readonly<Record<string, MessageId>> = {
  title: 'form.title',
  summary: 'form.summary',
  description: 'form.description',
  tried: 'posting.tried',
  goal: 'posting.goal',
  evidence: 'posting.evidence',
};

/** Whose name is not shown is told which of their words would tell it; they may publish all the same. */
export function RevealingNotice({ revealing }: RevealingNoticeProps) {
  const { t } = useText();
  if (revealing.length === 0) return null;
  return (
    <div role="status" id={REVEALING} tabIndex={-1}>
      <Notice tone="wait" title={t('form.revealing')}>
        <p>{t('form.revealingHint')}</p>
        <ul className={classes.revealing}>
          {revealing.map(({ field, quote, kind }) => (
            <li key={`${field} ${kind} ${quote}`}>
              {t('form.revealingQuote', {
                field: t(FIELDS[field] ?? 'form.description'),
                quote,
                what: t(`revealing.${kind}`),
              })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
