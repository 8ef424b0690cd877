import { Logger } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Bounds, Locale, localeIn } from '@wilma/domain';
import { LOCKS, type Config, ownOrigins } from '@wilma/platform';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { demandStorable } from './account-texts.js';

/** argon2id with 19 MiB, two passes, one lane: the minimum that OWASP recommends. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const COOKIE_PREFIX = 'wilma';

type AuthConfig = Pick<Config, 'authSecret' | 'databaseUrl' | 'publicUrl' | 'rateLimits'>;

const isSecure = (config: AuthConfig): boolean => config.publicUrl.startsWith('https:');

/** Name of the cookie that carries the session's token. */
export const sessionCookie = (config: AuthConfig): string =>
  `${isSecure(config) ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;

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

/** What a request to sign up tells of its sender. */
interface SignUpRequest {
  readonly body?: unknown;
  readonly headers?: Headers | undefined;
}

/** The language somebody chose, or that of their browser. */
function localeOf(request: SignUpRequest | null): Locale {
  const body = request?.body;
  const chosen =
    typeof body === 'object' && body !== null && 'locale' in body ? body.locale : undefined;
  if (typeof chosen === 'string' && chosen in Locale) return chosen as Locale;
  return localeIn(request?.headers?.get('accept-language')) ?? 'de';
}

function authOptions(config: AuthConfig, pool: pg.Pool) {
  const before = (account: Readonly<Record<string, unknown>>): Promise<void> => {
    demandStorable(account);
    return Promise.resolve();
  };
  const create = async (
    account: Readonly<Record<string, unknown>>,
    request: SignUpRequest | null,
  ) => {
    await before(account);
    return { data: { ...account, locale: localeOf(request) } };
  };
  const ours = { type: 'string', required: true, input: false } as const;
  return {
    database: pool,
    secret: config.authSecret,
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: ownOrigins(config),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    user: {
      additionalFields: {
        role: { ...ours, defaultValue: 'MEMBER' },
        locale: { ...ours, defaultValue: 'de' },
        salutation: { ...ours, defaultValue: 'NONE' },
        academicTitle: { type: 'string', required: false, input: false },
        openQuestionsLimit: { type: 'number', required: false, input: false },
      },
    },
    databaseHooks: { user: { create: { before: create }, update: { before } } },
    // `account` is our word for a person's account.
    account: { modelName: 'credential' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: Bounds.password.min,
      maxPasswordLength: Bounds.password.max,
      password: {
        hash: (password) => hash(password, ARGON2ID),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    rateLimit: {
      enabled: config.rateLimits,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 60 },
        '/sign-up/email': { window: 60, max: 20 },
      },
    },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(config),
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
    },
  } satisfies BetterAuthOptions;
}

const build = (config: AuthConfig, pool: pg.Pool) => betterAuth(authOptions(config, pool));

/** Sign-in as better-auth does it, and how to end its connections. */
export class Auth {
  readonly api: ReturnType<typeof build>['api'];
  readonly handler: ReturnType<typeof build>['handler'];

  constructor(
    config: AuthConfig,
    private readonly pool = authPool(config),
  ) {
    const auth = build(config, pool);
    this.api = auth.api;
    this.handler = auth.handler;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Creates and migrates better-auth's schema; safe to run from several processes at once. */
export async function migrateAuth(config: AuthConfig): Promise<void> {
  const pool = authPool(config);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.signInTables]);
    await client.query('CREATE SCHEMA IF NOT EXISTS auth');
    const migrations = await getMigrations(authOptions(config, pool));
    await migrations.runMigrations();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCKS.signInTables]);
    client.release();
    await pool.end();
  }
}
