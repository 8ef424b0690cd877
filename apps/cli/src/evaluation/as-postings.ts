import { TagGraph } from '@wilma/domain';
import {
  type Corpus,
  corpusOf,
  type MatchPosting,
  type Profile,
  RECORDS,
  RECORDS_BY_TAGS,
} from '@wilma/matching';
import type { Collection, CollectionDocument } from './collection.js';

/** A collection as the matcher knows postings. */
export interface Postings {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
  readonly needs: readonly MatchPosting[];
  readonly offers: readonly MatchPosting[];
}

/** What of a posting is compared: everything, or its tags and what else is no full text. */
export const SIGNALS = ['all', 'tags'] as const;
export type Signals = (typeof SIGNALS)[number];

/** Library records have years, not terms of cooperation: they have weights of their own. */
const PROFILES: Readonly<Record<Signals, Profile>> = { all: RECORDS, tags: RECORDS_BY_TAGS };

export function asPostings(
  { tags, offers, needs }: Collection,
  signals: Signals = 'all',
): Postings {
  const graph = graphOf(tags);
  const offered = offers.map((offer) => postingOf(offer, 'offer'));
  return {
    graph,
    corpus: { ...corpusOf(offered, graph), profile: PROFILES[signals] },
    needs: needs.map((need) => postingOf(need, 'need')),
    offers: offered,
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

/** A document as the matcher knows postings. */
export const postingOf = (document: CollectionDocument, organisation: string): MatchPosting => ({
  id: document.id,
  organisation,
  tags: document.tags.map((tag) => ({ tag, weight: 2 })),
  ...(document.title + document.text !== '' && {
    words: {
      locale: document.lang === 'en' ? 'en' : 'de',
      title: document.title,
      text: document.text,
    },
  }),
  ...(document.field.length > 0 && { fields: document.field }),
  forms: document.forms,
  trl: document.trl ?? null,
  district: document.district ?? null,
  startsOn: document.year ? `${document.year}-01-01` : null,
  endsOn: document.year ? `${document.year}-12-31` : null,
});
