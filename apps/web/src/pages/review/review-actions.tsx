import { Button } from '@mantine/core';
import { IconCheck, IconKeyboard, IconX } from '@tabler/icons-react';
import { useText } from '../../lang/text.js';
import { KeyHint } from './key-hint.js';
import classes from './review.module.css';
import { SnoozeMenu, type SnoozeMenuProps } from './snooze-menu.js';

export interface ReviewActionsProps extends SnoozeMenuProps {
  readonly onDismiss: () => void;
  readonly onHelp: () => void;
}

/** The decision, always in reach below the match. */
export function ReviewActions(props: ReviewActionsProps) {
  const { t } = useText();
  const { disabled, keysOn, onChoice, onDismiss, onHelp } = props;
  return (
    <div className={classes.actions} data-foot-buttons="panel">
      <Button
        disabled={disabled}
        leftSection={<IconCheck size={18} aria-hidden />}
        rightSection={keysOn && <KeyHint>A</KeyHint>}
        aria-keyshortcuts={keysOn ? 'a' : undefined}
        onClick={() => onChoice({ do: 'approve' })}
      >
        {t('review.approve')}
      </Button>
      <Button
        variant="default"
        disabled={disabled}
        leftSection={<IconX size={18} aria-hidden />}
        rightSection={keysOn && <KeyHint>R</KeyHint>}
        aria-keyshortcuts={keysOn ? 'r' : undefined}
        onClick={onDismiss}
      >
        {t('review.dismiss')}
      </Button>
      <SnoozeMenu {...props} />
      <Button
        className={classes.helpButton}
        variant="subtle"
        color="gray"
        leftSection={<IconKeyboard size={18} aria-hidden />}
        rightSection={keysOn && <KeyHint>?</KeyHint>}
        onClick={onHelp}
      >
        {t('review.keys')}
      </Button>
    </div>
  );
}
