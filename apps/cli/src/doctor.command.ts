import { setTimeout as pause } from 'node:timers/promises';
import { type Config, readConfig, withoutAddresses } from '@wilma/platform';
import type { DataSource } from 'typeorm';
import dataSource from './data-source.js';
import {
  checkAudit,
  checkClock,
  checkDatabase,
  checkMails,
  checkMigrations,
  checkParked,
  checkStuck,
} from './doctor/database.check.js';
import { fail, type Finding, type Level } from './doctor/finding.js';
import { checkDisk, checkSmtp } from './doctor/machine.check.js';
import { checkQueue } from './doctor/queue.check.js';
import { checkSettings } from './doctor/settings.check.js';

const PATIENCE_MS = 10_000;
const VERDICT = 'Wilma is not well: see the lines that begin with fail.';

const ON_THE_DATABASE: Readonly<Record<string, (database: DataSource) => Promise<Finding[]>>> = {
  database: checkDatabase,
  migrations: checkMigrations,
  clock: checkClock,
  'stuck rows': checkStuck,
  'parked jobs': checkParked,
  mails: checkMails,
  audit: checkAudit,
};

const ON_THE_MACHINE: Readonly<Record<string, (config: Config) => Promise<Finding[]>>> = {
  queue: checkQueue,
  smtp: checkSmtp,
  disk: checkDisk,
};

/** Prints a line for each thing that is checked. @throws Error where one of them fails */
export async function doctor(): Promise<void> {
  const levels = new Set<Level>();
  const report = (what: string, findings: readonly Finding[]): void => {
    for (const { level, text } of findings) {
      console.log(`${level.padEnd(5)} ${what.padEnd(12)} ${text}`);
      levels.add(level);
    }
  };
  const config = settings(report);
  if (config === null) throw new Error(VERDICT);
  try {
    for (const [what, check] of Object.entries(ON_THE_DATABASE)) {
      report(what, await inTime(async () => check(await connected())));
    }
    for (const [what, check] of Object.entries(ON_THE_MACHINE)) {
      report(what, await inTime(() => check(config)));
    }
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
  if (levels.has('fail')) throw new Error(VERDICT);
}

/** Null where they are refused: then nothing else can be checked. */
function settings(report: (what: string, findings: readonly Finding[]) => void): Config | null {
  try {
    const config = readConfig();
    report('settings', checkSettings(config));
    return config;
  } catch (error) {
    report('settings', [fail(reasonOf(error))]);
    return null;
  }
}

const connected = (): Promise<DataSource> =>
  dataSource.isInitialized ? Promise.resolve(dataSource) : dataSource.initialize();

/** What a check finds; what goes wrong or takes too long is a finding too. */
async function inTime(check: () => Promise<Finding[]>): Promise<Finding[]> {
  const late = pause(PATIENCE_MS, [fail('no answer in time')], { ref: false });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return [fail(withoutAddresses(reasonOf(error)))];
  }
}

/** Of an error that stands for several, as where a host has two addresses, the first. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
