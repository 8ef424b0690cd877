import { Button } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../lang/text.js';
import type { ShownPosting } from './shown-posting.js';

const HandoverDialog = lazy(() => import('./handover-dialog.js'));

export function HandoverButton({ posting }: { posting: ShownPosting }) {
  const { t } = useText();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconUserShare size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('handover.open')}
      </Button>
      {opened && (
        <Suspense fallback={null}>
          <HandoverDialog posting={posting} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
