import { SegmentedControl } from '@mantine/core';
import { useText } from '../../lang/text.js';
import { isStaffRole, useSession } from '../../session/session.js';
import type { PostingFormState } from './form-state.js';
import { emptyValues } from './form-values.js';
import classes from './form.module.css';
import { useAuthor } from './use-author.js';

interface ForWhomFieldProps {
  readonly form: PostingFormState;
  readonly isForOthers: boolean;
  readonly disabled: boolean;
  readonly onChange: (isForOthers: boolean) => void;
}

/**
 * Whether coordinators write for a caller, who is asked to confirm, or for an organisation of their
 * own; only for those who have one. What was typed of the matter itself stays.
 */
export function ForWhomField({ form, isForOthers, disabled, onChange }: ForWhomFieldProps) {
  const { t } = useText();
  const { me } = useSession();
  const author = useAuthor();
  if (!me || !isStaffRole(me.role) || me.memberships.length === 0) return null;

  const choose = (forOthers: boolean) => {
    const begun = emptyValues({ ...author, isForOthers: forOthers });
    const { organisation, owner, contact } = begun;
    const district = form.values.district || begun.district;
    form.setValues({ organisation, owner, contact, district });
    form.clearErrors();
    onChange(forOthers);
  };
  return (
    <div>
      <p className={classes.groupLabel} aria-hidden>
        {t('form.forWhom')}
      </p>
      <SegmentedControl
        aria-label={t('form.forWhom')}
        data={[
          { value: 'others', label: t('form.forCaller') },
          { value: 'own', label: t('form.forOwn') },
        ]}
        disabled={disabled}
        value={isForOthers ? 'others' : 'own'}
        onChange={(value) => choose(value === 'others')}
      />
    </div>
  );
}
