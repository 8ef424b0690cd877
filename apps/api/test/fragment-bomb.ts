/** Fragments of which each spreads the next one twice, so that the last one counts 2^levels. */
export const doubling = (type: string, levels: number, last: string): string =>
  Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on ${type} { ...F${n + 1} ...F${n + 1} }`,
  )
    .concat(`fragment F${levels} on ${type} { ${last} }`)
    .join(' ');
