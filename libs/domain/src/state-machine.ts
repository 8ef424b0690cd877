import type { EventName } from './events.js';
import type { MailKind } from './mail-kind.js';

/** One row of a transition table. */
export interface Transition<State extends string, Action extends string> {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
}

/**
 * Who takes a step: a coordinator, the one who took the step before, somebody of one of the two
 * sides, of the owner of a posting, its contact by a link, or the system: the clock and the worker.
 */
export type StepTaker =
  'COORDINATOR' | 'SAME_COORDINATOR' | 'SIDE' | 'OWNER' | 'CONTACT' | 'SYSTEM';

/** A row that also says who takes the step, which event tells it, and which mails follow. */
export interface ToldTransition<
  State extends string,
  Action extends string,
  Event extends EventName,
> extends Transition<State, Action> {
  readonly event: Event;
  readonly by: readonly StepTaker[];
  readonly mail: readonly MailKind[];
}

/**
 * The row of a step, or null where the table has none: an illegal transition.
 * A table has at most one row for a pair of state and action.
 */
export function rowOf<Row extends Transition<string, string>>(
  table: readonly Row[],
  state: Row['to'],
  action: Row['action'],
): Row | null {
  return table.find((row) => row.action === action && row.from.includes(state)) ?? null;
}

/** The state that follows, or null where the step is illegal. */
export const next = <State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  state: State,
  action: Action,
): State | null => rowOf(table, state, action)?.to ?? null;
