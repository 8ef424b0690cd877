import { Bounds, isCleanText } from '@wilma/domain';
import { type Config, isMail } from '@wilma/platform';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { z } from 'zod';
import type { FrontDesk } from './front-desk.js';
import { deviceCookie, KnownDevices } from './known-devices.js';

/** Passkeys that one account may have. */
const PASSKEYS = 20;
/** Stands for the account of an address that has none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const RESET_VALID_MS = 60 * 60_000;

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const refusal = (code: string, message: string): APIError =>
  new APIError('BAD_REQUEST', { code, message });

const address = z.object({ email: z.string().max(Bounds.mail.max).refine(isMail) });
const named = z.object({
  name: z.string().trim().max(Bounds.shortName.max).refine(isCleanText).optional(),
});
/** No tokens and no scopes of the sender's choice. */
const startOfProvider = z.strictObject({
  provider: z.string(),
  callbackURL: z.string().max(Bounds.url.max).optional(),
  errorCallbackURL: z.string().max(Bounds.url.max).optional(),
  newUserCallbackURL: z.string().max(Bounds.url.max).optional(),
});

function addressIn({ body }: Context): string {
  const parsed = address.safeParse(body);
  if (!parsed.success) throw refusal('INVALID_EMAIL', 'invalid email');
  return parsed.data.email.toLowerCase();
}

/**
 * Answers a request to reset a password in the place of better-auth, which does more for an
 * address that it knows: here all are the same work, and the worker finds out who gets a mail.
 */
async function requestReset(context: Context, desk: FrontDesk) {
  const email = addressIn(context);
  const { internalAdapter } = context.context;
  const found = await internalAdapter.findUserByEmail(email);
  const token = desk.newToken('RESET_PASSWORD');
  // As better-auth's own endpoint keeps it, and `/reset-password` looks for it.
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: found?.user.id ?? NOBODY,
    expiresAt: new Date(Date.now() + RESET_VALID_MS),
  });
  await desk.requestLink({ purpose: 'RESET_PASSWORD', address: email, token });
  return context.json({ status: true });
}

/** A passkey outlives a change of password: only who owns the address may add one. */
async function demandRoomForPasskey(context: Context): Promise<void> {
  const session = await getSessionFromCtx(context);
  if (session === null) return; // Refused by the endpoint itself.
  if (!session.user.emailVerified) {
    throw new APIError('FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED', message: 'confirm it first' });
  }
  const where = [{ field: 'userId', value: session.user.id }];
  const count = await context.context.adapter.count({ model: 'passkey', where });
  if (count >= PASSKEYS) throw refusal('TOO_MANY_PASSKEYS', 'too many passkeys');
}

function demandName({ body }: Context): void {
  if (!named.safeParse(body).success) throw refusal('INVALID_NAME', 'invalid name');
}

/** What is checked, or done otherwise, before better-auth's endpoints run. */
export const beforeEndpoint = (desk: FrontDesk) =>
  createAuthMiddleware(async (context) => {
    switch (context.path) {
      case '/request-password-reset':
        return requestReset(context, desk);
      case '/sign-in/magic-link':
        addressIn(context);
        return;
      case '/sign-in/social':
        if (!startOfProvider.safeParse(context.body).success) {
          throw refusal('INVALID_REQUEST', 'unknown fields');
        }
        return;
      case '/passkey/generate-register-options':
        return demandRoomForPasskey(context);
      case '/passkey/verify-registration':
      case '/passkey/update-passkey':
        demandName(context);
        return;
      default:
        return;
    }
  });

/** What is noted after them. */
export const afterEndpoint = (config: Pick<Config, 'publicUrl'>, desk: FrontDesk) =>
  createAuthMiddleware(async (context) => {
    const { session, returned } = context.context;
    if (returned instanceof APIError) return;
    if (context.path === '/change-password' && session !== null) {
      await desk.passwordChanged(session.user.id);
    }
    const signedIn = context.path === '/sign-in/email' ? address.safeParse(context.body) : null;
    if (signedIn?.success === true) {
      context.setCookie(deviceCookie(config), desk.deviceToken(signedIn.data.email), {
        httpOnly: true,
        sameSite: 'lax',
        secure: config.publicUrl.startsWith('https:'),
        path: '/api/auth',
        maxAge: KnownDevices.maxAge,
      });
    }
  });
