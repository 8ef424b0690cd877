import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useText } from '../lang/text.js';
import { EmptyState } from './empty-state.js';
import { Page } from './page.js';

/** For addresses that lead nowhere, and for what the viewer may not see: both look the same. */
export function NotFoundView() {
  const { t } = useText();
  return (
    <Page title={t('notFound.title')} width="narrow">
      <EmptyState picture="map" text={t('notFound.text')}>
        <Button component={Link} to="/">
          {t('notFound.home')}
        </Button>
        <Button component={Link} to="/needs" variant="default">
          {t('notFound.needs')}
        </Button>
      </EmptyState>
    </Page>
  );
}
