import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useSession } from '../session/session.js';
import { ErrorBoundary } from './error-boundary.js';
import { areToastsWanted, onToastsWanted } from './toast-demand.js';
import classes from './toast-host.module.css';

const Notifications = lazy(async () => ({
  default: (await import('@mantine/notifications')).Notifications,
}));

/**
 * The place of the toasts. Visitors hardly ever need it; for everybody else it must be there before
 * the network fails, to be able to say so.
 */
export function ToastHost() {
  const { me } = useSession();
  const wanted = useSyncExternalStore(onToastsWanted, areToastsWanted);
  if (!me && !wanted) return null;
  return (
    <ErrorBoundary fallback={null} resetKey="toasts">
      <Suspense fallback={null}>
        <Notifications position="bottom-right" classNames={{ root: classes.host }} />
      </Suspense>
    </ErrorBoundary>
  );
}
