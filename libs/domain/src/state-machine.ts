/** One row of a transition table. */
export interface Transition<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
}

/**
 * The state that follows, or null where the table has no such row: an illegal transition.
 * A table has at most one row for a pair of state and action.
 */
export function next<State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  state: State,
  action: Action,
): State | null {
  return table.find((row) => row.action === action && row.from.includes(state))?.to ?? null;
}
