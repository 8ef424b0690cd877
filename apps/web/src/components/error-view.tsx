import { Button } from '@mantine/core';
import { failureMessage } from '../graphql/error-messages.js';
import { failureOf } from '../graphql/errors.js';
import { useText } from '../lang/text.js';
import { EmptyState } from './empty-state.js';
import { NotFoundView } from './not-found-view.js';
import { Page } from './page.js';

interface ErrorViewProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a part of a page that could not be loaded. */
export function ErrorView({ error, onRetry }: ErrorViewProps) {
  const { t } = useText();
  return (
    <div role="alert">
      <EmptyState picture="map" text={t(failureMessage(failureOf(error)))}>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
      </EmptyState>
    </div>
  );
}

/** In place of a page that could not be loaded. */
export function ErrorPage({ error, onRetry }: ErrorViewProps) {
  const { t } = useText();
  if (failureOf(error) === 'NOT_FOUND') return <NotFoundView />;
  return (
    <Page title={t('error.title')} width="narrow">
      <ErrorView error={error} onRetry={onRetry} />
    </Page>
  );
}
