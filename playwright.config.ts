import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/find-program.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'apps/web/test',
  testMatch: '*.e2e.ts',
  outputDir: '.data/playwright',
  globalSetup: './tools/playwright-setup.mjs',
  // Each has a Wilma with demo data of its own.
  workers: Math.min(availableParallelism(), 4),
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  // A browser beside others stalls now and then; what passes at the second try is said to be flaky.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: [['list'], ['./tools/states-reporter.mjs']],
  use: {
    // What is not there is said at once, not when the whole flow has run out of time.
    actionTimeout: 45_000,
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    // Recording takes as long as what is recorded: `--trace on` for a look at what fails here.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
