import { availableParallelism } from 'node:os';

// What is tested is what runs: packages check less, and say less of their errors, in production.
process.env.NODE_ENV = 'production';

const project = {
  rootDir: import.meta.dirname,
  testEnvironment: '<rootDir>/tools/jest-environment.mjs',
  runtime: '<rootDir>/tools/jest-runtime.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: {
    '^@wilma/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/\\.'],
  globalSetup: '<rootDir>/tools/jest-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest-teardown.mjs',
};

export default {
  // Flows wait for other processes more than they compute.
  maxWorkers: availableParallelism() + 1,
  // Whole flows take long; Jest does not read this from a project.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/tools/jest-sequencer.mjs',
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts'],
    },
    {
      ...project,
      displayName: 'flow',
      testMatch: ['<rootDir>/apps/*/test/**/*.spec.ts'],
    },
  ],
};
