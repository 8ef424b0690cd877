// The specs of the domain alone: they need neither a database nor a build.
import { join } from 'node:path';
import config from '../jest.config.mjs';

const [unit] = config.projects;

export default {
  ...unit,
  rootDir: join(import.meta.dirname, '..'),
  testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
};
