import { Alert, Button, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useText } from '../../lang/text.js';

interface ConflictNoticeProps {
  readonly onReload: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else changed the posting meanwhile: the author decides which version stays. */
export function ConflictNotice({ onReload, onKeepMine }: ConflictNoticeProps) {
  const { t } = useText();
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      icon={<IconUsers size={20} aria-hidden />}
      title={t('form.conflictTitle')}
    >
      <p style={{ margin: 0 }}>{t('form.conflictText')}</p>
      <Group mt="sm">
        <Button size="sm" variant="default" onClick={onReload}>
          {t('form.conflictReload')}
        </Button>
        <Button size="sm" variant="default" onClick={onKeepMine}>
          {t('form.conflictKeep')}
        </Button>
      </Group>
    </Alert>
  );
}
