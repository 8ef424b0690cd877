import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { Config } from './config.js';

/** What a signed link may carry: strings only, so that it stays short. */
export type LinkClaims = Readonly<Record<string, string>>;

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
    return `${body}.${this.mac(purpose, body).toString('base64url')}`;
  }

  /** The claims, or null where the token is forged, for another purpose or past its end. */
  verify(purpose: string, token: string): LinkClaims | null {
    const [body = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.mac(purpose, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    const text = Buffer.from(body, 'base64url').toString();
    const [until, claims] = JSON.parse(text) as [number, LinkClaims];
    return until > this.clock.now().getTime() ? claims : null;
  }

  private mac(purpose: string, body: string): Buffer {
    return createHmac('sha256', this.config.authSecret).update(`${purpose}\n${body}`).digest();
  }
}
