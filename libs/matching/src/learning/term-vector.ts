/** Terms of a posting with whole, positive weights: sums of them are the same in any order. */
export type TermVector = ReadonlyMap<string, number>;

/** Cosine of two vectors in thousandths, rounded down; 0 where either is empty, 1000 of equals. */
export function similarity(one: TermVector, other: TermVector): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  let product = 0;
  for (const [term, weight] of short) product += weight * (long.get(term) ?? 0);
  if (product === 0) return 0;
  return Math.floor((1000 * product) / Math.sqrt(squared(one) * squared(other)));
}

function squared(vector: TermVector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return sum;
}
