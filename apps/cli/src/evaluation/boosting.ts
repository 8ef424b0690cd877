/** Gradient boosting of small trees for a yes or no (logistic loss), with histograms. */

export type Tree =
  | number
  | { readonly feature: number; readonly below: number; readonly less: Tree; readonly more: Tree };

export interface Model {
  /** Logarithm of the odds before any tree. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

export interface Examples {
  readonly features: readonly (readonly number[])[];
  /** 1 for yes, 0 for no. */
  readonly answers: readonly number[];
}

const RATE = 0.12;
const DEPTH = 4;
const BINS = 32;
/** Examples on each side of a split at least. */
const FEWEST = 40;
/** L2 regularisation of leaves. */
const SHRINK = 1;
const SAMPLED = 20_000;

interface Binned {
  /** By feature: where its bins begin, without the first. */
  readonly edges: readonly (readonly number[])[];
  /** By feature, then example: the number of its bin. */
  readonly bins: readonly Uint8Array[];
}

interface Fit {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  readonly sums: Float64Array;
}

export function boost({ features, answers }: Examples, trees: number): Model {
  const count = answers.length;
  const yes = answers.reduce((sum, answer) => sum + answer, 0);
  const base = Math.log(yes / (count - yes));
  const binned = binsOf(features);
  const fit: Fit = {
    gradient: new Float64Array(count),
    curvature: new Float64Array(count),
    sums: new Float64Array(count).fill(base),
  };
  const all = Int32Array.from(answers.keys());
  const grown = Array.from({ length: trees }, () => {
    for (const [at, sum] of fit.sums.entries()) {
      const chance = 1 / (1 + Math.exp(-sum));
      fit.gradient[at] = (answers[at] ?? 0) - chance;
      fit.curvature[at] = chance * (1 - chance);
    }
    return grow(all, DEPTH, { fit, binned });
  });
  return { base, trees: grown };
}

function binsOf(features: Examples['features']): Binned {
  const width = features[0]?.length ?? 0;
  const step = Math.max(1, Math.floor(features.length / SAMPLED));
  const edges = Array.from({ length: width }, (_, feature) => {
    const values = features.filter((_row, at) => at % step === 0).map((row) => row[feature] ?? 0);
    values.sort((a, b) => a - b);
    const cuts = Array.from(
      { length: BINS - 1 },
      (_cut, at) => values[Math.floor(((at + 1) * values.length) / BINS)] ?? 0,
    );
    return [...new Set(cuts)].filter((cut) => cut > (values[0] ?? 0));
  });
  const bins = edges.map((cuts, feature) =>
    Uint8Array.from(features, (row) => cuts.filter((cut) => (row[feature] ?? 0) >= cut).length),
  );
  return { edges, bins };
}

interface Data {
  readonly fit: Fit;
  readonly binned: Binned;
}

function grow(examples: Int32Array, depth: number, data: Data): Tree {
  const split = depth === 0 ? null : bestSplit(examples, data);
  if (split === null) {
    const { gradient, curvature } = totals(examples, data.fit);
    const value = Number(((RATE * gradient) / (curvature + SHRINK)).toPrecision(3));
    for (const at of examples) data.fit.sums[at] = (data.fit.sums[at] ?? 0) + value;
    return value;
  }
  const bins = data.binned.bins[split.feature];
  const isLess = (at: number): boolean => (bins?.[at] ?? 0) <= split.bin;
  return {
    feature: split.feature,
    below: Number((data.binned.edges[split.feature]?.[split.bin] ?? 0).toPrecision(3)),
    less: grow(examples.filter(isLess), depth - 1, data),
    more: grow(
      examples.filter((at) => !isLess(at)),
      depth - 1,
      data,
    ),
  };
}

function totals(examples: Int32Array, { gradient, curvature }: Fit) {
  const sum = { gradient: 0, curvature: 0 };
  for (const at of examples) {
    sum.gradient += gradient[at] ?? 0;
    sum.curvature += curvature[at] ?? 0;
  }
  return sum;
}

const gainOf = (gradient: number, curvature: number): number =>
  (gradient * gradient) / (curvature + SHRINK);

function bestSplit(examples: Int32Array, data: Data): { feature: number; bin: number } | null {
  const all = totals(examples, data.fit);
  let best: { feature: number; bin: number } | null = null;
  let most = gainOf(all.gradient, all.curvature) + 1e-3;
  for (const [feature, bins] of data.binned.bins.entries()) {
    const sums = histogram(examples, bins, data.fit);
    const left = { gradient: 0, curvature: 0, count: 0 };
    for (let bin = 0; bin < (data.binned.edges[feature]?.length ?? 0); bin += 1) {
      left.gradient += sums.gradient[bin] ?? 0;
      left.curvature += sums.curvature[bin] ?? 0;
      left.count += sums.count[bin] ?? 0;
      if (left.count < FEWEST || examples.length - left.count < FEWEST) continue;
      const gain =
        gainOf(left.gradient, left.curvature) +
        gainOf(all.gradient - left.gradient, all.curvature - left.curvature);
      if (gain > most) [most, best] = [gain, { feature, bin }];
    }
  }
  return best;
}

function histogram(examples: Int32Array, bins: Uint8Array, fit: Fit) {
  const sums = {
    gradient: new Float64Array(BINS),
    curvature: new Float64Array(BINS),
    count: new Int32Array(BINS),
  };
  for (const at of examples) {
    const bin = bins[at] ?? 0;
    sums.gradient[bin] = (sums.gradient[bin] ?? 0) + (fit.gradient[at] ?? 0);
    sums.curvature[bin] = (sums.curvature[bin] ?? 0) + (fit.curvature[at] ?? 0);
    sums.count[bin] = (sums.count[bin] ?? 0) + 1;
  }
  return sums;
}
