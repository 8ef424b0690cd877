import type { MatchState } from '@wilma/domain';
import type { MatchFilter, MatchOrder } from '../../graphql/generated/graphql.js';
import type { MessageId } from '../../lang/text.js';

export interface ColumnPlan {
  /** In the address. */
  readonly key: string;
  readonly title: MessageId;
  readonly empty: MessageId;
  readonly states: readonly MatchState[];
  /** What is open comes by deadline, so overdue first; what is over, the newest first. */
  readonly isOpen: boolean;
}

/** The stages that a match goes through, in order. */
export const COLUMNS: readonly ColumnPlan[] = [
  {
    key: 'suggested',
    title: 'matchState.SUGGESTED',
    empty: 'pipeline.empty.suggested',
    states: ['SUGGESTED'],
    isOpen: true,
  },
  {
    key: 'snoozed',
    title: 'matchState.SNOOZED',
    empty: 'pipeline.empty.snoozed',
    states: ['SNOOZED'],
    isOpen: true,
  },
  {
    key: 'asked',
    title: 'matchState.APPROVED',
    empty: 'pipeline.empty.asked',
    states: ['APPROVED'],
    isOpen: true,
  },
  {
    key: 'introduced',
    title: 'matchState.INTRODUCED',
    empty: 'pipeline.empty.introduced',
    states: ['INTRODUCED'],
    isOpen: true,
  },
  {
    key: 'working',
    title: 'matchState.IN_PROGRESS',
    empty: 'pipeline.empty.working',
    states: ['IN_PROGRESS'],
    isOpen: true,
  },
  {
    key: 'concluded',
    title: 'pipeline.concluded',
    empty: 'pipeline.empty.concluded',
    states: ['COLLABORATION', 'NO_COLLABORATION'],
    isOpen: false,
  },
  {
    key: 'ended',
    title: 'pipeline.ended',
    empty: 'pipeline.empty.ended',
    states: ['EXPIRED', 'DECLINED', 'DISMISSED', 'WITHDRAWN'],
    isOpen: false,
  },
];

/** What a column asks the API for: its matches, and those of them that are overdue. */
export function columnRequest({ states, isOpen }: ColumnPlan, filter: MatchFilter) {
  const own: MatchFilter = { ...filter, states: [...states] };
  const orderBy: MatchOrder = isOpen ? 'DEADLINE' : 'NEWEST';
  return { filter: own, late: { ...own, overdue: true }, orderBy };
}
