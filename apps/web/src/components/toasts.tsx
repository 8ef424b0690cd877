import type { NotificationData } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { failureMessage } from '../graphql/error-messages.js';
import { failureOf, type Failure } from '../graphql/errors.js';
import { useText } from '../lang/text.js';
import { wantToasts } from './toast-demand.js';

let lastDone: string | null = null;

const show = (toast: NotificationData): void => {
  wantToasts();
  import('@mantine/notifications')
    .then(({ notifications }) => notifications.show(toast))
    .catch(() => undefined);
};

/** What was done last is what holds: it takes the place of what was said before. */
const showInPlace = (toast: NotificationData): void => {
  wantToasts();
  import('@mantine/notifications')
    .then(({ notifications }) => {
      if (lastDone !== null) notifications.hide(lastDone);
      lastDone = notifications.show(toast);
    })
    .catch(() => undefined);
};

export interface Toasts {
  readonly showDone: (message: string) => void;
  readonly showFailure: (failure: Failure) => void;
  /** For `.catch(showError)`: says in words what went wrong. */
  readonly showError: (error: unknown) => void;
}

export function useToasts(): Toasts {
  const { t } = useText();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('action.close') };
    const showFailure = (failure: Failure) => {
      show({
        // One toast for a failure, however many requests it hit.
        id: `failure-${failure}`,
        color: 'red',
        withBorder: true,
        autoClose: 8000,
        icon: <IconAlertTriangle size={18} aria-hidden />,
        message: t(failureMessage(failure)),
        closeButtonProps,
      });
    };
    return {
      showFailure,
      showError: (error) => showFailure(failureOf(error)),
      showDone: (message) => {
        showInPlace({
          color: 'lake',
          withBorder: true,
          autoClose: 5000,
          icon: <IconCheck size={18} aria-hidden />,
          message,
          closeButtonProps,
        });
      },
    };
  }, [t]);
}
