import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { operatorsImprint, ownOrigins, readConfig } from './config.js';

const NEEDED = {
  DATABASE_URL: 'postgres://localhost/wilma',
  AUTH_SECRET: 'a secret of at least thirty-two characters',
};

/** The lines of the refusal, or none where the settings are accepted. */
function refusalOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig({ ...NEEDED, ...env });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
}

describe('operatorsImprint', () => {
  it.each([
    [undefined, null],
    ['https://wilma.example/imprint', null],
    ['https://wilma.example/impressum', 'https://wilma.example/impressum'],
    ['https://wilma.example.org', 'https://wilma.example.org'],
    ['https://operator.example/imprint', 'https://operator.example/imprint'],
  ])('of %s is %s', (IMPRINT_URL, expected) => {
    const env = { ...NEEDED, PUBLIC_URL: 'https://wilma.example/', IMPRINT_URL };
    expect(operatorsImprint(readConfig(env))).toBe(expected);
  });
});

describe('readConfig', () => {
  it('needs a database and a secret, and has a default for the rest', () => {
    expect(readConfig(NEEDED)).toEqual({
      port: 3000,
      host: '127.0.0.1',
      identityProviders: [],
      databaseUrl: NEEDED.DATABASE_URL,
      redisUrl: null,
      smtpUrl: 'smtp://127.0.0.1:1025',
      publicUrl: 'http://localhost:3000',
      authSecret: NEEDED.AUTH_SECRET,
      mailFrom: 'wilma@demo.example',
      operatorName: 'Wilma',
      imprintUrl: 'http://localhost:3000/imprint',
      privacyUrl: null,
      demo: true,
      erasureDays: 14,
      keptDays: expect.objectContaining({ mailTexts: 90, unconfirmedAccounts: 30 }),
      undoSeconds: 30,
      rateLimits: true,
      smtpDeadlineMs: 20_000,
      trustProxy: null,
      metricsToken: null,
      logLevel: 'info',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ ...NEEDED, PORT: '', REDIS_URL: '', IMPRINT_URL: '' })).toEqual(
      readConfig(NEEDED),
    );
  });

  it('reads numbers and switches', () => {
    const env = { ...NEEDED, PORT: '8080', UNDO_SECONDS: '0', DEMO: '0' };
    expect(readConfig(env)).toMatchObject({ port: 8080, undoSeconds: 0, demo: false });
  });

  it('ends no address with a slash, so that paths can follow', () => {
    const config = readConfig({ ...NEEDED, PUBLIC_URL: 'https://wilma.example/' });
    expect(config).toMatchObject({
      publicUrl: 'https://wilma.example',
      imprintUrl: 'https://wilma.example/imprint',
    });
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://localhost/wilma'],
    ['DATABASE_URL', ''],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'mail.example'],
    ['PUBLIC_URL', 'wilma.example'],
    ['AUTH_SECRET', 'too short'],
    ['AUTH_SECRET', ''],
    ['MAIL_FROM', 'Wilma'],
    ['IMPRINT_URL', 'imprint'],
    ['PRIVACY_URL', 'privacy'],
    ['DEMO', 'yes'],
    ['UNDO_SECONDS', '-1'],
    ['UNDO_SECONDS', '601'],
    ['UNDO_SECONDS', '1.5'],
    ['SMTP_DEADLINE_MS', '99'],
    ['LOG_LEVEL', 'chatty'],
    ['OIDC_PROVIDERS', 'btu'],
    ['OIDC_PROVIDERS', '{}'],
  ])('names %s where it is %j', (name, value) => {
    expect(refusalOf({ [name]: value })).toEqual([expect.stringMatching(`^  ${name}: .`)]);
  });

  it('names every wrong variable in a line of its own', () => {
    const lines = refusalOf({ PORT: 'x', AUTH_SECRET: 'short', LOG_LEVEL: 'chatty' });
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'PORT',
      'AUTH_SECRET',
      'LOG_LEVEL',
    ]);
  });

  it('never repeats a secret in what it says', () => {
    expect(refusalOf({ AUTH_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    expect(refusalOf({ DATABASE_URL: 'pg://me:hunter2@db' }).join()).not.toContain('hunter2');
  });

  it('goes without rate limits on loopback only', () => {
    const without = (url: string): string[] => refusalOf({ RATE_LIMITS: '0', PUBLIC_URL: url });
    for (const url of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000']) {
      expect([url, without(url)]).toEqual([url, []]);
    }
    const away = [
      'https://wilma.example',
      'http://localhost.example',
      'http://127.0.0.1.example',
      'http://10.0.0.1',
      'http://localhost@wilma.example',
    ];
    for (const url of away) {
      expect([url, without(url)]).toEqual([
        url,
        ['  RATE_LIMITS: RATE_LIMITS=0 is for loopback only'],
      ]);
    }
  });

  const PROVIDER = {
    id: 'btu',
    name: 'BTU',
    issuer: 'https://id.university.example/',
    clientId: 'wilma',
    clientSecret: 'hunter2-hunter2',
  };
  const withProviders = (list: readonly object[], publicUrl = 'https://wilma.example') => ({
    OIDC_PROVIDERS: JSON.stringify(list),
    PUBLIC_URL: publicUrl,
  });

  it('knows who else says who people are', () => {
    const env = { ...NEEDED, ...withProviders([PROVIDER, { ...PROVIDER, id: 'other' }]) };
    expect(readConfig(env).identityProviders).toMatchObject([
      { id: 'btu', issuer: 'https://id.university.example', domains: [] },
      { id: 'other' },
    ]);
  });

  it.each([
    ['two of the same id', [PROVIDER, PROVIDER]],
    ['an id that is no part of an address', [{ ...PROVIDER, id: 'B T U' }]],
    ['an unknown setting', [{ ...PROVIDER, trustEverything: true }]],
    ['an issuer without encryption', [{ ...PROVIDER, issuer: 'http://id.university.example' }]],
    ...[
      'https://localhost',
      'https://127.0.0.1:8443',
      'https://10.1.2.3',
      'https://192.168.0.1',
      'https://169.254.169.254',
      'https://[::1]',
      'https://[fd00::1]',
      'https://2130706433',
      'https://idp',
      'https://idp.internal',
    ].map((issuer): [string, object[]] => [issuer, [{ ...PROVIDER, issuer }]]),
  ])('refuses as a provider %s', (_what, list) => {
    const refused = refusalOf(withProviders(list));
    expect(refused).toEqual([expect.stringMatching(/^ {2}OIDC_PROVIDERS/)]);
    expect(refused.join()).not.toContain('hunter2');
  });

  it('asks providers of this machine where it runs on it itself', () => {
    const local = [{ ...PROVIDER, issuer: 'http://127.0.0.1:4020' }];
    expect(refusalOf(withProviders(local, 'http://localhost:3000'))).toEqual([]);
  });

  it('refuses in words whatever is set', () => {
    const anyEnv = fc.dictionary(
      fc.constantFrom('PORT', 'PUBLIC_URL', 'RATE_LIMITS', 'DEMO', 'MAIL_FROM', 'LOG_LEVEL'),
      fc.oneof(fc.string(), fc.constantFrom('0', '1', 'http://', 'https://a', '3000')),
    );
    fc.assert(
      fc.property(anyEnv, (env) => {
        for (const line of refusalOf(env)) expect(line).toMatch(/^ {2}[A-Z_]+: ./);
      }),
    );
  });
});

describe('ownOrigins', () => {
  it('knows one machine by its several names, and others by the one that was set', () => {
    expect(ownOrigins({ publicUrl: 'http://localhost:3000' })).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ]);
    expect(ownOrigins({ publicUrl: 'https://wilma.example' })).toEqual(['https://wilma.example']);
  });
});
