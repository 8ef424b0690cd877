import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { isLoopback } from './loopback.js';

const provider = z.strictObject({
  /** Part of the address to which the provider sends people back. */
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  /** On the button. */
  name: z.string().trim().min(2).max(60),
  issuer: z.url().transform((url) => url.replace(/\/$/, '')),
  clientId: z.string().min(1).max(300),
  clientSecret: z.string().min(8).max(1_000),
  /** Where only addresses of these domains may be vouched for by the provider. */
  domains: z.array(z.string().toLowerCase()).max(50).default([]),
});

/** Somebody who tells us by OpenID Connect who a person is. */
export type IdentityProvider = Readonly<z.output<typeof provider>>;

/** A list of them as JSON, each with an id of its own. */
export const identityProviders = z
  .string()
  .default('[]')
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(provider).max(20))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    message: 'two providers have the same id',
  });

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addAddress('::', 'ipv6');

function isPrivate(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(address);
  if (family === 0)
    return !hostname.includes('.') || /\.(local|localhost|internal)$/.test(hostname);
  return PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an installation of this address may ask them; one on this machine may ask everybody. */
export const areReachable = (list: readonly IdentityProvider[], publicUrl: string): boolean =>
  isLoopback(URL.parse(publicUrl)?.hostname ?? '') ||
  list.every(({ issuer }) => {
    const { protocol, hostname } = new URL(issuer);
    return protocol === 'https:' && !isPrivate(hostname);
  });
