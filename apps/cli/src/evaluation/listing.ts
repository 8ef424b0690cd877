import {
  listed,
  MatchIndex,
  offerTerms,
  randomOf,
  similarity,
  type TermVector,
} from '@wilma/matching';
import { asPostings } from './as-postings.js';
import type { Collection, Judgements } from './collection.js';
import { gainOver, mean, type Measured, ndcg, type Ranking } from './measures.js';

/** How far down a list the places are filled anew. */
const CONSIDERED = 100;
/** Places that somebody looks at. */
const SHOWN = 10;
const DRAWS = 1000;

interface Option {
  readonly id: string;
  readonly points: number;
  readonly terms: TermVector;
}

interface Costs {
  readonly exposure: boolean;
  readonly likeness: boolean;
}

/**
 * What it costs and brings to fill lists with regard to what else is shown: by need the first ten
 * as the score has them, with exposure (needs come in the order of the collection), with likeness.
 */
export function reportListing(collection: Collection, judged: Judgements): string[] {
  const options = optionsOf(collection);
  const plain = filled(options, { exposure: false, likeness: false });
  const before = ndcg(plain, judged);
  const row = (name: string, costs: Costs): string => {
    const lists = filled(options, costs);
    return [
      `  ${name}: nDCG@10 ${gain(ndcg(lists, judged), before)}`,
      `Gini of the places ${gini(lists).toFixed(3)} ${bounds(giniGain(lists, plain))}`,
      `likeness within a list ${gain(likeness(lists, options), likeness(plain, options))}`,
    ].join('; ');
  };
  return [
    `  by score alone: nDCG@10 ${mean(before).toFixed(3)}, Gini ${gini(plain).toFixed(3)}, likeness ${mean(likeness(plain, options)).toFixed(3)}`,
    row('with exposure', { exposure: true, likeness: false }),
    row('with likeness', { exposure: false, likeness: true }),
    row('with both', { exposure: true, likeness: true }),
  ];
}

function optionsOf(collection: Collection): ReadonlyMap<string, readonly Option[]> {
  const { graph, corpus, needs, offers } = asPostings(collection);
  const index = new MatchIndex(graph, corpus, offers);
  const terms = new Map(offers.map((offer) => [offer.id, offerTerms(offer, { graph, corpus })]));
  const barred = new Map(collection.needs.map(({ id, exclude }) => [id, new Set(exclude)]));
  return new Map(
    needs.map((need) => [
      need.id,
      index
        .topOffers(need, CONSIDERED, ({ id }) => barred.get(need.id)?.has(id) !== true)
        .map(({ offer, score }) => ({
          id: offer,
          points: score.rank / 10_000,
          terms: terms.get(offer) ?? new Map(),
        })),
    ]),
  );
}

function filled(
  options: ReadonlyMap<string, readonly Option[]>,
  { exposure, likeness: isDiverse }: Costs,
): Ranking {
  const shown = new Map<string, number>();
  return new Map(
    [...options].map(([need, found]) => {
      const list = listed(
        found.map((one) => ({
          ...one,
          shown: exposure ? (shown.get(one.id) ?? 0) : 0,
          terms: isDiverse ? one.terms : new Map<string, number>(),
        })),
        SHOWN,
      ).map(({ one }) => one.id);
      for (const id of list) shown.set(id, (shown.get(id) ?? 0) + 1);
      return [need, list];
    }),
  );
}

/** Mean likeness of two offers of the first ten, need by need, 0 to 1. */
function likeness(lists: Ranking, options: ReadonlyMap<string, readonly Option[]>): Measured {
  return [...lists].map(([need, list]) => {
    const termsOf = new Map(options.get(need)?.map(({ id, terms }) => [id, terms]));
    const vectors = list.flatMap((id) => termsOf.get(id) ?? []);
    return mean(
      vectors.flatMap((one, at) =>
        vectors.slice(at + 1).map((other) => similarity(one, other) / 1000),
      ),
    );
  });
}

/** How unevenly the places go to those offers that have any: 0 all alike, 1 all to one. */
function gini(lists: Ranking): number {
  return giniOf([...lists.values()]);
}

function giniOf(lists: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const weighted = sorted.reduce((sum, count, at) => sum + (at + 1) * count, 0);
  return (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** The interval of what the Gini changes, needs drawn with replacement. */
function giniGain(lists: Ranking, other: Ranking): { low: number; high: number } {
  const random = randomOf(7);
  const needs = [...lists.keys()];
  const changes = Array.from({ length: DRAWS }, () => {
    const drawn = needs.map(() => needs[Math.floor(random() * needs.length)] ?? '');
    const of = (ranking: Ranking): number => giniOf(drawn.map((need) => ranking.get(need) ?? []));
    return of(lists) - of(other);
  }).sort((a, b) => a - b);
  const at = (share: number): number => changes[Math.floor(share * (DRAWS - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

function gain(run: Measured, other: Measured): string {
  const { mean: value, low, high } = gainOver(run, other);
  return `${mean(run).toFixed(3)}, ${signed(value)} ${bounds({ low, high })}`;
}

const bounds = ({ low, high }: { low: number; high: number }): string =>
  `[${signed(low)}, ${signed(high)}]`;

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
