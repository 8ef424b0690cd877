import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from './clock.js';
import { Config } from './config.js';

/** What a signed link may carry: strings only, so that it stays short. */
export type LinkClaims = Readonly<Record<string, string>>;

/** The moment a link ends, in milliseconds, and its claims. */
const content = z.tuple([z.number(), z.record(z.string(), z.string())]);

/**
 * Links that prove themselves: claims, the moment they end, and an HMAC bound to one purpose.
 * Nothing is stored; whoever acts on a link checks the state that it speaks of.
 */
@Injectable()
export class SignedLinks {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A token fit for a URL path. */
  sign(purpose: string, claims: LinkClaims, until: Date): string {
    const body = Buffer.from(JSON.stringify([until.getTime(), claims])).toString('base64url');
    return `${body}.${this.mac(purpose, body)}`;
  }

  /** The claims, or null where the token is forged, for another purpose or past its end. */
  verify(purpose: string, token: string): LinkClaims | null {
    const dot = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(0, dot));
    if (!isSame(token.slice(dot + 1), this.mac(purpose, body))) return null;
    const parsed = content.safeParse(jsonOf(Buffer.from(body, 'base64url').toString()));
    if (!parsed.success) return null;
    const [until, claims] = parsed.data;
    return until > this.clock.now().getTime() ? claims : null;
  }

  /**
   * Stands for an address in a link without telling it: a link is void for whoever comes after the
   * one whom it was sent to. Addresses are compared without case.
   */
  addresseeKey(mail: string): string {
    return this.mac('addressee', mail.toLowerCase()).slice(0, 22);
  }

  private mac(purpose: string, body: string): string {
    return createHmac('sha256', this.config.authSecret)
      .update(`${purpose}\n${body}`)
      .digest('base64url');
  }
}

/** Compares as text, since several texts decode to the same bytes, in constant time. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
