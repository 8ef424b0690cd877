import { Logger } from '@nestjs/common';
import { LOCKS } from '@wilma/platform';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { type AuthConfig, authOptions, asOperator } from './auth-options.js';
import type { FrontDesk } from './front-desk.js';

/** better-auth keeps its tables in a schema of its own. */
function authPool(config: AuthConfig): pg.Pool {
  const log = new Logger(Auth.name);
  const pool = new pg.Pool({
    connectionString: config.databaseUrl,
    max: 4,
    options: '-c search_path=auth',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    keepAlive: true,
  });
  // Without listeners a lost connection would end the process: idle ones tell the pool, those in
  // use their client, whose statements fail by themselves.
  pool.on('error', (error) => log.warn(`a connection is lost: ${error.message}`));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const build = (config: AuthConfig, pool: pg.Pool, desk: FrontDesk) =>
  betterAuth(authOptions(config, pool, desk));

/** Somebody who gets an account from an operator. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Sign-in as better-auth does it, and how to end its connections. */
export class Auth {
  readonly api: ReturnType<typeof build>['api'];
  readonly handler: ReturnType<typeof build>['handler'];

  constructor(
    config: AuthConfig,
    desk: FrontDesk,
    private readonly pool = authPool(config),
  ) {
    const auth = build(config, pool, desk);
    this.api = auth.api;
    this.handler = auth.handler;
  }

  /** Makes an account whose address the operator vouches for. @returns its id */
  async register(body: Registration): Promise<string> {
    const { user } = await asOperator(() => this.api.signUpEmail({ body }));
    // Nobody has signed in: what better-auth begins for them ends at once.
    await this.pool.query('DELETE FROM session WHERE "userId" = $1', [user.id]);
    return user.id;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

const refuse = (): never => {
  throw new Error('nobody signs in while tables are made');
};
const CLOSED: FrontDesk = {
  newToken: refuse,
  requestLink: refuse,
  confirmed: refuse,
  passwordReset: refuse,
  passwordChanged: refuse,
  deviceToken: refuse,
};

/** Creates and migrates better-auth's schema; safe to run from several processes at once. */
export async function migrateAuth(config: AuthConfig): Promise<void> {
  const pool = authPool(config);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.signInTables]);
    await client.query('CREATE SCHEMA IF NOT EXISTS auth');
    const migrations = await getMigrations(authOptions(config, pool, CLOSED));
    await migrations.runMigrations();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCKS.signInTables]);
    client.release();
    await pool.end();
  }
}
