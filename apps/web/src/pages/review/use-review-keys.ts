import { useHotkeys } from '@mantine/hooks';

export interface ReviewCommands {
  readonly next: () => void;
  readonly previous: () => void;
  readonly approve: () => void;
  readonly dismiss: () => void;
  readonly snooze: () => void;
  readonly undo: () => void;
  readonly help: () => void;
}

/** An open menu or dialog has its own keys. */
const isElsewhere = (): boolean =>
  document.activeElement?.closest('[role="menu"], [role="dialog"]') != null;

/** Single keys for the queue; they can be switched off, since speech input triggers them. */
export function useReviewKeys(enabled: boolean, commands: ReviewCommands): void {
  const guarded = (command: () => void) => () => {
    if (!isElsewhere()) command();
  };
  useHotkeys(
    enabled
      ? [
          ['J', guarded(commands.next)],
          ['ArrowDown', guarded(commands.next)],
          ['K', guarded(commands.previous)],
          ['ArrowUp', guarded(commands.previous)],
          ['A', guarded(commands.approve)],
          ['R', guarded(commands.dismiss)],
          ['S', guarded(commands.snooze)],
          ['U', guarded(commands.undo)],
          // Whether ? needs Shift depends on the keyboard's layout.
          ['?', guarded(commands.help)],
          ['shift+?', guarded(commands.help)],
        ]
      : [],
  );
}
