import { FEATURES } from './features.js';

/**
 * Weights for a vocabulary without tagged texts: chosen on library records and their subjects, each
 * where leaving it out lost something, and rounded: they are priors.
 */
const WEIGHT = {
  loose: 0.5,
  head: 0.6,
  modifier: 0.1,
  anywhere: 0.15,
  title: 0.6,
  covered: 0.7,
  rarity: 0.15,
  words: 0.8,
  letters: 0.6,
  foreign: 0.9,
  depth: 0.2,
} as const;

type Feature = (typeof FEATURES)[number];
const PLACE = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<Feature, number>;

/** How well a tag's words in a text speak for it, at least 0, without what only training tells. */
export function lexicalScore(features: readonly number[]): number {
  const of = (name: Feature): number => features[PLACE[name]] ?? 0;
  const said =
    of('exact') +
    WEIGHT.loose * of('loose') +
    WEIGHT.head * of('head') +
    WEIGHT.modifier * of('modifier');
  const place = WEIGHT.anywhere + of('early') + WEIGHT.title * of('in title');
  const phrase =
    (1 + WEIGHT.rarity * of('rarity')) *
    (1 + WEIGHT.words * of('words of phrase')) *
    (1 + WEIGHT.letters * of('letters of phrase')) *
    (1 + WEIGHT.depth * of('depth'));
  const own = of('native') === 1 ? 1 : WEIGHT.foreign;
  return said * place * phrase * own * (1 - WEIGHT.covered * of('covered'));
}
