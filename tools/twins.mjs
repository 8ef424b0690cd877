// `npm run twins`: everything that two worlds are compared by, of which `npm test` takes a sample.
process.env.TWINS = 'all';
process.argv.push('twins.spec');
await import('./test.mjs');
