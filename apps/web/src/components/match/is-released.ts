import type { MatchState } from '@wilma/domain';

const RELEASED: readonly MatchState[] = [
  'INTRODUCED',
  'IN_PROGRESS',
  'COLLABORATION',
  'NO_COLLABORATION',
];

/** Whether both sides of a match said yes, and so know each other's names and contacts. */
export const isReleased = (state: MatchState): boolean => RELEASED.includes(state);
