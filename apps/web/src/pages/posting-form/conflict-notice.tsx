import { Button, Group } from '@mantine/core';
import { Notice } from '../../components/notice.js';
import { useText } from '../../lang/text.js';

interface ConflictNoticeProps {
  readonly onReload: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else changed the posting meanwhile: the author decides which version stays. */
export function ConflictNotice({ onReload, onKeepMine }: ConflictNoticeProps) {
  const { t } = useText();
  return (
    <Notice tone="wait" isUrgent title={t('form.conflictTitle')}>
      <p>{t('form.conflictText')}</p>
      <Group mt="sm">
        <Button size="sm" variant="default" onClick={onReload}>
          {t('form.conflictReload')}
        </Button>
        <Button size="sm" variant="default" onClick={onKeepMine}>
          {t('form.conflictKeep')}
        </Button>
      </Group>
    </Notice>
  );
}
