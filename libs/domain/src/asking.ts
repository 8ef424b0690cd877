import { values } from './vocabulary.js';
import {
  type DayRange,
  dayInBerlin,
  Deadline,
  isCovered,
  workingDaysBetween,
} from './working-days.js';

/** Open questions that a researcher has at most, unless they set another limit. */
export const OPEN_QUESTIONS = 3;

/** Why a person is not asked about an approved match yet. */
export const WaitReason = values('ABSENCE', 'LIMIT', 'NEXT_MORNING');
export type WaitReason = keyof typeof WaitReason;

/** What lies on the desk of a person who is to be asked. */
export interface Desk {
  /** Matches that they were asked about and have said nothing to. */
  readonly openQuestions: number;
  /** How many they may have; null where there is no limit. */
  readonly limit: number | null;
  /** Null also where mails are not gathered. */
  readonly lastAskedAt: Date | null;
  readonly absences: readonly DayRange[];
}

/**
 * Why a person can not be asked now, or null where they can: present, with room for one more
 * question, and not asked on this day in Berlin.
 */
export function waitReasonOf(desk: Desk, now: Date): WaitReason | null {
  const today = dayInBerlin(now);
  if (isCovered(today, desk.absences)) return 'ABSENCE';
  if (roomOn(desk) <= 0) return 'LIMIT';
  const isAskedToday = desk.lastAskedAt !== null && dayInBerlin(desk.lastAskedAt) === today;
  return isAskedToday ? 'NEXT_MORNING' : null;
}

/** About how many more matches a person may be asked. */
export const roomOn = ({ limit, openQuestions }: Desk): number =>
  limit === null ? Number.POSITIVE_INFINITY : limit - openQuestions;

/**
 * How many reminders are due by the morning of a day: one on working day 4 and one on working
 * day 8 after the mail that asks, days of absence left out.
 */
export const remindersDue = (askedAt: Date, now: Date, absences: readonly DayRange[]): number => {
  const days = workingDaysBetween(askedAt, now, absences);
  return Deadline.remind.filter((day) => day <= days).length;
};
