import { useDates } from '../../lang/dates.js';
import { useText } from '../../lang/text.js';

export type TrlKey = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** The message key of a technology readiness level, kept within 1 to 9. */
export const trlKey = (trl: number): TrlKey =>
  String(Math.min(9, Math.max(1, Math.round(trl)))) as TrlKey;

interface Period {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** `ab 4. März 2027`, `bis …`, `… bis …`, or null where nothing was said. */
export function usePeriod({ startsOn, endsOn }: Period): string | null {
  const { t } = useText();
  const { day } = useDates();
  if (startsOn && endsOn) return t('posting.period', { start: day(startsOn), end: day(endsOn) });
  if (startsOn) return t('posting.from', { start: day(startsOn) });
  if (endsOn) return t('posting.until', { end: day(endsOn) });
  return null;
}
