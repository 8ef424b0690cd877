import { TIME_ZONE } from '@wilma/domain';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const DAY_MS = 86_400_000;

/** The calendar day in Berlin of a moment, as a number of days; the difference of two is in days. */
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE });

export function dayNumber(moment: Date): number {
  return Math.round(Date.parse(dayFormat.format(moment)) / DAY_MS);
}

/** Whole calendar days from one moment to another, negative where the second lies before. */
export const daysBetween = (from: Date, to: Date): number => dayNumber(to) - dayNumber(from);

const DAYS = { month: 365.25 / 12, year: 365.25 } as const;

/** A number of days in the unit that people would count in. */
export function inWords(days: number): [count: number, unit: 'day' | 'month' | 'year'] {
  const distance = Math.abs(days);
  if (distance < 2 * DAYS.month) return [days, 'day'];
  if (distance < 2 * DAYS.year) return [Math.round(days / DAYS.month), 'month'];
  return [Math.round(days / DAYS.year), 'year'];
}

export interface DateTexts {
  /** `4. März 2027`, from a moment or a calendar day. */
  readonly day: (value: string) => string;
  /** `4. März 2027, 14:05`. */
  readonly moment: (value: string) => string;
  /** `heute`, `gestern`, `vor 3 Tagen`, `in 2 Tagen`, `vor 9 Monaten`, `vor 2 Jahren`. */
  readonly relativeDay: (value: string) => string;
}

export function useDates(): DateTexts {
  const intl = useIntl();
  return useMemo(
    () => ({
      day: (value) => intl.formatDate(value, { dateStyle: 'long', timeZone: TIME_ZONE }),
      moment: (value) =>
        intl.formatDate(value, { dateStyle: 'long', timeStyle: 'short', timeZone: TIME_ZONE }),
      relativeDay: (value) => {
        const days = daysBetween(new Date(), new Date(value));
        return intl.formatRelativeTime(...inWords(days), { numeric: 'auto' });
      },
    }),
    [intl],
  );
}
