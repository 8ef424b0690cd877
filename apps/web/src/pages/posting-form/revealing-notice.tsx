import type { Visibility } from '@wilma/domain';
import { Notice } from '../../components/notice.js';
import type { RevealingPartsFragment } from '../../graphql/generated/graphql.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './form.module.css';

interface RevealingNoticeProps {
  readonly visibility: Visibility;
  /** As it was when the posting was saved last. */
  readonly revealing: RevealingPartsFragment['revealing'];
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
export function RevealingNotice({ visibility, revealing }: RevealingNoticeProps) {
  const { t } = useText();
  if (visibility === 'NAMED' || revealing.length === 0) return null;
  return (
    <div role="status">
      <Notice tone="wait" title={t('form.revealing')}>
        <p>{t('form.revealingHint')}</p>
        <ul className={classes.revealing}>
          {revealing.map(({ field, quote, kind }) => (
            <li key={`${field} ${kind} ${quote}`}>
              {t('form.revealingQuote', { field: t(FIELDS[field] ?? 'form.description'), quote })}{' '}
              <span className="soft">{t(`revealing.${kind}`)}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
