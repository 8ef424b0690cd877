import { Locale, type TagConcept, TagGraph } from '@wilma/domain';
import { squash } from './tag-search.js';
import type { VocabularyEntry } from './vocabulary-file.js';

/** No concept is deeper, roots included: who chooses a tag has to see where it stands. */
const MOST_LEVELS = 4;

const wordsOf = ({ label, synonyms }: TagConcept, locale: Locale): string[] => [
  label[locale],
  ...synonyms[locale],
];

/** What stands in a list more than once. */
const repeated = (list: readonly string[]): string[] =>
  list.filter((one, index) => list.indexOf(one) < index);

/** The longest way from a concept up to a root, both counted; endless for a circle. */
function depthOf(graph: TagGraph, id: string, below: readonly string[] = []): number {
  if (below.includes(id)) return Infinity;
  const path = [...below, id];
  return 1 + Math.max(0, ...graph.broader(id).map((parent) => depthOf(graph, parent, path)));
}

const relationsOf = ({ broader, related }: TagConcept): string[] => [...broader, ...related];

function relationProblems(concepts: readonly TagConcept[], graph: TagGraph): string[] {
  const pairs = concepts.flatMap((one) =>
    relationsOf(one).map((other) => [one.id, other].sort().join(' – ')),
  );
  return [
    ...concepts.flatMap((one) =>
      relationsOf(one)
        .filter((other) => other === one.id || !graph.has(other))
        .map((other) => `${one.id}: no other concept is called ${other}`),
    ),
    ...repeated(pairs).map((pair) => `${pair}: told twice`),
  ];
}

function placeProblems(concepts: readonly TagConcept[], graph: TagGraph): string[] {
  const roots = concepts.map(({ id }) => id).filter((id) => graph.isRoot(id));
  const reached = new Set(graph.withNarrower(roots));
  return concepts.flatMap(({ id }) => [
    ...(reached.has(id) ? [] : [`${id}: no root leads to it`]),
    ...(depthOf(graph, id) > MOST_LEVELS ? [`${id}: deeper than ${MOST_LEVELS} levels`] : []),
  ]);
}

function wordProblems(concepts: readonly TagConcept[], locale: Locale): string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const concept of concepts) {
    const words = wordsOf(concept, locale);
    if (words.length < 2) problems.push(`${concept.id}: no synonym (${locale})`);
    for (const word of words) {
      const owner = owners.get(squash(word));
      if (owner !== undefined) {
        problems.push(`${concept.id}: "${word}" stands at ${owner} already (${locale})`);
      }
      owners.set(squash(word), concept.id);
    }
  }
  return problems;
}

/**
 * What is wrong with a vocabulary, one line each; nothing where all is well: ids and words once,
 * relations that lead somewhere, no circle, all of it below the roots and not too deep.
 */
export function vocabularyProblems(concepts: readonly TagConcept[]): string[] {
  const graph = new TagGraph(concepts);
  return [
    ...repeated(concepts.map(({ id }) => id)).map((id) => `${id}: stands twice`),
    ...relationProblems(concepts, graph),
    ...placeProblems(concepts, graph),
    ...Object.values(Locale).flatMap((locale) => wordProblems(concepts, locale)),
  ];
}

/** What a field of the vocabulary holds. */
export interface FieldFigures {
  /** Id of the field's root. */
  readonly field: string;
  readonly label: string;
  readonly concepts: number;
  readonly synonyms: Readonly<Record<Locale, number>>;
  /** Concepts with a code of the DFG or the WZ. */
  readonly notations: number;
}

/**
 * Figures by root, in the order of the roots; a concept counts where its first broader one leads.
 * For a vocabulary without problems: a circle has no root.
 */
export function vocabularyFigures(concepts: readonly VocabularyEntry[]): FieldFigures[] {
  const graph = new TagGraph(concepts);
  const fieldOf = (id: string): string => {
    const [first] = graph.broader(id);
    return first === undefined ? id : fieldOf(first);
  };
  const members = new Map<string, VocabularyEntry[]>();
  for (const concept of concepts) {
    const field = fieldOf(concept.id);
    members.set(field, [...(members.get(field) ?? []), concept]);
  }
  const count = (list: readonly TagConcept[], locale: Locale): number =>
    list.reduce((sum, { synonyms }) => sum + synonyms[locale].length, 0);
  return [...members].map(([field, list]) => ({
    field,
    label: graph.get(field)?.label.en ?? field,
    concepts: list.length,
    synonyms: { de: count(list, 'de'), en: count(list, 'en') },
    notations: list.filter(({ notation }) => notation !== undefined).length,
  }));
}
