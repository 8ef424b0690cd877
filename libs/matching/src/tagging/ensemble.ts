import { BASE, TREES } from './ensemble-trees.js';

interface Split {
  /** Number of a feature, in the order of `FEATURES`. */
  readonly feature: number;
  readonly below: number;
  readonly less: Tree;
  readonly more: Tree;
}
type Tree = Split | number;

/** Reads a tree in prefix order: a leaf is "=value", a split "feature<threshold", then both sides. */
function parse(tokens: string[]): Tree {
  const token = tokens.shift() ?? '=0';
  if (token.startsWith('=')) return Number(token.slice(1));
  const [feature = 0, below = 0] = token.split('<').map(Number);
  const less = parse(tokens);
  return { feature, below, less, more: parse(tokens) };
}

const trees = TREES.trim()
  .split('\n')
  .map((line) => parse(line.split(' ')));

function valueOf(tree: Tree, features: readonly number[]): number {
  let at = tree;
  while (typeof at !== 'number') at = (features[at.feature] ?? 0) < at.below ? at.less : at.more;
  return at;
}

/**
 * How likely people would give a text the tag, 0 to 1: boosted trees over the features, learnt from
 * library records by `npm run -s eval -- learn-tags`.
 */
export function likelihood(features: readonly number[]): number {
  const sum = trees.reduce<number>((all, tree) => all + valueOf(tree, features), BASE);
  return 1 / (1 + Math.exp(-sum));
}
