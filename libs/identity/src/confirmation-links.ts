import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, SignedLinks } from '@wilma/platform';
import type { Account } from './account.entity.js';

const PURPOSE = 'confirm-address';
const VALID_MS = 7 * 86_400_000;

export interface ConfirmationClaims {
  readonly account: string;
  readonly addressee: string;
  readonly askedAt: Date;
}

/** Links by which somebody confirms the address of their account. */
@Injectable()
export class ConfirmationLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** A link, and the moment at which it ends. */
  make({ id, email }: Pick<Account, 'email' | 'id'>): { url: string; until: Date } {
    const now = this.clock.now();
    const until = new Date(now.getTime() + VALID_MS);
    const addressee = this.links.addresseeKey(email);
    const claims = { account: id, addressee, asked: now.toISOString() };
    const token = this.links.sign(PURPOSE, claims, until);
    return { url: `${this.config.publicUrl}/confirm-address/${token}`, until };
  }

  /** What the token says; null where it is forged or past its end. */
  read(token: string): ConfirmationClaims | null {
    const claims = this.links.verify(PURPOSE, token);
    if (claims === null) return null;
    const { account = '', addressee = '', asked = '' } = claims;
    return { account, addressee, askedAt: new Date(asked) };
  }

  /** Whether a link went to this address: an account may have changed its own since. */
  isTo({ addressee }: ConfirmationClaims, { email }: Pick<Account, 'email'>): boolean {
    return addressee === this.links.addresseeKey(email);
  }
}
