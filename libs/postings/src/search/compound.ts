/** Takes a compound apart; null where it can't. The one place to put a better one in. */
export type CompoundSplitter = (word: string) => readonly [string, string] | null;

/** What may join the parts of a German compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'] as const;
const SHORTEST = 4;

/** Where a compound may be cut: the second part begins there. */
const cuts = (word: string): number[] =>
  Array.from({ length: Math.max(0, word.length - 2 * SHORTEST + 1) }, (_, n) => n + SHORTEST);

/** The first part as it stands, and without what may link it to the second. */
const firstParts = (word: string, cut: number): string[] =>
  LINKS.filter((link) => word.slice(0, cut).endsWith(link))
    .map((link) => word.slice(0, cut - link.length))
    .filter((part) => part.length >= SHORTEST);

/** Every part that a compound could be made of: what to look up before it is split. */
export const possibleParts = (word: string): string[] => [
  ...new Set(cuts(word).flatMap((cut) => [...firstParts(word, cut), word.slice(cut)])),
];

/** Splits where both parts are known, the first as long as possible: Dienst|planung. */
export const splitterBy =
  (isKnown: (part: string) => boolean): CompoundSplitter =>
  (word) => {
    for (const cut of cuts(word).reverse()) {
      const second = word.slice(cut);
      const first = firstParts(word, cut).find(isKnown);
      if (first !== undefined && isKnown(second)) return [first, second];
    }
    return null;
  };
