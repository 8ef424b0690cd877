import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { OwnerLine } from '../../components/posting/owner-line.js';
import { TagList } from '../../components/tag-chip.js';
import { useText } from '../../lang/text.js';
import { useSession } from '../../session/session.js';
import { ownerOf, type PostingFormValues } from './form-values.js';
import classes from './form.module.css';
import type { StoredPosting } from './use-draft.js';

interface PostingPreviewProps {
  readonly values: PostingFormValues;
  /** As it was when the posting was saved last; null before. */
  readonly blindedAs: StoredPosting['blindedAs'];
}

/**
 * What others will see, as it is typed: the owner by name, by as much as hides them among others, or
 * nothing at all.
 */
export function PostingPreview({ values, blindedAs }: PostingPreviewProps) {
  const { t } = useText();
  const { me } = useSession();
  const organisation = ownerOf(me, values);
  const isHidden = values.visibility === 'COORDINATORS_ONLY';
  const isNamed = values.visibility === 'NAMED';
  const Icon = isHidden ? IconEyeOff : IconEye;
  const forms = values.cooperationForms.map((form) => t(`cooperationForm.${form}`));
  return (
    <section className={classes.preview} aria-labelledby="preview">
      <h2 id="preview">
        <Icon size={18} aria-hidden />
        {t(isHidden ? 'form.previewHidden' : 'form.preview')}
      </h2>
      <div className={`panel ${classes.previewCard}`} data-hidden={isHidden || undefined}>
        <p className={classes.previewTitle}>{values.title || t('form.previewTitle')}</p>
        <OwnerLine
          owner={{
            organisation: isNamed ? organisation : null,
            sector: blindedAs?.sector,
            sizeClass: blindedAs?.sizeClass,
            district: values.district || null,
          }}
        />
        <p>{values.summary || <span className="soft">{t('form.previewSummary')}</span>}</p>
        {values.tags.length > 0 && (
          <TagList tags={values.tags.map((tag) => ({ weight: tag.weight, tag }))} />
        )}
        {forms.length > 0 && <p className="soft">{forms.join(', ')}</p>}
      </div>
      <p className={classes.previewNote}>{t(`form.previewNote.${values.visibility}`)}</p>
    </section>
  );
}
