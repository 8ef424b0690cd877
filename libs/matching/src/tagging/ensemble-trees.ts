/** What `ensemble.ts` reads. */
export const BASE = 0;
export const TREES = `
=0
`;
