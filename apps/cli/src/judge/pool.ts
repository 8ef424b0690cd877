import { MatchIndex, randomOf } from '@wilma/matching';
import { asPostings } from '../evaluation/as-postings.js';
import type { Collection, CollectionDocument } from '../evaluation/collection.js';

/** A need and an offer that somebody is to judge. */
export interface Pair {
  readonly need: string;
  readonly offer: string;
}

/** How many of its first each ranker adds to the pool of a need. */
const DEPTH = 10;

/**
 * What is to be judged: the first of several rankers that have little in common, so that none is
 * favoured, in an order that tells nothing about them. Needs come one after the other, since
 * whoever judges reads each once. The same collection gives the same order.
 */
export function poolOf(collection: Collection): Pair[] {
  const rankers = [byWilma(collection), bySharedTags(collection), bySharedWords(collection)];
  const needs = shuffled(collection.needs.map(({ id }) => id).sort(), 'needs');
  return needs.flatMap((need) => {
    const offers = new Set(rankers.flatMap((ranker) => ranker(need).slice(0, DEPTH)));
    return shuffled([...offers].sort(), need).map((offer) => ({ need, offer }));
  });
}

/** The offers for a need, best first. */
type Ranker = (need: string) => readonly string[];

function byWilma(collection: Collection): Ranker {
  const { graph, corpus, needs, offers } = asPostings(collection);
  const { profile: _ofRecords, ...plain } = corpus;
  const index = new MatchIndex(graph, plain, offers);
  return (id) => {
    const need = needs.find((one) => one.id === id);
    const barred = collection.needs.find((one) => one.id === id)?.exclude ?? [];
    if (need === undefined) return [];
    return index
      .topOffers(need, DEPTH, (offer) => !barred.includes(offer.id))
      .map(({ offer }) => offer);
  };
}

const bySharedTags = (collection: Collection): Ranker =>
  byTerms(collection, ({ tags }) => new Set(tags));

const bySharedWords = (collection: Collection): Ranker =>
  byTerms(
    collection,
    ({ title, text }) => new Set(`${title} ${text}`.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
  );

/** By the terms that both have, rare ones counting more, over the length of the offer. */
function byTerms(
  { needs, offers }: Collection,
  termsOf: (document: CollectionDocument) => ReadonlySet<string>,
): Ranker {
  const documents = offers.map((offer) => ({ id: offer.id, terms: termsOf(offer) }));
  const carriers = new Map<string, number>();
  for (const term of documents.flatMap(({ terms }) => [...terms])) {
    carriers.set(term, (carriers.get(term) ?? 0) + 1);
  }
  const rarity = (term: string): number => Math.log(1 + offers.length / (carriers.get(term) ?? 1));
  return (id) => {
    const need = needs.find((one) => one.id === id);
    if (need === undefined) return [];
    const asked = [...termsOf(need)];
    return documents
      .filter((one) => !need.exclude.includes(one.id))
      .map((one) => ({
        id: one.id,
        score:
          asked.reduce((sum, term) => sum + (one.terms.has(term) ? rarity(term) : 0), 0) /
          Math.sqrt(Math.max(1, one.terms.size)),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map((one) => one.id);
  };
}

/** An order that looks random and is the same for the same word (Fisher and Yates). */
function shuffled<T>(items: readonly T[], word: string): T[] {
  let seed = 0;
  for (const letter of word) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  const random = randomOf(seed);
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
