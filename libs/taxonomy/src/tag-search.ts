import { Locale, type TagConcept, type TagGraph } from '@wilma/domain';

/**
 * Folds case, accents, umlauts and ß, so that "Kälte", "Kaelte" and "KÄLTE" meet, whether the
 * umlaut is one character or, as some systems copy it, two.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[äöü]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim();

/** How well a word answers what is searched: 3 the same, 2 begins so, 1 holds it, 0 not at all. */
function fit(word: string, searched: string): number {
  const folded = fold(word);
  if (folded === searched) return 3;
  if (folded.startsWith(searched)) return 2;
  return folded.includes(searched) ? 1 : 0;
}

const wordsOf = (concept: TagConcept): string[] =>
  Object.values(Locale).flatMap((locale) => [concept.label[locale], ...concept.synonyms[locale]]);

/** Concepts that any of their words in any language answers; better ones first, then by label. */
export function searchTags(graph: TagGraph, text: string, locale: Locale): TagConcept[] {
  const searched = fold(text);
  const byLabel = (a: TagConcept, b: TagConcept): number =>
    a.label[locale].localeCompare(b.label[locale], locale);
  return [...graph.all()]
    .map((concept) => ({
      concept,
      fit: searched === '' ? 1 : Math.max(...wordsOf(concept).map((word) => fit(word, searched))),
    }))
    .filter((candidate) => candidate.fit > 0)
    .sort((a, b) => b.fit - a.fit || byLabel(a.concept, b.concept))
    .map(({ concept }) => concept);
}
