import MiniSearch from 'minisearch';
import type { Collection, CollectionDocument } from './collection.js';
import type { Ranking } from './measures.js';

/** Offers listed for a need at most. */
export const DEPTH = 100;

/** What any search library gives, and the two ways to compare sets of tags. */
export const BASELINES: Readonly<Record<string, (collection: Collection) => Ranking>> = {
  'Jaccard over tags': (collection) =>
    ranking(collection, (need) => {
      const asked = new Set(need.tags);
      return (offer) => {
        const shared = offer.tags.filter((tag) => asked.has(tag)).length;
        return shared / (asked.size + offer.tags.length - shared);
      };
    }),
  'BM25 over tags': (collection) => bm25(collection, ({ tags }) => tags),
  MiniSearch: (collection) => miniSearch(collection, ['title', 'text']),
  'MiniSearch with tags': (collection) => miniSearch(collection, ['title', 'text', 'label']),
  'MiniSearch, tags in de and en': (collection) =>
    miniSearch(collection, ['title', 'text', 'labels']),
};

/** BM25 (k1 1.2, b .75) over the terms of title and text, or over tags as terms. */
export function bm25(
  collection: Collection,
  termsOf: (document: CollectionDocument) => readonly string[],
): Ranking {
  const documents = collection.offers.map((offer) => countsOf(termsOf(offer)));
  const lengths = documents.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const carriers = new Map<string, number>();
  for (const counts of documents) {
    for (const term of counts.keys()) carriers.set(term, (carriers.get(term) ?? 0) + 1);
  }
  const idf = (term: string): number => {
    const df = carriers.get(term) ?? 0;
    return Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
  };
  const place = new Map(collection.offers.map(({ id }, index) => [id, index]));
  return ranking(collection, (need) => {
    const asked = new Set(termsOf(need));
    return ({ id }) => {
      const index = place.get(id) ?? -1;
      const norm = 1.2 * (0.25 + (0.75 * (lengths[index] ?? 0)) / average);
      let score = 0;
      for (const term of asked) {
        const count = documents[index]?.get(term) ?? 0;
        if (count > 0) score += (idf(term) * count * 2.2) / (count + norm);
      }
      return score;
    };
  });
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** MiniSearch as it comes: no stemming, fields of equal weight, any term may match. */
function miniSearch(collection: Collection, fields: string[]): Ranking {
  const known = new Map(collection.tags.map((tag) => [tag.id, tag.labels]));
  const withLabels = (document: CollectionDocument) => ({
    id: document.id,
    title: document.title,
    text: document.text,
    label: document.tags.map((tag) => known.get(tag)?.de ?? known.get(tag)?.en ?? '').join(' '),
    labels: document.tags.flatMap((tag) => Object.values(known.get(tag) ?? {})).join(' '),
  });
  const search = new MiniSearch<ReturnType<typeof withLabels>>({ fields });
  search.addAll(collection.offers.map(withLabels));
  return new Map(
    collection.needs.map((need) => {
      const asked = withLabels(need);
      const query = fields.map((field) => asked[field as keyof typeof asked]).join(' ');
      const found = search.search(query).map(({ id }) => String(id));
      return [need.id, found.filter((id) => !need.exclude.includes(id)).slice(0, DEPTH)];
    }),
  );
}

/** Orders every need's offers by a score above 0, equal ones as they stand in the collection. */
function ranking(
  { needs, offers }: Collection,
  scorer: (need: CollectionDocument) => (offer: CollectionDocument) => number,
): Ranking {
  return new Map(
    needs.map((need) => {
      const score = scorer(need);
      const found = offers
        .filter(({ id }) => !need.exclude.includes(id))
        .map((offer) => ({ id: offer.id, score: score(offer) }))
        .filter((one) => one.score > 0)
        .sort((a, b) => b.score - a.score);
      return [need.id, found.slice(0, DEPTH).map(({ id }) => id)];
    }),
  );
}
