import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudUpload } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { failureMessage } from '../../graphql/error-messages.js';
import type { Failure } from '../../graphql/errors.js';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './form.module.css';
import { showRevealing } from './revealing-notice.js';
import type { SaveStatus } from './use-draft.js';

interface FormActionsProps {
  readonly status: SaveStatus;
  readonly changed: boolean;
  readonly savesItself: boolean;
  readonly busy: boolean;
  /** Whether the owner publishes without review; null where the contact is asked first. */
  readonly isVerified: boolean | null;
  readonly onSave: () => void;
  /** How many words would tell whose the posting is. */
  readonly revealing: number;
}

/** Always in sight: whether everything is saved, and the next step. */
export function FormActions(props: FormActionsProps) {
  const { t } = useText();
  const { savesItself, busy, isVerified, onSave, revealing } = props;
  const submitLabel =
    isVerified === null ? 'form.askContact' : isVerified ? 'form.publish' : 'form.submit';
  return (
    <div className={classes.actions} data-foot-buttons>
      <div>
        <SaveState {...props} />
        {revealing > 0 && (
          <button type="button" className={classes.revealingLink} onClick={showRevealing}>
            {t('form.revealingCount', { count: revealing })}
          </button>
        )}
      </div>
      <div className={classes.actionButtons}>
        {savesItself && (
          <Button variant="default" onClick={onSave}>
            {t('form.saveDraft')}
          </Button>
        )}
        {/* Never disabled: that would take the focus away from who has just pressed it. */}
        <Button type="submit" aria-busy={busy} data-disabled={busy || undefined}>
          {t(savesItself ? submitLabel : 'form.saveChanges')}
        </Button>
      </div>
    </div>
  );
}

function notSavedMessage(failure: Failure): MessageId {
  if (failure === 'BAD_USER_INPUT') return 'form.notSavedYet';
  if (failure === 'CONFLICT') return 'form.notSavedConflict';
  return failureMessage(failure);
}

function SaveState({ status, changed, savesItself }: FormActionsProps) {
  const { t } = useText();
  const intl = useIntl();
  const text = () => {
    switch (status.is) {
      case 'saving':
        return t('form.saving');
      case 'failed':
        return t(notSavedMessage(status.failure));
      case 'saved':
        if (!changed) return t('form.savedAt', { time: intl.formatTime(status.at) });
        return t(savesItself ? 'form.saving' : 'form.unsavedChanges');
      case 'unsaved':
        if (savesItself) return t('form.savesItself');
        return t(changed ? 'form.unsavedChanges' : 'form.noChanges');
    }
  };
  const Icon =
    status.is === 'failed'
      ? IconAlertTriangle
      : status.is === 'saved' && !changed
        ? IconCloudCheck
        : IconCloudUpload;
  return (
    <p
      className={classes.saveState}
      data-failed={status.is === 'failed' || undefined}
      role="status"
    >
      <Icon size={18} aria-hidden />
      {text()}
    </p>
  );
}
