import { createIntl, createIntlCache } from '@formatjs/intl';
import { type Locale, TIME_ZONE } from '@wilma/domain';

export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** The message of a key with its blanks filled. @throws Error where a blank has no value. */
export type Translate<K extends string> = (key: K, values?: MessageValues) => string;

const TAGS: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' };

/**
 * Makes translators of ICU messages, one for each language. Each message is parsed once, when it
 * is first used; values are never parsed.
 */
export function translator<K extends string>(
  messages: Readonly<Record<Locale, Readonly<Record<K, string>>>>,
): (locale: Locale) => Translate<K> {
  const of = (locale: Locale): Translate<K> => {
    const intl = createIntl(
      {
        locale: TAGS[locale],
        messages: messages[locale],
        timeZone: TIME_ZONE,
        onError: (error) => {
          throw error;
        },
      },
      createIntlCache(),
    );
    return (key, values) => intl.formatMessage({ id: key }, values);
  };
  const made = { de: of('de'), en: of('en') };
  return (locale) => made[locale];
}
