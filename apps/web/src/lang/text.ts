import type { Locale } from '@wilma/domain';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type germanMessages from './de.json';
import type { VocabularyId } from './vocabulary.js';

/** The key of a message; the German file is the list of them, besides the domain's vocabularies. */
export type MessageId = keyof typeof germanMessages | VocabularyId;

type Values = Readonly<Record<string, string | number | Date>>;
type RichValues = Readonly<
  Record<string, string | number | ReactNode | ((chunks: ReactNode[]) => ReactNode)>
>;

/** What a component needs to speak the user's language. */
export interface TextTools {
  readonly locale: Locale;
  /** A message as plain text. */
  readonly t: (id: MessageId, values?: Values) => string;
  /** A message with elements in it, e.g. `<b>…</b>`. */
  readonly rich: (id: MessageId, values: RichValues) => ReactNode;
}

export function useText(): TextTools {
  const intl = useIntl();
  return useMemo(
    () => ({
      locale: intl.locale.slice(0, 2) as Locale,
      t: (id, values) => intl.formatMessage({ id }, values),
      rich: (id, values) => intl.formatMessage({ id }, values as never) as ReactNode,
    }),
    [intl],
  );
}
