// `npm run fuzz`: a hundred thousand generated requests, of which `npm test` sends the first two
// thousand. FUZZ_RUNS and FUZZ_SEED choose others.
process.env.FUZZ_RUNS ??= '100000';
process.argv[2] = 'apps/api/test/fuzz.spec';

await import('./test.mjs');
