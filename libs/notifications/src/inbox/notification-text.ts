import type { Locale, NotificationKind } from '@wilma/domain';
import { translator } from '@wilma/platform';
import { de } from './messages/de.js';
import { en } from './messages/en.js';

const text = translator({ de, en });

/**
 * One sentence for the reader.
 * @param title of their own posting, or of a match's need; null where they may see none
 */
export const notificationText = (
  kind: NotificationKind,
  locale: Locale,
  title: string | null,
): string => text(locale)(kind, { named: title === null ? 'no' : 'yes', title: title ?? '' });
