const MORNING_HOUR = 7;
const MONDAY = 1;

function morningAfter(now: Date, days: number): Date {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + days);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning;
}

export const tomorrowMorning = (now: Date): Date => morningAfter(now, 1);

/** Monday morning of the week that follows. */
export function nextMonday(now: Date): Date {
  const ahead = (MONDAY + 7 - now.getDay()) % 7;
  return morningAfter(now, ahead === 0 ? 7 : ahead);
}

/** The morning of a calendar day, YYYY-MM-DD. */
export function morningOf(day: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date, MORNING_HOUR);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The calendar day of a moment where the viewer is, YYYY-MM-DD. */
export const dayText = (moment: Date): string =>
  [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join('-');
