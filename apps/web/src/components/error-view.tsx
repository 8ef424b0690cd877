import { Button } from '@mantine/core';
import { failureMessage } from '../graphql/error-messages.js';
import { failureOf } from '../graphql/errors.js';
import { useText } from '../lang/text.js';
import { EmptyState } from './empty-state.js';
import { NotFoundView } from './not-found-view.js';

/** In place of content that could not be loaded. */
export function ErrorView({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useText();
  const failure = failureOf(error);
  if (failure === 'NOT_FOUND') return <NotFoundView />;
  return (
    <div role="alert">
      <EmptyState picture="map" title={t('error.title')} text={t(failureMessage(failure))}>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
      </EmptyState>
    </div>
  );
}
