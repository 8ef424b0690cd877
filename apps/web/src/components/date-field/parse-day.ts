const GERMAN = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The day as YYYY-MM-DD, or null where the calendar has no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : null;
}

/** Reads what people type for a day: 1.3.27, 01.03.2027 or 2027-03-01. */
export function parseDay(text: string): string | null {
  const typed = text.trim();
  const german = GERMAN.exec(typed);
  if (german) {
    const [, day, month, year] = german.map(Number) as [number, number, number, number];
    return dayOf(year < 100 ? 2000 + year : year, month, day);
  }
  const iso = ISO.exec(typed);
  if (!iso) return null;
  const [, year, month, day] = iso.map(Number) as [number, number, number, number];
  return dayOf(year, month, day);
}
