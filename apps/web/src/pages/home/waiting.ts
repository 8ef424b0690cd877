import type { PostingKind } from '@wilma/domain';
import {
  type GroupedMatch,
  isAskedSomething,
  sideToAnswer,
  waitsForReply,
} from '../../components/match/match-groups.js';
import { canRenew, type ListedPosting } from '../../components/posting/owner-actions.js';

interface DueMatch extends GroupedMatch {
  readonly deadline: string | null;
}

interface OwnPosting extends ListedPosting {
  readonly kind: PostingKind;
}

/** What somebody can do next, the most urgent kind first. */
export type Waiting<M, P> =
  | { readonly is: 'ANSWER' | 'REPLY'; readonly match: M }
  | { readonly is: 'CHANGES' | 'DRAFT' | 'ENDING'; readonly posting: P };

const NEVER = '9999';

const byMoment =
  <T>(momentOf: (one: T) => string | null) =>
  (a: T, b: T): number =>
    (momentOf(a) ?? NEVER).localeCompare(momentOf(b) ?? NEVER);

/** Whether the viewer's own answer is missing, rather than a reply to their question. */
const isToAnswer = (match: DueMatch): boolean =>
  sideToAnswer(match) !== null && !waitsForReply(match);

/**
 * Sorts what waits for a member: answers and replies by their deadline, then postings that a
 * coordinator wants changed, that end soon or have ended, and drafts.
 */
export function waitingFor<M extends DueMatch, P extends OwnPosting>(
  matches: readonly M[],
  postings: readonly P[],
  now: Date,
): Waiting<M, P>[] {
  const asked = matches.filter((match) => isToAnswer(match) || isAskedSomething(match));
  const ending = postings.filter((posting) => canRenew(posting, now));
  return [
    ...asked
      .sort(byMoment(({ deadline }) => deadline))
      .map((match) => ({ is: isToAnswer(match) ? 'ANSWER' : 'REPLY', match }) as const),
    ...inState(postings, 'CHANGES_REQUESTED').map((posting) => of('CHANGES', posting)),
    ...ending.sort(byMoment(({ expiresAt }) => expiresAt)).map((posting) => of('ENDING', posting)),
    ...inState(postings, 'DRAFT').map((posting) => of('DRAFT', posting)),
  ];
}

const of = <P>(is: 'CHANGES' | 'DRAFT' | 'ENDING', posting: P) => ({ is, posting }) as const;

const inState = <P extends OwnPosting>(postings: readonly P[], state: P['state']): P[] =>
  postings.filter((posting) => posting.state === state);
