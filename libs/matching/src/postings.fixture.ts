import { TagGraph, type TagWeight } from '@wilma/domain';
import type { Corpus, MatchPosting } from './index.js';

/** Tags by name, each with its broader ones; roots have none. */
export function graphOf(
  broader: Readonly<Record<string, readonly string[]>>,
  related: Readonly<Record<string, readonly string[]>> = {},
): TagGraph {
  return new TagGraph(
    Object.entries(broader).map(([id, parents]) => ({
      id,
      label: { de: id, en: id },
      synonyms: { de: [], en: [] },
      broader: parents,
      related: related[id] ?? [],
    })),
  );
}

export const GRAPH = graphOf(
  {
    production: [],
    plastics: ['production'],
    'injection moulding': ['plastics'],
    'micro moulding': ['injection moulding'],
    extrusion: ['plastics'],
    welding: ['production'],
    energy: [],
    hydrogen: ['energy'],
    electrolysis: ['hydrogen'],
    'heat pumps': ['energy'],
    chemistry: [],
    catalysts: ['chemistry'],
  },
  { electrolysis: ['catalysts'] },
);

/** Knows of no posting, so that all tags are equally rare. */
export const EVEN: Corpus = { documents: 0, frequency: new Map() };

/** What a posting of an example says besides its tags, which weigh 2 where nothing else is given. */
export interface Details extends Partial<Omit<MatchPosting, 'tags'>> {
  readonly weights?: Readonly<Record<string, TagWeight>>;
}

export const need = (tags: readonly string[], details?: Details): MatchPosting =>
  posting(tags, { id: 'need', organisation: 'company', ...details });

export const offer = (tags: readonly string[], details?: Details): MatchPosting =>
  posting(tags, { id: 'offer', organisation: 'university', ...details });

function posting(tags: readonly string[], { weights = {}, ...details }: Details): MatchPosting {
  return {
    id: '',
    organisation: '',
    tags: tags.map((tag) => ({ tag, weight: weights[tag] ?? 2 })),
    forms: [],
    trl: null,
    district: null,
    startsOn: null,
    endsOn: null,
    ...details,
  };
}
