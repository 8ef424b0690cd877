import type { MatchFinder, MatchingModels, NeedFeedback } from '@wilma/matches';
import type { TagUsageReader } from '@wilma/postings';
import { type Handler, on } from '../handler-registry.js';

const REFRESHING = [
  'posting.published',
  'posting.changed',
  'posting.retagged',
  'posting.reweighed',
  'posting.resumed',
  'posting.renewed',
  'posting.transferred',
] as const;

/** What is published is matched; what is taken away takes its open matches along. */
export const matchingHandlers = (finder: MatchFinder): Handler[] => [
  ...REFRESHING.map((event) =>
    on(event, 'refresh-matches', (tx, { posting }) => finder.refresh(tx, posting)),
  ),
  ...(['posting.submitted', 'posting.paused', 'posting.expired', 'posting.closed'] as const).map(
    (event) => on(event, 'withdraw-matches', (tx, { posting }) => finder.withdraw(tx, posting)),
  ),
];

/** What was decided on one match orders what is still open of its need. */
export const feedbackHandlers = (feedback: NeedFeedback): Handler[] =>
  (
    [
      'match.approved',
      'match.dismissed',
      'match.undone',
      'match.declined',
      'match.asked-again',
    ] as const
  ).map((event) => on(event, 'order-need', (tx, { match }) => feedback.follow(tx, match)));

/** Other weights are followed by the needs: one event, and one job, for each. */
export const modelHandlers = (models: MatchingModels): Handler[] => [
  on('matching.activated', 'follow-weights', (tx) => models.announce(tx)),
];

/** Changed tags are followed by the postings that they concern: one event, and one job, for each. */
export const tagHandlers = (usage: TagUsageReader): Handler[] => [
  ...(['tag.approved', 'tag.deprecated', 'tag.moved'] as const).map((event) =>
    on(event, 'follow-tag', (tx, { tag }) => usage.announce(tx, [tag])),
  ),
  ...(['tag.merged', 'tag.merge-undone'] as const).map((event) =>
    on(event, 'follow-tag', (tx, { tag, from }) => usage.announce(tx, [tag, ...from])),
  ),
];
