import type { NotificationService } from '@wilma/notifications';
import { type Handler, on } from '../handler-registry.js';

/** What accounts are told in the app. */
export const inboxHandlers = (inbox: NotificationService): Handler[] => [
  ...(['posting.submitted', 'posting.confirmed'] as const).map((event) =>
    on(event, 'tell-coordinators', (tx, { posting }) => inbox.postingHandedIn(tx, event, posting)),
  ),
  ...(
    [
      ['posting.published', 'POSTING_PUBLISHED'],
      ['posting.changes-requested', 'POSTING_CHANGES_REQUESTED'],
      ['posting.expiring', 'POSTING_EXPIRING'],
      ['posting.contact-replaced', 'POSTING_CONTACT_CHANGED'],
    ] as const
  ).map(([event, kind]) =>
    on(event, 'tell-owner', (tx, { posting }) => inbox.postingChanged(tx, kind, event, posting)),
  ),
  on('match.asked', 'tell-sides', (tx, { match }) => inbox.asked(tx, match)),
  on('match.answered', 'tell-coordinators', async (tx, { match, answer }) => {
    if (answer === 'QUESTION') await inbox.questionAsked(tx, match);
  }),
  on('match.question-relayed', 'tell-other-side', (tx, { match, side }) =>
    inbox.questionRelayed(tx, 'match.question-relayed', match, side),
  ),
  on('match.introduced', 'tell-sides', (tx, { match }) => inbox.introduced(tx, match)),
  ...(['match.declined', 'match.expired', 'match.withdrawn'] as const).map((event) =>
    on(event, 'tell-sides', (tx, { match }) => inbox.over(tx, event, match)),
  ),
  on('member.joined-by-domain', 'tell-managers', (tx, { organisation }) =>
    inbox.memberJoined(tx, organisation),
  ),
];
