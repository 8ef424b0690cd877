// `npm run mutation`: changes the rules of the domain one at a time; the specs must notice.
export default {
  mutate: [
    'libs/domain/src/**/*.ts',
    '!libs/domain/src/**/*.{spec,fixture}.ts',
    '!libs/domain/src/index.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'tools/jest-domain.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: '.data/reports/mutation.html' },
  jsonReporter: { fileName: '.data/reports/mutation.json' },
  tempDirName: '.data/mutation',
  thresholds: { high: 95, low: 90, break: 90 },
};
