// `npm run mutation`: changes the rules of the domain one at a time; the specs must notice.
// `npm run mutation -- --mutate libs/domain/src/match-rules.ts --concurrency 1` looks at one file.
export default {
  mutate: [
    'libs/domain/src/**/*.ts',
    '!libs/domain/src/**/*.{spec,fixture}.ts',
    '!libs/domain/src/index.ts',
    // Words for people and names of mails: tables without a rule, complete by their types.
    '!libs/domain/src/{vocabulary-names,form-names,mail-kind,events}.ts',
  ],
  testRunner: 'specs',
  coverageAnalysis: 'perTest',
  plugins: ['./tools/mutation-runner.mjs', './tools/vocabulary-ignorer.mjs'],
  ignorers: ['vocabulary'],
  concurrency: 2,
  timeoutMS: 10_000,
  ignorePatterns: ['.build-*', '.data', 'apps', 'dist', 'docs'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: '.data/reports/mutation.html' },
  jsonReporter: { fileName: '.data/reports/mutation.json' },
  tempDirName: '.data/mutation',
  thresholds: { high: 95, low: 90, break: 90 },
};
