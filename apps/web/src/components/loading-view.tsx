import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useText } from '../lang/text.js';
import classes from './page.module.css';

/** The outline of a page while it is on its way; what stands below it is not to be seen meanwhile. */
export function LoadingView({ lines = 4 }: { lines?: number }) {
  const { t } = useText();
  return (
    <Stack gap="md" py="md" maw={720} mih="100dvh">
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      <Skeleton h={34} w="min(60%, 360px)" />
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h={72} />
      ))}
    </Stack>
  );
}

/** The same where a whole page is on its way. */
export function LoadingPage() {
  return (
    <div className={classes.page} data-width="normal">
      <LoadingView />
    </div>
  );
}
