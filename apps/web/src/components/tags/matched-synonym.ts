/** Lower case without accents, so that `Koln` finds `Köln` and `strasse` finds `Straße`. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();

interface NamedTag {
  readonly label: string;
  readonly synonyms: readonly string[];
}

/** The synonym by which a search found a tag, or null where its label says it already. */
export function matchedSynonym(tag: NamedTag, search: string): string | null {
  const wanted = folded(search.trim());
  if (wanted === '' || folded(tag.label).includes(wanted)) return null;
  return tag.synonyms.find((synonym) => folded(synonym).includes(wanted)) ?? null;
}

/** Without hyphens, spaces, dots and slashes either: what the API takes for the same word. */
const squashed = (text: string): string => folded(text).replace(/[\s\p{Pd}./]/gu, '');

/** Whether a text is a word for one of the tags already, so that it need not be suggested. */
export const isWordOf = (tags: readonly NamedTag[], text: string): boolean =>
  tags.some(({ label, synonyms }) =>
    [label, ...synonyms].some((word) => squashed(word) === squashed(text)),
  );
