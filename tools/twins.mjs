// `npm run twins`: everything that two worlds are compared by, and many samples of how long refusals take,
// of which `npm test` takes a part.
process.env.TWINS = 'all';
process.argv.push('twins.spec', 'existence.spec', 'test/sign-in.spec');
await import('./test.mjs');
