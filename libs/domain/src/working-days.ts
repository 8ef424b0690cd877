/** Time zone in which working days are counted and times are shown to people. */
export const TIME_ZONE = 'Europe/Berlin';

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, weekday: 'short' });
const isWeekend = (day: Date): boolean => ['Sat', 'Sun'].includes(weekday.format(day));

/** The moment `days` working days (Monday to Friday in Berlin) after `from`. */
export function addWorkingDays(from: Date, days: number): Date {
  const result = new Date(from);
  for (let left = days; left > 0;) {
    result.setUTCDate(result.getUTCDate() + 1);
    if (!isWeekend(result)) left -= 1;
  }
  return result;
}

/** Deadlines in working days. */
export const Deadline = { screen: 3, answer: 10, remind: 4 } as const;
