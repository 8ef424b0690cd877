import { Button, Group } from '@mantine/core';
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

const hideDone = (): void => {
  import('@mantine/notifications')
    .then(({ notifications }) => {
      if (lastDone !== null) notifications.hide(lastDone);
    })
    .catch(() => undefined);
};

function Undoable({ message, undo }: { message: string; undo: () => void }) {
  const { t } = useText();
  const takeBack = () => {
    hideDone();
    undo();
  };
  return (
    <Group justify="space-between" gap="xs">
      {message}
      <Button size="compact-sm" variant="default" onClick={takeBack}>
        {t('action.undo')}
      </Button>
    </Group>
  );
}

export interface Toasts {
  /** @param undo takes back what was done: the toast stays longer and has a button for it */
  readonly showDone: (message: string, undo?: () => void) => void;
  readonly showFailure: (failure: Failure) => void;
  /** @param message a sentence of the API on what it refused */
  readonly showProblem: (message: string) => void;
  /** For `.catch(showError)`: says in words what went wrong. */
  readonly showError: (error: unknown) => void;
}

export function useToasts(): Toasts {
  const { t } = useText();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('action.close') };
    const showBad = (id: string, message: string) => {
      show({
        id,
        color: 'red',
        withBorder: true,
        autoClose: 8000,
        icon: <IconAlertTriangle size={18} aria-hidden />,
        message,
        closeButtonProps,
      });
    };
    const showFailure = (failure: Failure) => {
      // One toast for a failure, however many requests it hit.
      showBad(`failure-${failure}`, t(failureMessage(failure)));
    };
    return {
      showFailure,
      showProblem: (message) => showBad(message, message),
      showError: (error) => showFailure(failureOf(error)),
      showDone: (message, undo) => {
        showInPlace({
          color: 'lake',
          withBorder: true,
          autoClose: undo === undefined ? 5000 : 15_000,
          icon: <IconCheck size={18} aria-hidden />,
          message: undo === undefined ? message : <Undoable message={message} undo={undo} />,
          closeButtonProps,
        });
      },
    };
  }, [t]);
}
