import type { ConceptPairWeight } from '../profile.js';
import type { ConceptPair, JudgedExample } from './formula.js';

/** Decisions, and needs that they are on, from which on a concept pair has a weight of its own. */
const ENOUGH = { decisions: 8, needs: 3 } as const;
/** The usual share of acceptances counts as so many decisions. */
const PRIOR_DECISIONS = 10;
const LEAST_PERMILLE = 250;

interface Tally extends ConceptPair {
  readonly needs: Set<string>;
  accepted: number;
  decisions: number;
}

/**
 * Concept pairs that were refused for the topic more often than pairs are in general keep a part of
 * their similarity: their share of acceptances over the usual one, drawn towards it. None gains: a
 * similarity is never more than the vocabulary says.
 */
export function conceptPairWeights(examples: readonly JudgedExample[]): ConceptPairWeight[] {
  const counted = examples.filter(({ refused }) => refused === null || refused === 'TOPIC');
  if (counted.length === 0) return [];
  const usual = counted.filter(({ refused }) => refused === null).length / counted.length;
  if (usual === 0) return [];
  return [...talliesOf(counted).values()]
    .filter(({ decisions, needs }) => decisions >= ENOUGH.decisions && needs.size >= ENOUGH.needs)
    .map(({ need, offer, accepted, decisions }) => {
      const share = (accepted + PRIOR_DECISIONS * usual) / (decisions + PRIOR_DECISIONS);
      const permille = Math.max(LEAST_PERMILLE, Math.round((1000 * share) / usual));
      return { need, offer, permille };
    })
    .filter(({ permille }) => permille < 1000)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function talliesOf(examples: readonly JudgedExample[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { joins, need: id, refused } of examples) {
    for (const { need, offer } of joins) {
      const key = keyOf({ need, offer });
      const tally = tallies.get(key) ?? {
        need,
        offer,
        needs: new Set(),
        accepted: 0,
        decisions: 0,
      };
      tally.needs.add(id);
      tally.decisions += 1;
      if (refused === null) tally.accepted += 1;
      tallies.set(key, tally);
    }
  }
  return tallies;
}

/** Ids of tags hold no spaces. */
const keyOf = ({ need, offer }: ConceptPair): string => `${need} ${offer}`;
