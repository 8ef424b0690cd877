/** When people are asked how it went, counted from the introduction; each time once. */
const FOLLOW_UPS = [
  { days: 14, months: 0 },
  { days: 0, months: 6 },
  { days: 0, months: 12 },
  { days: 0, months: 24 },
] as const;

/** Names of the follow-ups in their order. */
export const FOLLOW_UP_NAMES = ['TWO_WEEKS', 'HALF_A_YEAR', 'A_YEAR', 'TWO_YEARS'] as const;
export type FollowUpName = (typeof FOLLOW_UP_NAMES)[number];

/** The moment of the follow-up of a number from 0, or null after the last. */
export function followUpAt(introducedAt: Date, number: number): Date | null {
  const step = FOLLOW_UPS[number];
  if (step === undefined) return null;
  const result = new Date(introducedAt);
  const day = result.getUTCDate() + step.days;
  result.setUTCDate(1);
  result.setUTCMonth(result.getUTCMonth() + step.months);
  // Six months after 31 August is the last day of February.
  const days = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0));
  result.setUTCDate(step.months === 0 ? day : Math.min(day, days.getUTCDate()));
  return result;
}

/** Which follow-up is due, the latest where several are; null where none is. */
export function followUpDue(introducedAt: Date, sent: number, now: Date): number | null {
  let due: number | null = null;
  for (let number = sent; number < FOLLOW_UPS.length; number += 1) {
    const at = followUpAt(introducedAt, number);
    if (at !== null && at <= now) due = number;
  }
  return due;
}
