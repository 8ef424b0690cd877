import type { MatchState } from '@wilma/domain';
import type { TestDatabase } from './test-database.js';

export interface MatchPlan {
  /** Ids of the two postings. */
  readonly need: string;
  readonly offer: string;
  readonly state: MatchState;
}

const UNSEEN_BY_SIDES: readonly MatchState[] = ['SUGGESTED', 'SNOOZED', 'DISMISSED', 'WITHDRAWN'];
const RELEASED: readonly MatchState[] = [
  'INTRODUCED',
  'IN_PROGRESS',
  'COLLABORATION',
  'NO_COLLABORATION',
];

/** A match as if it had come to its state by itself, suggested by default. Resolves with its id. */
export function buildMatch(
  database: TestDatabase,
  { need, offer, state = 'SUGGESTED' }: Pick<MatchPlan, 'need' | 'offer'> & Partial<MatchPlan>,
): Promise<string> {
  const now = new Date();
  const approved = !UNSEEN_BY_SIDES.includes(state);
  const answer = RELEASED.includes(state) ? 'INTERESTED' : null;
  const parts = [{ kind: 'TOPIC', points: 80, max: 100 }];
  return database.insert('match', {
    need_id: need,
    offer_id: offer,
    state,
    points: 80,
    strength: 'STRONG',
    parts: JSON.stringify(parts),
    reasons: '[]',
    open_questions: '[]',
    approved_at: approved ? now : null,
    ever_asked: approved,
    round: approved ? 1 : 0,
    need_answer: answer,
    offer_answer: answer,
    snoozed_until: state === 'SNOOZED' ? new Date(now.getTime() + 86_400_000) : null,
    deadline: new Date(now.getTime() + 86_400_000),
  });
}
