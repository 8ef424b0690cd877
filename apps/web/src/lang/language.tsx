import { Locale } from '@wilma/domain';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider, type MessageFormatElement } from 'react-intl';
import { vocabularyMessages } from './vocabulary.js';

type Messages = Record<string, MessageFormatElement[]>;

/** Dates and numbers as they are written in Germany and in Britain. */
const REGIONAL: Record<Locale, string> = { de: 'de-DE', en: 'en-GB' };

const STORAGE_KEY = 'wilma.language';

const LITERAL = 0;

/** The build turns messages with placeholders into syntax trees: see compiled-messages.ts. */
async function load(locale: Locale): Promise<Messages> {
  const file = locale === 'de' ? await import('./de.json') : await import('./en.json');
  const compiled: Record<string, string | MessageFormatElement[]> = {
    ...file.default,
    ...vocabularyMessages(locale),
  };
  return Object.fromEntries(
    Object.entries(compiled).map(([id, message]) => [
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
const first = { locale: initialLocale(), messages: load(initialLocale()) };

interface Language {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'de', choose: () => undefined });

export const useLanguage = (): Language => use(LanguageContext);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(first.locale);
  const [shown, setShown] = useState<{ locale: Locale; messages: Messages }>();

  useEffect(() => {
    let stale = false;
    const loading = wanted === first.locale ? first.messages : load(wanted);
    void loading.then((messages) => {
      if (stale) return;
      document.documentElement.lang = wanted;
      setShown({ locale: wanted, messages });
    });
    return () => {
      stale = true;
    };
  }, [wanted]);

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
