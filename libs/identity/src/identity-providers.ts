import { Logger } from '@nestjs/common';
import { Bounds, isCleanText } from '@wilma/domain';
import type { Config, IdentityProvider } from '@wilma/platform';
import { genericOAuth } from 'better-auth/plugins';
import { exchangeCode, profileOf } from './provider-calls.js';

type ProviderConfig = Pick<Config, 'identityProviders' | 'publicUrl'>;
type Plugin = ReturnType<typeof genericOAuth>;

const log = new Logger('identity providers');

const discoveryUrl = ({ issuer }: IdentityProvider): string =>
  `${issuer}/.well-known/openid-configuration`;

/** A name that we can store, whatever the provider says. */
function nameOf(name: unknown, email: string): string {
  const given = typeof name === 'string' && isCleanText(name) ? name.trim() : '';
  const { min, max } = Bounds.name;
  return given.length >= min ? given.slice(0, max) : email.slice(0, max);
}

/**
 * Signs people in by OpenID Connect: code flow with PKCE, state and nonce, and a token whose
 * signature is checked. Null where no provider is set.
 */
export function identityProviders({ identityProviders: providers }: ProviderConfig): Plugin | null {
  if (providers.length === 0) return null;
  const config = providers.map((provider) => ({
    providerId: provider.id,
    name: provider.name,
    discoveryUrl: discoveryUrl(provider),
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    getToken: (grant: { code: string; redirectURI: string; codeVerifier?: string | undefined }) =>
      exchangeCode(provider, grant),
    getUserInfo: (tokens: { idToken?: string | undefined; accessToken?: string | undefined }) =>
      profileOf(provider, tokens).catch((error: unknown) => {
        log.warn(`${provider.id}: ${String(error)}`);
        return null;
      }),
    mapProfileToUser: ({ name, email }: { name?: unknown; email?: unknown }) => ({
      name: nameOf(name, typeof email === 'string' ? email : ''),
      image: '',
    }),
  }));
  const plugin = genericOAuth({ config });
  return {
    ...plugin,
    // It would ask all providers at the start and wait for each: they are asked when somebody
    // wants to sign in by them, within a deadline, and those that are down asked again later.
    init: (context: Parameters<Plugin['init']>[0]) =>
      Promise.resolve({
        context: {
          socialProviders: context.socialProviders,
          genericOAuthPendingDiscovery: new Map(config.map((one) => [one.providerId, one])),
        },
      }),
  };
}

interface ToValidate {
  readonly user: { readonly email?: unknown };
  readonly source: { readonly oauth?: { readonly providerId: string } | undefined };
}

/** Refuses what a provider says of addresses that are none of its own, where those are set. */
export const demandOwnDomain =
  ({ identityProviders: providers }: ProviderConfig) =>
  ({ user, source }: ToValidate): { error: string } | undefined => {
    const { domains } = providers.find(({ id }) => id === source.oauth?.providerId) ?? {};
    if (domains === undefined || domains.length === 0) return undefined;
    const domain = typeof user.email === 'string' ? user.email.split('@').at(-1) : undefined;
    return domains.includes(domain?.toLowerCase() ?? '') ? undefined : { error: 'foreign_domain' };
  };
