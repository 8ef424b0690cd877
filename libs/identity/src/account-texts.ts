import { Bounds, isCleanText } from '@wilma/domain';
import { isMail } from '@wilma/platform';
import { APIError } from 'better-auth/api';

type Rule = (text: string) => boolean;

const within =
  ({ min = 0, max }: { readonly min?: number; readonly max: number }): Rule =>
  (text) =>
    text.trim().length >= min && text.length <= max && isCleanText(text);

/** What better-auth takes from people and stores, by the bounds that hold for all other texts. */
const RULES: Readonly<Record<string, Rule>> = {
  name: within(Bounds.name),
  email: (text) => within(Bounds.mail)(text) && isMail(text),
  image: within(Bounds.url),
};

/** @throws APIError 400 with a code that names the first text that cannot be stored */
export function demandStorable(account: Readonly<Record<string, unknown>>): void {
  for (const [field, isGood] of Object.entries(RULES)) {
    const text = account[field];
    if (typeof text !== 'string' || isGood(text)) continue;
    throw new APIError('BAD_REQUEST', {
      code: `INVALID_${field.toUpperCase()}`,
      message: `${field} is too short, too long or has characters that are not allowed`,
    });
  }
}
