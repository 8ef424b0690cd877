import { Button } from '@mantine/core';
import { useText } from '../lang/text.js';
import { EmptyState } from './empty-state.js';
import { Page } from './page.js';

/** In place of a page that could not be drawn, or whose code could not be loaded. */
export function BrokenView() {
  const { t } = useText();
  return (
    <Page title={t('error.title')} width="narrow">
      <EmptyState picture="map" text={t('error.broken')}>
        <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
      </EmptyState>
    </Page>
  );
}
