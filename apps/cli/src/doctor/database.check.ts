import { checkChain } from '@wilma/platform';
import type { DataSource } from 'typeorm';
import { sentenceOf } from '../audit.command.js';
import { fail, type Finding, none, ok, warn } from './finding.js';

const OLDEST_VERSION = 180_000;
/** Clocks apart by so much move deadlines; by more, links and sessions end too early or too late. */
const SKEW_MS = { warn: 2_000, fail: 60_000 } as const;

async function rowOf<Row>(database: DataSource, sql: string): Promise<Row> {
  const [row] = (await database.query(sql)) as unknown as Row[];
  if (row === undefined) throw new Error('the database answered nothing');
  return row;
}

export async function checkDatabase(database: DataSource): Promise<Finding[]> {
  const { version, number, size } = await rowOf<{ version: string; number: number; size: string }>(
    database,
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::int AS number,
            pg_size_pretty(pg_database_size(current_database())) AS size`,
  );
  const text = `PostgreSQL ${version}, ${size}`;
  return [number < OLDEST_VERSION ? fail(`${text}; 18 or newer is needed`) : ok(text)];
}

export async function checkMigrations(database: DataSource): Promise<Finding[]> {
  const isBehind = await database.showMigrations();
  return [isBehind ? fail('migrations are missing: wilma migrate') : ok('up to date')];
}

export async function checkClock(database: DataSource): Promise<Finding[]> {
  const asked = Date.now();
  const { now } = await rowOf<{ now: Date }>(database, 'SELECT clock_timestamp() AS now');
  const skew = Math.abs(now.getTime() - (asked + Date.now()) / 2);
  const text = `${String(Math.round(skew))} ms from that of the database`;
  if (skew >= SKEW_MS.fail) return [fail(text)];
  return [skew >= SKEW_MS.warn ? warn(text) : ok(text)];
}

interface Stuck {
  readonly events: number;
  readonly leases: number;
  readonly matches: number;
  readonly snoozed: number;
  readonly postings: number;
}

/** What the relay or the clock should have moved on long ago. */
const STUCK_SQL = `
  SELECT (SELECT count(*)::int FROM event
           WHERE relayed_at IS NULL AND at < now() - interval '1 minute') AS events,
         (SELECT count(*)::int FROM outgoing_mail
           WHERE state = 'SENDING' AND leased_until < now() - interval '10 minutes') AS leases,
         (SELECT count(*)::int FROM match
           WHERE state = 'APPROVED' AND deadline < now() - interval '1 day') AS matches,
         (SELECT count(*)::int FROM match
           WHERE state = 'SNOOZED' AND snoozed_until < now() - interval '1 hour') AS snoozed,
         (SELECT count(*)::int FROM posting
           WHERE state = 'PUBLISHED' AND expires_at < now() - interval '1 day') AS postings`;

export async function checkStuck(database: DataSource): Promise<Finding[]> {
  const stuck = await rowOf<Stuck>(database, STUCK_SQL);
  return [
    none(stuck.events, ['events wait for a worker for over a minute', 'fail']),
    none(stuck.leases, ['mails are in the hands of a process that is gone', 'fail']),
    none(stuck.matches, ['matches are open a day after their deadline', 'warn']),
    none(stuck.snoozed, ['snoozed matches should be awake', 'fail']),
    none(stuck.postings, ['postings are listed a day after they expired', 'fail']),
  ];
}

export async function checkParked(database: DataSource): Promise<Finding[]> {
  const { n } = await rowOf<{ n: number }>(database, 'SELECT count(*)::int AS n FROM parked_job');
  return [none(n, ['parked jobs: wilma jobs list', 'warn'])];
}

const MAILS_SQL = `
  SELECT (SELECT count(*)::int FROM outgoing_mail
           WHERE state = 'QUEUED' AND created_at < now() - interval '1 hour') AS late,
         (SELECT count(*)::int FROM outgoing_mail
           WHERE state = 'REFUSED' AND created_at > now() - interval '7 days') AS refused`;

export async function checkMails(database: DataSource): Promise<Finding[]> {
  const { late, refused } = await rowOf<{ late: number; refused: number }>(database, MAILS_SQL);
  return [
    none(late, ['mails wait for over an hour', 'warn']),
    none(refused, ['mails of the last 7 days were refused', 'warn']),
  ];
}

/** As much as is recomputed at once; `wilma audit verify` takes all of it. */
const LAST_SEALS = 20_000;

export async function checkAudit(database: DataSource): Promise<Finding[]> {
  const { broken, checked, unsealed } = await checkChain(database.manager, { last: LAST_SEALS });
  return [
    broken === null
      ? ok(`the last ${String(checked)} events are as they were`)
      : fail(`${sentenceOf(broken)}: wilma audit verify`),
    none(unsealed, ['events wait for their seal for over 5 minutes', 'fail']),
  ];
}
