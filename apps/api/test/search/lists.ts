import { type CooperationForm, type District, type PostingState, TagGraph } from '@wilma/domain';
import { readVocabulary } from '@wilma/taxonomy';
import type { GraphqlClient } from '@wilma/testing';
import type { CollectionPosting } from './collection.js';

export interface ListFilter {
  readonly search?: string;
  readonly tags?: readonly string[];
  readonly cooperationForms?: readonly CooperationForm[];
  readonly districts?: readonly District[];
  readonly states?: readonly PostingState[];
  readonly mine?: boolean;
}

export interface List {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly totalCount: number;
  readonly search: {
    readonly corrections: readonly { readonly word: string; readonly taken: string }[];
    readonly ignored: readonly string[];
  } | null;
  readonly facets: {
    readonly tags: readonly { readonly tag: { readonly id: string }; readonly count: number }[];
    readonly cooperationForms: readonly { readonly form: string; readonly count: number }[];
    readonly districts: readonly { readonly district: string; readonly count: number }[];
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  };
}

export async function needsFor(
  person: GraphqlClient,
  filter: ListFilter,
  { first = 100, after = null }: { first?: number; after?: string | null } = {},
): Promise<List> {
  const data = await person.ask(
    `query ($filter: PostingFilter, $first: Int, $after: String) {
      needs(filter: $filter, first: $first, after: $after) {
        edges { cursor node { id } } pageInfo { hasNextPage } totalCount
        search { corrections { word taken } ignored }
        facets { tags { tag { id } count } cooperationForms { form count }
          districts { district count } kinds { kind count } } } }`,
    { filter, first, after },
  );
  return data.needs as List;
}

export const idsOf = ({ edges }: List): string[] => edges.map(({ node }) => node.id);

const graph = new TagGraph(await readVocabulary());

export const formsOf = ({ forms = ['CONTRACT_RESEARCH'] }: CollectionPosting): readonly string[] =>
  forms;

/** Whether a posting has any of the values that are chosen of a facet. */
export const has = {
  tags: ({ tags }: CollectionPosting, chosen: readonly string[]) =>
    graph.withNarrower(chosen).some((tag) => tags.includes(tag)),
  cooperationForms: (posting: CollectionPosting, chosen: readonly string[]) =>
    formsOf(posting).some((form) => chosen.includes(form)),
  districts: ({ district }: CollectionPosting, chosen: readonly string[]) =>
    chosen.includes(district),
};
export type Facet = keyof typeof has;
export const FACETS = Object.keys(has) as Facet[];

/** Those that answer some facets of a filter. */
export const chosenBy = (
  filter: ListFilter,
  among: readonly CollectionPosting[],
  facets: readonly Facet[],
): CollectionPosting[] =>
  among.filter((posting) =>
    facets.every((facet) => {
      const chosen = filter[facet] ?? [];
      return chosen.length === 0 || has[facet](posting, chosen);
    }),
  );

/** Facets of tags that a list tells at most. */
export const MOST_TAGS = 30;

/** How many postings each tag finds, of those that find any. */
export const countedTags = (among: readonly CollectionPosting[]): Map<string, number> =>
  new Map(
    [...graph.all()]
      .map(({ id }) => [id, among.filter((one) => has.tags(one, [id])).length] as const)
      .filter(([, count]) => count > 0),
  );

export function counted<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
