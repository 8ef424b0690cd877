import { performance } from 'node:perf_hooks';

/** Milliseconds since 1970 with fractions: comparable with what the other programs note. */
export const now = () => performance.timeOrigin + performance.now();
