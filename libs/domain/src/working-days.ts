import { holidaysOf } from './holidays.js';

/** Time zone in which working days are counted and times are shown to people. */
export const TIME_ZONE = 'Europe/Berlin';

const berlin = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Days from the first to the last, both included, as YYYY-MM-DD. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

const partsOf = (moment: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(berlin.formatToParts(moment).map(({ type, value }) => [type, value]));

/** The day that a calendar on a wall in Berlin shows, as YYYY-MM-DD. */
export function dayInBerlin(moment: Date): string {
  const { year = '', month = '', day = '' } = partsOf(moment);
  return `${year}-${month}-${day}`;
}

/** Monday to Friday, except public holidays that Brandenburg and Saxony share. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday % 6 !== 0 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** Whether a day lies in one of the ranges. */
export const isCovered = (day: string, ranges: readonly DayRange[]): boolean =>
  ranges.some(({ from, to }) => from <= day && day <= to);

/** The moment `days` working days of Berlin after `from`; days of absence don't count. */
export function addWorkingDays(from: Date, days: number, absences: readonly DayRange[] = []): Date {
  const result = new Date(from);
  for (let left = days; left > 0;) {
    result.setUTCDate(result.getUTCDate() + 1);
    const day = dayInBerlin(result);
    if (isWorkingDay(day) && !isCovered(day, absences)) left -= 1;
  }
  return result;
}

/** Working days after the day of `from` up to the day of `to`, days of absence left out. */
export function workingDaysBetween(
  from: Date,
  to: Date,
  absences: readonly DayRange[] = [],
): number {
  const last = dayInBerlin(to);
  let count = 0;
  for (let day = nextDay(dayInBerlin(from)); day <= last; day = nextDay(day)) {
    if (isWorkingDay(day) && !isCovered(day, absences)) count += 1;
  }
  return count;
}

/** The moment at which clocks in Berlin show a full hour of a day. */
export function atHourInBerlin(day: string, hour: number): Date {
  const guess = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const ahead = Number(partsOf(guess).hour) - hour;
  return new Date(guess.getTime() - ahead * 3_600_000);
}

/** When people who meet today could have a first talk: a week ahead at 10, on a working day. */
export function firstTalkAt(now: Date): Date {
  let day = dayInBerlin(new Date(now.getTime() + 7 * 86_400_000));
  while (!isWorkingDay(day)) day = nextDay(day);
  return atHourInBerlin(day, 10);
}

/** The day so many days after another. */
export function addDays(day: string, days: number): string {
  const moment = new Date(`${day}T12:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

const nextDay = (day: string): string => addDays(day, 1);

/**
 * A deadline after days of absence were entered: as many working days remain as did before. Never
 * earlier than it was.
 */
export function postponed(
  deadline: Date,
  now: Date,
  { before, after }: { readonly before: readonly DayRange[]; readonly after: readonly DayRange[] },
): Date {
  if (deadline <= now) return deadline;
  const left = workingDaysBetween(now, deadline, before);
  const wholeDays = Math.ceil((deadline.getTime() - now.getTime()) / 86_400_000);
  // From today on, at the time of day of the deadline.
  const start = new Date(deadline);
  start.setUTCDate(start.getUTCDate() - wholeDays);
  const moved = addWorkingDays(start, left + workingDaysBetween(start, now, after), after);
  return moved > deadline ? moved : deadline;
}

/** The hour in Berlin from which on mails that can wait for a morning leave. */
const MORNING = 7;

/** Whether mails that wait for the morning of a working day may leave. */
export const isWorkingMorning = (now: Date): boolean =>
  isWorkingDay(dayInBerlin(now)) && Number(partsOf(now).hour) >= MORNING;

/** Then the morning is over. */
const NOON = 12;

/** Whether the morning's overview may leave: whom it does not reach by noon waits for the next. */
export const isDigestTime = (now: Date): boolean =>
  isWorkingMorning(now) && Number(partsOf(now).hour) < NOON;

/** Deadlines in working days; `remind` may come twice. */
export const Deadline = { screen: 3, answer: 10, afterQuestion: 3, remind: [4, 8] } as const;

/** When the morning of the last working day before today began. */
export function lastMorningBefore(now: Date): Date {
  let day = addDays(dayInBerlin(now), -1);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return atHourInBerlin(day, MORNING);
}
