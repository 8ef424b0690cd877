import { badInput } from './errors.js';
import { addDays, type DayRange, dayInBerlin } from './working-days.js';

/** Absences that one may have entered at once, how long one lasts, and how far ahead it ends. */
export const AbsenceBounds = { many: 10, days: 92, ahead: 366 } as const;

/** @throws DomainError BAD_USER_INPUT where it ends before it begins, is over, or is too long. */
export function demandAbsence({ from, to }: DayRange, now: Date): void {
  const today = dayInBerlin(now);
  if (to < from) throw badInput({ path: 'to', problem: 'endBeforeStart' });
  if (to < today) throw badInput({ path: 'to', problem: 'mustBeFuture' });
  const { days, ahead } = AbsenceBounds;
  if (to >= addDays(from, days) || to > addDays(today, ahead)) {
    throw badInput({ path: 'to', problem: 'badDate' });
  }
}
