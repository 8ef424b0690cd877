import type { Locale } from './vocabulary.js';

/** Stands where the address of an erased person stood: nothing is ever sent to it (RFC 2606). */
export const ERASED_MAIL = 'erased@wilma.invalid';

/** Stands for the name of a contact who was erased. */
export const ERASED_CONTACT: Readonly<Record<Locale, string>> = {
  de: 'Ehemaliger Kontakt',
  en: 'Former contact',
};

/** An erasure is carried out within a month of being asked for, whatever holds it (Art. 12 GDPR). */
export const LONGEST_HOLD_DAYS = 30;

/** Days after which an erasure may be carried out, by the setting, and after which it is in any case. */
export function erasureDays(requestedAt: Date, coolingDays: number): { due: Date; latest: Date } {
  const after = (days: number): Date => new Date(requestedAt.getTime() + days * 86_400_000);
  return { due: after(coolingDays), latest: after(Math.max(coolingDays, LONGEST_HOLD_DAYS)) };
}
