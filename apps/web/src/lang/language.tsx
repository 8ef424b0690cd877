import { Locale } from '@wilma/domain';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, type MessageFormatElement } from 'react-intl';
import { allMessages, useAllMessagesWanted } from './all-messages.js';
import { vocabularyMessages } from './vocabulary.js';

type Messages = Record<string, MessageFormatElement[]>;

interface MessageFile {
  readonly default: Readonly<Record<string, string | MessageFormatElement[]>>;
}

/** Dates and numbers as they are written in Germany and in Britain. */
const REGIONAL: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };

const STORAGE_KEY = 'wilma.language';

const LITERAL = 0;

/**
 * The build turns messages with placeholders into syntax trees and makes a file of those that the
 * first pages show, and one of all others: see compiled-messages.ts.
 */
const FILES = {
  de: { first: () => import('./de.json?part=first'), rest: () => import('./de.json?part=rest') },
  en: { first: () => import('./en.json?part=first'), rest: () => import('./en.json?part=rest') },
} as const satisfies Record<Locale, Record<'first' | 'rest', () => Promise<MessageFile>>>;

async function load(locale: Locale, isAll: boolean): Promise<Messages> {
  const { first, rest } = FILES[locale];
  const files = await Promise.all(isAll ? [first(), rest()] : [first()]);
  const compiled = { ...vocabularyMessages(locale) };
  for (const file of files) Object.assign(compiled, file.default);
  return Object.fromEntries(
    Object.entries<string | MessageFormatElement[]>(compiled).map(([id, message]) => [
      id,
      typeof message === 'string' ? [{ type: LITERAL, value: message }] : message,
    ]),
  );
}

const isLocale = (value: unknown): value is Locale => typeof value === 'string' && value in Locale;

/** What was chosen last, else the browser's language, else German. */
function initialLocale(): Locale {
  const remembered = localStorage.getItem(STORAGE_KEY);
  if (isLocale(remembered)) return remembered;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return spoken ?? 'de';
}

/** Begins with the page's code, not with its first drawing. */
const first = { locale: initialLocale(), messages: load(initialLocale(), false) };

interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'de', choose: () => undefined });

export const useLanguage = (): Language => use(LanguageContext);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(first.locale);
  const [shown, setShown] = useState<{ locale: Locale; messages: Messages; isAll: boolean }>();
  const isAll = useAllMessagesWanted();

  useEffect(() => {
    let stale = false;
    const loading = wanted === first.locale && !isAll ? first.messages : load(wanted, isAll);
    loading.then((messages) => {
      if (stale) return;
      document.documentElement.lang = wanted;
      setShown({ locale: wanted, messages, isAll });
    }, allMessages.failed);
    return () => {
      stale = true;
    };
  }, [wanted, isAll]);

  useEffect(() => {
    if (shown?.isAll) allMessages.done();
  }, [shown]);

  const language = useMemo<Language>(
    () => ({
      locale: wanted,
      choose: (locale) => {
        localStorage.setItem(STORAGE_KEY, locale);
        setWanted(locale);
      },
    }),
    [wanted],
  );

  if (!shown) return null;
  return (
    <LanguageContext value={language}>
      <IntlProvider locale={REGIONAL[shown.locale]} defaultLocale="de-DE" messages={shown.messages}>
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
