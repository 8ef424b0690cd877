import { AsyncLocalStorage } from 'node:async_hooks';
import { passkey } from '@better-auth/passkey';
import { Logger } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Bounds, type ConfirmationWay, Locale, localeIn } from '@wilma/domain';
import { type Config, isLoopback, ownOrigins } from '@wilma/platform';
import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins';
import type pg from 'pg';
import { demandStorable } from './account-texts.js';
import { afterEndpoint, beforeEndpoint } from './auth-hooks.js';
import type { FrontDesk } from './front-desk.js';
import { demandOwnDomain, identityProviders } from './identity-providers.js';

/** argon2id with 19 MiB, two passes, one lane: the minimum that OWASP recommends. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const COOKIE_PREFIX = 'wilma';
const log = new Logger('sign-in');
const SIGN_IN_LINK_SECONDS = 10 * 60;
const RESET_SECONDS = 60 * 60;
/** Browsers name themselves at any length. */
const USER_AGENT = 300;

export type AuthConfig = Pick<
  Config,
  'authSecret' | 'databaseUrl' | 'identityProviders' | 'publicUrl'
>;

const isSecure = (config: Pick<Config, 'publicUrl'>): boolean =>
  config.publicUrl.startsWith('https:');

/** Name of the cookie that carries the session's token. */
export const sessionCookie = (config: Pick<Config, 'publicUrl'>): string =>
  `${isSecure(config) ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;

const operators = new AsyncLocalStorage<true>();

/** Whatever account is made within the work, an operator vouches for its address. */
export const asOperator = <T>(work: () => Promise<T>): Promise<T> => operators.run(true, work);

/** What a request to sign up tells of its sender. */
interface SignUpRequest {
  readonly path?: string;
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

/** How a change of an account has proven its address, if it has. */
function wayOf(request: SignUpRequest | null): ConfirmationWay | null {
  if (operators.getStore() === true) return 'OPERATOR';
  if (request?.path === '/magic-link/verify') return 'SIGN_IN_LINK';
  return request?.path === '/callback/:id' ? 'PROVIDER' : null;
}

type Row = Readonly<Record<string, unknown>>;

function databaseHooks(desk: FrontDesk) {
  const before = (account: Row): Promise<void> => {
    demandStorable(account);
    return Promise.resolve();
  };
  const create = async (account: Row, request: SignUpRequest | null) => {
    await before(account);
    const vouched = operators.getStore() === true ? { emailVerified: true } : {};
    return { data: { ...account, ...vouched, locale: localeOf(request) } };
  };
  const after = async (
    account: { readonly id: string; readonly emailVerified: boolean },
    request: SignUpRequest | null,
  ): Promise<void> => {
    const way = wayOf(request);
    if (account.emailVerified && way !== null) await desk.confirmed(account.id, way);
  };
  /** Nobody acts at the provider later: its tokens are of no use but to a thief. */
  const tokenless = (credential: Row) =>
    Promise.resolve({
      data: { ...credential, accessToken: null, refreshToken: null, idToken: null },
    });
  const short = ({ userAgent, ...session }: { readonly userAgent?: string | null } & Row) =>
    Promise.resolve({ data: { ...session, userAgent: userAgent?.slice(0, USER_AGENT) ?? null } });
  return {
    user: { create: { before: create, after }, update: { before, after } },
    account: { create: { before: tokenless } },
    session: { create: { before: short } },
  };
}

/** Endpoints that act on a GET, hand out tokens or are not in use. */
const CLOSED = [
  '/account-info',
  '/change-email',
  '/delete-user',
  '/get-access-token',
  '/link-social',
  '/list-sessions',
  '/magic-link/verify',
  '/refresh-token',
  '/send-verification-email',
  '/verify-email',
  '/verify-password',
];

export function authOptions(config: AuthConfig, pool: pg.Pool, desk: FrontDesk) {
  const ours = { type: 'string', required: true, input: false } as const;
  const providers = identityProviders(config);
  return {
    database: pool,
    secret: config.authSecret,
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    trustedOrigins: ownOrigins(config),
    telemetry: { enabled: false },
    // Its own goes to the console, with whatever it was given.
    logger: {
      level: 'error',
      log: (_level, message) => {
        log.warn(message);
      },
    },
    disabledPaths: CLOSED,
    user: {
      additionalFields: {
        role: { ...ours, defaultValue: 'MEMBER' },
        locale: { ...ours, defaultValue: 'de' },
        salutation: { ...ours, defaultValue: 'NONE' },
        academicTitle: { type: 'string', required: false, input: false },
        openQuestionsLimit: { type: 'number', required: false, input: false },
      },
      validateUserInfo: demandOwnDomain(config),
    },
    databaseHooks: databaseHooks(desk),
    hooks: { before: beforeEndpoint(desk), after: afterEndpoint(config, desk) },
    account: {
      // `account` is our word for a person's account.
      modelName: 'credential',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: Bounds.password.min,
      maxPasswordLength: Bounds.password.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      onPasswordReset: ({ user }) => desk.passwordReset(user.id),
      password: {
        hash: (password) => hash(password, ARGON2ID),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: SIGN_IN_LINK_SECONDS,
        storeToken: 'hashed',
        generateToken: () => desk.newToken('SIGN_IN'),
        sendMagicLink: ({ email, token }, context) =>
          desk.requestLink({
            purpose: 'SIGN_IN',
            address: email,
            token,
            nextPage: pageIn(context?.body),
          }),
      }),
      passkey({
        rpName: 'Wilma',
        rpID: relyingParty(config),
        origin: ownOrigins(config),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          afterVerification: ({ verification }) => {
            if (verification.authenticationInfo.userVerified) return;
            throw new APIError('UNAUTHORIZED', { code: 'NOT_VERIFIED', message: 'not verified' });
          },
        },
      }),
      ...(providers === null ? [] : [providers]),
    ],
    // Ours count by address and by account, and answer as the rest of the API does.
    rateLimit: { enabled: false },
    onAPIError: { errorURL: `${config.publicUrl}/sign-in` },
    advanced: {
      // Else an environment that calls itself a test would leave it out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // One statement for an account and its credentials: an address without one takes as long.
      database: { generateId: 'uuid', joins: true },
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(config),
      ipAddress: { disableIpTracking: true },
    },
  } satisfies BetterAuthOptions;
}

/** Passkeys are bound to a name; addresses such as 127.0.0.1 are none. */
function relyingParty({ publicUrl }: AuthConfig): string {
  const { hostname } = new URL(publicUrl);
  return isLoopback(hostname) ? 'localhost' : hostname;
}

/** The page of ours that a request wants to go on to. */
function pageIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('callbackURL' in body)) return undefined;
  const { callbackURL: page } = body;
  const isOurs = typeof page === 'string' && /^\/(?![/\\])/.test(page);
  return isOurs && page.length <= Bounds.url.max ? page : undefined;
}
