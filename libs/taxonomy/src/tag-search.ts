import { fold, Locale, type TagConcept, type TagGraph } from '@wilma/domain';

/** Folds hyphens, spaces, dots and slashes away too: "E-Mobilität", "E Mobilität", "eMobilität". */
export const squash = (text: string): string => fold(text).replaceAll(/[\s\p{Pd}./]/gu, '');

/** Shorter texts, written together, would be found across the words of anything. */
const JOINED_FROM = 4;

interface Spelling {
  readonly folded: string;
  readonly joined: string;
}

const spellingOf = (text: string): Spelling => ({ folded: fold(text), joined: squash(text) });

/** How well a word answers what is searched: 3 the same, 2 begins so, 1 holds it, 0 not at all. */
function fit(word: Spelling, searched: Spelling): number {
  if (word.folded === searched.folded) return 3;
  if (searched.joined !== '' && word.joined === searched.joined) return 3;
  const joins = searched.joined.length >= JOINED_FROM;
  if (word.folded.startsWith(searched.folded)) return 2;
  if (joins && word.joined.startsWith(searched.joined)) return 2;
  if (word.folded.includes(searched.folded)) return 1;
  return joins && word.joined.includes(searched.joined) ? 1 : 0;
}

const wordsOf = (concept: TagConcept): string[] =>
  Object.values(Locale).flatMap((locale) => [concept.label[locale], ...concept.synonyms[locale]]);

interface SpelledConcept {
  readonly concept: TagConcept;
  readonly words: readonly Spelling[];
}

/** A graph never changes, and folding its thousands of words takes longer than any search. */
const spelled = new WeakMap<TagGraph, readonly SpelledConcept[]>();

function spelledIn(graph: TagGraph): readonly SpelledConcept[] {
  const known = spelled.get(graph);
  if (known !== undefined) return known;
  const concepts = [...graph.all()].map((concept) => ({
    concept,
    words: wordsOf(concept).map(spellingOf),
  }));
  spelled.set(graph, concepts);
  return concepts;
}

/** Concepts that any of their words in any language answers; better ones first, then by label. */
export function searchTags(graph: TagGraph, text: string, locale: Locale): TagConcept[] {
  const searched = spellingOf(text);
  const byLabel = (a: TagConcept, b: TagConcept): number =>
    a.label[locale].localeCompare(b.label[locale], locale);
  return spelledIn(graph)
    .map(({ concept, words }) => ({
      concept,
      fit: searched.folded === '' ? 1 : Math.max(...words.map((word) => fit(word, searched))),
    }))
    .filter((candidate) => candidate.fit > 0)
    .sort((a, b) => b.fit - a.fit || byLabel(a.concept, b.concept))
    .map(({ concept }) => concept);
}
