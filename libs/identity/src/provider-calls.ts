import type { IdentityProvider } from '@wilma/platform';
import { z } from 'zod';

/** Nobody waits longer for a provider of theirs. */
const DEADLINE_MS = 8_000;

const discovery = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
const tokenAnswer = z.object({
  access_token: z.string(),
  id_token: z.string(),
  token_type: z.string().optional(),
});
const claims = z.looseObject({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().optional(),
});

type Parsed<S extends z.ZodType> = z.output<S>;

/** JSON of a provider, within a deadline and without following anybody elsewhere. */
async function ask<S extends z.ZodType>(
  schema: S,
  url: string,
  init: RequestInit = {},
): Promise<Parsed<S>> {
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!response.ok) throw new Error(`${new URL(url).host} answers ${String(response.status)}`);
  return schema.parse(await response.json());
}

const protocolOf = (url: string): string => new URL(url).protocol;

async function placesOf({ issuer }: IdentityProvider): Promise<Parsed<typeof discovery>> {
  const places = await ask(discovery, `${issuer}/.well-known/openid-configuration`);
  if (places.issuer.replace(/\/$/, '') !== issuer) throw new Error('another issuer answers');
  const { token_endpoint: token, userinfo_endpoint: person = token } = places;
  const isSafe = [token, person].every((url) => protocolOf(url) === protocolOf(issuer));
  if (!isSafe) throw new Error('the provider would have secrets sent less safely than itself');
  return places;
}

export interface Grant {
  readonly code: string;
  readonly redirectURI: string;
  readonly codeVerifier?: string | undefined;
}

/** Exchanges the code that a browser brought. @throws Error where the provider refuses or is away */
export async function exchangeCode(provider: IdentityProvider, grant: Grant) {
  const { clientId, clientSecret } = provider;
  const { token_endpoint: url, token_endpoint_auth_methods_supported: methods } =
    await placesOf(provider);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: grant.code,
    redirect_uri: grant.redirectURI,
    ...(grant.codeVerifier === undefined ? {} : { code_verifier: grant.codeVerifier }),
  });
  const headers: Record<string, string> = {};
  // Basic is what a provider takes that says nothing (RFC 8414).
  if (methods === undefined || methods.includes('client_secret_basic')) {
    const pair = [clientId, clientSecret].map(encodeURIComponent).join(':');
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    body.set('client_id', clientId);
    body.set('client_secret', clientSecret);
  }
  const tokens = await ask(tokenAnswer, url, { method: 'POST', headers, body });
  return { accessToken: tokens.access_token, idToken: tokens.id_token };
}

interface Tokens {
  readonly idToken?: string | undefined;
  readonly accessToken?: string | undefined;
}

/** Who signs in: by the token, whose signature was checked, and the provider's page for the rest. */
export async function profileOf(provider: IdentityProvider, { idToken, accessToken }: Tokens) {
  const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString();
  const told = claims.parse(JSON.parse(payload));
  const known =
    told.email === undefined ? { ...told, ...(await askFor(provider, accessToken)) } : told;
  // Of another person than the token is about.
  if (known.sub !== told.sub) return null;
  const { sub, email, email_verified: isVerified, name } = known;
  return { id: sub, sub, email, emailVerified: isVerified === true, name };
}

async function askFor(
  provider: IdentityProvider,
  accessToken = '',
): Promise<Partial<Parsed<typeof claims>>> {
  const { userinfo_endpoint: url } = await placesOf(provider);
  if (url === undefined) return {};
  return ask(claims, url, { headers: { authorization: `Bearer ${accessToken}` } });
}
