import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCommand } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { withAllMessages } from '../../lang/all-messages.js';
import { useText } from '../../lang/text.js';
import { ErrorBoundary } from '../error-boundary.js';

/** Comes with the first Ctrl+K: most visits need none. */
const Palette = lazy(withAllMessages(() => import('./palette.js')));

/** The button of the palette and its key, which works in fields, too. */
export function PaletteHost({ className }: { className?: string | undefined }) {
  const { t } = useText();
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState(false);
  const open = () => {
    setWanted(true);
    setOpened(true);
  };
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <ActionIcon
        variant="default"
        size={36}
        className={className}
        aria-label={t('palette.open')}
        title={t('palette.open')}
        aria-keyshortcuts="Control+K"
        onClick={open}
      >
        <IconCommand size={18} aria-hidden />
      </ActionIcon>
      {wanted && (
        <ErrorBoundary fallback={null} resetKey="palette">
          <Suspense fallback={null}>
            <Palette opened={opened} onClose={() => setOpened(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
