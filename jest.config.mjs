import { availableParallelism } from 'node:os';

const project = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
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
  // Jest would leave one of two cores idle.
  maxWorkers: Math.max(2, Math.ceil(availableParallelism() / 2)),
  projects: [
    {
      ...project,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts'],
      testTimeout: 20_000,
    },
    {
      ...project,
      displayName: 'flow',
      testMatch: ['<rootDir>/apps/*/test/**/*.spec.ts'],
      testTimeout: 120_000,
    },
  ],
};
