import { TagGraph } from '@wilma/domain';
import type { Corpus, MatchPosting } from '@wilma/matching';
import type { Collection, CollectionDocument } from './collection.js';

/** A collection as the matcher knows postings. */
export interface Postings {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
  readonly needs: readonly MatchPosting[];
  readonly offers: readonly MatchPosting[];
}

export function asPostings({ tags, offers, needs }: Collection): Postings {
  const frequency = new Map<string, number>();
  for (const tag of offers.flatMap((offer) => [...new Set(offer.tags)])) {
    frequency.set(tag, (frequency.get(tag) ?? 0) + 1);
  }
  return {
    graph: graphOf(tags),
    corpus: { documents: offers.length, frequency },
    needs: needs.map((need) => postingOf(need, 'need')),
    offers: offers.map((offer) => postingOf(offer, 'offer')),
  };
}

const graphOf = (tags: Collection['tags']): TagGraph =>
  new TagGraph(
    tags.map(({ id, labels, broader }) => ({
      id,
      label: { de: labels.de ?? labels.en ?? '', en: labels.en ?? labels.de ?? '' },
      synonyms: { de: [], en: [] },
      broader,
      related: [],
    })),
  );

const postingOf = (document: CollectionDocument, organisation: string): MatchPosting => ({
  id: document.id,
  organisation,
  tags: document.tags.map((tag) => ({ tag, weight: 2 })),
  forms: document.forms,
  trl: document.trl ?? null,
  district: document.district ?? null,
  startsOn: null,
  endsOn: null,
});
