import { codeText, type Limit, type Limiter } from '@wilma/platform';
import type { KnownDevices } from '@wilma/identity';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { acceptedLocale } from './request-viewer.js';

const within = (points: number, seconds: number): Limit => ({
  points,
  seconds,
  counted: 'TOGETHER',
});
const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

interface Limits {
  /** For one address that requests come from, which many people may share. */
  readonly sender: Limit;
  /**
   * For one account, whoever tries: guessing is spread over many senders. Devices that its owner has
   * signed in with before are counted apart, so that no stranger locks them out.
   */
  readonly account?: Limit;
}

const MAIL: Limits = { sender: within(30, QUARTER), account: within(4, QUARTER) };

/** By the path below /api/auth. */
const LIMITS: Readonly<Record<string, Limits>> = {
  '/sign-in/email': { sender: within(60, MINUTE), account: within(20, QUARTER) },
  '/sign-up/email': { sender: within(20, MINUTE), account: within(10, HOUR) },
  '/sign-in/magic-link': MAIL,
  '/request-password-reset': MAIL,
  '/reset-password': { sender: within(20, MINUTE) },
  '/change-password': { sender: within(20, QUARTER) },
  '/passkey/generate-authenticate-options': { sender: within(60, MINUTE) },
  '/passkey/verify-authentication': { sender: within(60, MINUTE) },
  '/sign-in/social': { sender: within(60, MINUTE) },
};
const USUAL: Limits = { sender: { points: 300, seconds: MINUTE, counted: 'HERE' } };

const addressed = z.object({ email: z.string().max(300) });

/** Whose account a body is about, as far as it says so. */
function accountIn(body: unknown): string | null {
  try {
    const parsed = addressed.safeParse(JSON.parse(typeof body === 'string' ? body : ''));
    return parsed.success ? parsed.data.email.trim().toLowerCase() : null;
  } catch {
    return null;
  }
}

/**
 * Counts attempts to sign in and the like, by sender and by account, before anything is looked up:
 * an address without an account is counted alike. Who has signed in begins anew.
 */
export const limitSignIn =
  (limiter: Limiter, devices: KnownDevices): RequestHandler =>
  (request, response, next) => {
    const path = request.path.replace(/^\/api\/auth/, '').replace(/\/+$/, '');
    const { sender, account } = LIMITS[path] ?? USUAL;
    const what = path in LIMITS ? path : 'sign-in';
    const email = account === undefined ? null : accountIn(request.body);
    const who = email === null ? null : devices.keyOf(email, request.headers.cookie);

    const wait = async (): Promise<number> => {
      const asSender = await limiter.waitFor(what, `from ${request.ip ?? ''}`, sender);
      if (asSender > 0 || who === null || account === undefined) return asSender;
      return limiter.waitFor(what, who, account);
    };
    if (path === '/sign-in/email' && who !== null && account !== undefined) {
      response.on('finish', () => {
        if (response.statusCode !== 200) return;
        // Not forgotten in time, they only wait longer.
        limiter.forget(what, who, account).catch(() => undefined);
      });
    }
    wait().then((seconds) => {
      if (seconds === 0) {
        next();
        return;
      }
      const code = 'RATE_LIMITED';
      const message = codeText(code, acceptedLocale(request.headers['accept-language']));
      response.setHeader('Retry-After', seconds);
      // As better-auth says it, and as the rest of the API does.
      response.status(429).json({ code, message, errors: [{ message, extensions: { code } }] });
    }, next);
  };
