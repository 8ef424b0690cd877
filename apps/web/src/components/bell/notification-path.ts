import type { NotificationRowFragment } from '../../graphql/generated/graphql.js';
import { postingPath } from '../posting/posting-path.js';
import { reviewPath } from '../visit.js';

export type Told = Pick<NotificationRowFragment, 'kind' | 'match' | 'organisation' | 'posting'>;

/** Where something can be done about it; null where the reader may no longer see it. */
export function notificationPath({ kind, match, organisation, posting }: Told): string | null {
  if (posting) return postingPath(posting.__typename === 'Need' ? 'NEED' : 'OFFER', posting.id);
  if (organisation) return `/organisation/${organisation.id}`;
  if (!match) return null;
  // What still waits for a decision is decided in the queue.
  const isToDecide = kind === 'MATCH_OVERDUE' && match.state === 'SUGGESTED';
  return isToDecide ? reviewPath(match.id) : `/matches/${match.id}`;
}
