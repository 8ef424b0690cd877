import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { LinkPurpose } from '@wilma/domain';
import { Clock, Config, SignedLinks } from '@wilma/platform';
import type { LinkRequest } from './link-request.entity.js';

const MINUTE_MS = 60_000;
const PLACES: Readonly<Record<LinkPurpose, { path: string; validMs: number }>> = {
  SIGN_IN: { path: 'sign-in-link', validMs: 10 * MINUTE_MS },
  RESET_PASSWORD: { path: 'reset-password', validMs: 60 * MINUTE_MS },
};

type Asked = Pick<LinkRequest, 'expiresAt' | 'id' | 'purpose'>;

/**
 * Tokens of links that work once. Nothing but a hash of them is stored: whoever mails one makes it
 * again from the request that it was made for.
 */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  newToken(purpose: LinkPurpose): string {
    const expiresAt = new Date(this.clock.now().getTime() + PLACES[purpose].validMs);
    return this.tokenOf({ id: randomUUID(), purpose, expiresAt });
  }

  /** The request that a token was made for; null where it is forged or past its end. */
  read(purpose: LinkPurpose, token: string): Asked | null {
    const claims = this.links.verify(purpose, token);
    if (claims === null) return null;
    const { request = '', until = '' } = claims;
    return { id: request, purpose, expiresAt: new Date(Number(until)) };
  }

  urlFor(request: Asked & Pick<LinkRequest, 'nextPage'>): string {
    const { path } = PLACES[request.purpose];
    const next = request.nextPage === null ? '' : `?to=${encodeURIComponent(request.nextPage)}`;
    return `${this.config.publicUrl}/${path}/${this.tokenOf(request)}${next}`;
  }

  private tokenOf({ id, purpose, expiresAt }: Asked): string {
    const claims = { request: id, until: String(expiresAt.getTime()) };
    return this.links.sign(purpose, claims, expiresAt);
  }
}
