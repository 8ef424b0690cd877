const DAY_MS = 86_400_000;

/** Public holidays on a fixed date that Brandenburg and Saxony share, as month and day. */
const FIXED = ['01-01', '05-01', '10-03', '10-31', '12-25', '12-26'] as const;
/**
 * Days from Easter Sunday to the movable ones that both share and that are no Sundays: Good Friday,
 * Easter Monday, Ascension, Whit Monday. Saxony's day of repentance is no holiday in Brandenburg.
 */
const FROM_EASTER = [-2, 1, 39, 50] as const;

/**
 * Easter Sunday of a year of the Gregorian calendar, as a moment in UTC.
 * The "anonymous" algorithm: Jean Meeus, Astronomical Algorithms (1991), chapter 8.
 */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const leap = Math.floor(b / 4);
  const moon = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - leap - moon + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1));
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const known = new Map<number, ReadonlySet<string>>();

/** The public holidays that Brandenburg and Saxony share in a year, as YYYY-MM-DD. */
export function holidaysOf(year: number): ReadonlySet<string> {
  let days = known.get(year);
  if (days === undefined) {
    const easter = easterSunday(year).getTime();
    days = new Set([
      ...FIXED.map((day) => `${String(year)}-${day}`),
      ...FROM_EASTER.map((offset) => dayOf(new Date(easter + offset * DAY_MS))),
    ]);
    known.set(year, days);
  }
  return days;
}
