/**
 * How many typing errors make one word of the other: letters missing, added, wrong or swapped with
 * their neighbour (optimal string alignment).
 */
export function typingErrors(a: string, b: string): number {
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(before, j) + 1,
        at(row, j - 1) + 1,
        at(before, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(twoBack, j - 2) + 1 : Infinity,
      );
    }
    twoBack = before;
    before = row;
  }
  return at(before, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/** How many errors are forgiven in a word of this length: short words have too many neighbours. */
export const forgiven = (length: number): number =>
  length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;

export interface KnownWord {
  readonly word: string;
  /** In how many places it is used. */
  readonly uses: number;
}

/**
 * The known word that was most likely meant: fewest errors, then the first letter as it was typed,
 * then the more frequent one. Null where none is near enough.
 */
export function nearestWord<W extends KnownWord>(typed: string, known: readonly W[]): W | null {
  const near = known
    .map((one) => ({ one, errors: typingErrors(typed, one.word) }))
    .filter(({ errors }) => errors <= forgiven(typed.length))
    .sort(
      (a, b) =>
        a.errors - b.errors ||
        beginsAlike(b.one.word, typed) - beginsAlike(a.one.word, typed) ||
        b.one.uses - a.one.uses ||
        (a.one.word < b.one.word ? -1 : 1),
    );
  return near[0]?.one ?? null;
}

const beginsAlike = (word: string, typed: string): number =>
  Number(word.startsWith(typed.slice(0, 1)));
