const LEVELS = 4;

/**
 * How strongly a district is coloured, 0 to 4: nothing has no colour, and whatever there is has some,
 * however much there is elsewhere.
 */
export const levelOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((LEVELS * count) / Math.max(count, most));
