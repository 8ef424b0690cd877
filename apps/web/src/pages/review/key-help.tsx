import { Modal, Switch } from '@mantine/core';
import { useText, type MessageId } from '../../lang/text.js';
import classes from './review.module.css';

interface KeyHelpProps {
  readonly opened: boolean;
  readonly keysOn: boolean;
  readonly onKeysOn: (on: boolean) => void;
  readonly onClose: () => void;
}

const KEYS: readonly { keys: readonly string[]; does: MessageId }[] = [
  { keys: ['J', '↓'], does: 'review.keyNext' },
  { keys: ['K', '↑'], does: 'review.keyPrevious' },
  { keys: ['A'], does: 'review.approve' },
  { keys: ['R'], does: 'review.dismiss' },
  { keys: ['S'], does: 'review.snooze' },
  { keys: ['U'], does: 'review.keyUndo' },
  { keys: ['?'], does: 'review.keyHelp' },
];

export function KeyHelp({ opened, keysOn, onKeysOn, onClose }: KeyHelpProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('review.keys')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      centered
    >
      <dl className={classes.keys}>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="lg"
        checked={keysOn}
        onChange={(event) => onKeysOn(event.currentTarget.checked)}
        label={t('review.keysOn')}
        description={t('review.keysOnHint')}
      />
    </Modal>
  );
}
