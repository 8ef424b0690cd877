import type { MatchFinder } from '@wilma/matches';
import { type Handler, on } from '../handler-registry.js';

/** What is published is matched; what is taken away takes its open matches along. */
export const matchingHandlers = (finder: MatchFinder): Handler[] => [
  ...(
    [
      'posting.published',
      'posting.changed',
      'posting.resumed',
      'posting.renewed',
      'posting.transferred',
    ] as const
  ).map((event) => on(event, 'refresh-matches', (tx, { posting }) => finder.refresh(tx, posting))),
  ...(['posting.submitted', 'posting.paused', 'posting.expired', 'posting.closed'] as const).map(
    (event) => on(event, 'withdraw-matches', (tx, { posting }) => finder.withdraw(tx, posting)),
  ),
];
