import { z } from 'zod';
import { areReachable, identityProviders } from './identity-provider.js';
import { isLoopback, LOOPBACK } from './loopback.js';

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'])
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1');

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

/** The page that stands in where the operator names none. */
const standInImprint = (publicUrl: string): string => `${publicUrl}/imprint`;

const keptDays = (days: number, { least = 1 } = {}) =>
  z.coerce.number().int().min(least).max(36_500).default(days);

/** Everything that can be set from outside, in one place. Names and defaults: .env.example. */
const schema = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    DATABASE_URL: z.string().startsWith('postgres'),
    REDIS_URL: z.string().startsWith('redis').optional(),
    SMTP_URL: z.string().startsWith('smtp').default('smtp://127.0.0.1:1025'),
    PUBLIC_URL: z.url().default('http://localhost:3000'),
    AUTH_SECRET: z.string().min(32),
    MAIL_FROM: z.email().default('wilma@demo.example'),
    OPERATOR_NAME: z.string().default('Wilma'),
    IMPRINT_URL: z.url().optional(),
    PRIVACY_URL: z.url().optional(),
    DEMO: flag(true),
    UNDO_SECONDS: z.coerce.number().int().min(0).max(600).default(30),
    RATE_LIMITS: flag(true),
    KEEP_MAIL_TEXTS_DAYS: keptDays(90),
    KEEP_MAILS_DAYS: keptDays(730),
    KEEP_MATCHES_DAYS: keptDays(730),
    KEEP_POSTINGS_DAYS: keptDays(1095),
    KEEP_EXPIRED_POSTINGS_DAYS: keptDays(365),
    KEEP_UNANSWERED_CONTACTS_DAYS: keptDays(60),
    KEEP_UNCONFIRMED_ACCOUNTS_DAYS: keptDays(30),
    KEEP_ERASURES_DAYS: keptDays(1095, { least: 30 }),
    ERASURE_DAYS: z.coerce.number().int().min(0).max(30).default(14),
    SMTP_DEADLINE_MS: z.coerce.number().int().min(100).default(20_000),
    OIDC_PROVIDERS: identityProviders,
    TRUST_PROXY: z.string().optional(),
    METRICS_TOKEN: z.string().min(16).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine((env) => env.RATE_LIMITS || isLoopback(new URL(env.PUBLIC_URL).hostname), {
    message: 'RATE_LIMITS=0 is for loopback only',
    path: ['RATE_LIMITS'],
  })
  .refine((env) => areReachable(env.OIDC_PROVIDERS, env.PUBLIC_URL), {
    message: 'an issuer is an https address that is not of a private network',
    path: ['OIDC_PROVIDERS'],
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL ?? null,
    smtpUrl: env.SMTP_URL,
    publicUrl: withoutSlash(env.PUBLIC_URL),
    authSecret: env.AUTH_SECRET,
    mailFrom: env.MAIL_FROM,
    operatorName: env.OPERATOR_NAME,
    imprintUrl: env.IMPRINT_URL ?? standInImprint(withoutSlash(env.PUBLIC_URL)),
    /** The operator's own privacy policy; null where ours stands in. */
    privacyUrl: env.PRIVACY_URL ?? null,
    demo: env.DEMO,
    undoSeconds: env.UNDO_SECONDS,
    rateLimits: env.RATE_LIMITS,
    keptDays: {
      mailTexts: env.KEEP_MAIL_TEXTS_DAYS,
      mails: env.KEEP_MAILS_DAYS,
      matches: env.KEEP_MATCHES_DAYS,
      postings: env.KEEP_POSTINGS_DAYS,
      expiredPostings: env.KEEP_EXPIRED_POSTINGS_DAYS,
      unansweredContacts: env.KEEP_UNANSWERED_CONTACTS_DAYS,
      unconfirmedAccounts: env.KEEP_UNCONFIRMED_ACCOUNTS_DAYS,
      erasures: env.KEEP_ERASURES_DAYS,
    },
    erasureDays: env.ERASURE_DAYS,
    smtpDeadlineMs: env.SMTP_DEADLINE_MS,
    identityProviders: env.OIDC_PROVIDERS,
    trustProxy: env.TRUST_PROXY ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  }));

/** The settings: an injection token that is also their type. */
export const Config = Symbol('Config');
export type Config = z.output<typeof schema>;

/** The operator's own page with imprint and privacy policy; null where ours stands in. */
export const operatorsImprint = ({
  imprintUrl,
  publicUrl,
}: Pick<Config, 'imprintUrl' | 'publicUrl'>): string | null =>
  imprintUrl === standInImprint(publicUrl) ? null : imprintUrl;

/**
 * Where our pages are served from, as browsers name it. One machine is reached by several names:
 * whoever types 127.0.0.1 for localhost is at the right address.
 */
export function ownOrigins({ publicUrl }: Pick<Config, 'publicUrl'>): string[] {
  const url = new URL(publicUrl);
  if (!isLoopback(url.hostname)) return [url.origin];
  return [...LOOPBACK].map((hostname) => Object.assign(new URL(url), { hostname }).origin);
}

/** @throws Error that names each wrong variable in a line of its own. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`settings refused:\n${lines.join('\n')}`);
}
