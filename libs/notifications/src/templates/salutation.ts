import type { Locale } from '@wilma/domain';
import { mailText, type Person, type Recipient } from './mail.js';

const DOCTORAL = /^(prof|dr|pd)\b/i;

/** The last word of a name with the lower-case words that belong to it: "von der Heide". */
function lastName(name: string): string {
  const words = name.trim().split(/\s+/);
  let first = words.length - 1;
  while (first > 1 && /^\p{Ll}/u.test(words[first - 1] ?? '')) first -= 1;
  return words.slice(first).join(' ');
}

const titled = ({ academicTitle }: Person, name: string): string => {
  const title = academicTitle?.trim() ?? '';
  return title === '' || name.startsWith(`${title} `) ? name : `${title} ${name}`;
};

/** The line that opens a mail, such as "Sehr geehrte Frau Prof. Dr. Muster,". */
export function salutationOf(recipient: Recipient): string {
  const text = mailText(recipient.locale);
  const { salutation, name } = recipient;
  if (name === '') return text('salutation.nameless');
  if (salutation === 'NONE') return text('salutation.NONE', { name: titled(recipient, name) });
  if (recipient.locale === 'en') {
    // In English a professor's or doctor's title stands in place of Ms and Mr; others are left out.
    const doctoral = DOCTORAL.test(recipient.academicTitle?.trim() ?? '');
    return doctoral
      ? text('salutation.NONE', { name: titled(recipient, lastName(name)) })
      : text(`salutation.${salutation}`, { name: lastName(name) });
  }
  return text(`salutation.${salutation}`, { name: titled(recipient, lastName(name)) });
}

/** A person's full name with title, as others read it: "Frau Prof. Dr. Erika Muster". */
export function fullName(person: Person, locale: Locale): string {
  const salutation =
    locale === 'en' && DOCTORAL.test(person.academicTitle?.trim() ?? '')
      ? 'NONE'
      : person.salutation;
  return mailText(locale)(`person.${salutation}`, { name: titled(person, person.name) });
}
