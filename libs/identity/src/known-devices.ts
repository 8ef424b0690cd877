import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, SignedLinks } from '@wilma/platform';

const PURPOSE = 'device';
const VALID_MS = 180 * 86_400_000;

/** Name of the cookie by which a browser shows that its owner has signed in before. */
export const deviceCookie = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  `${publicUrl.startsWith('https:') ? '__Secure-' : ''}wilma.device`;

/**
 * Tells browsers in which somebody has signed in from those of strangers: guessing is counted for
 * them apart. Says nothing of who is signed in, and lets nobody in.
 */
@Injectable()
export class KnownDevices {
  static readonly maxAge = VALID_MS / 1000;
  private readonly cookie: RegExp;

  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    @Inject(Config) config: Config,
  ) {
    this.cookie = new RegExp(`(?:^|; *)${deviceCookie(config).replaceAll('.', '\\.')}=([^;]+)`);
  }

  /** For the browser in which this account has just signed in. */
  tokenFor(email: string): string {
    const until = new Date(this.clock.now().getTime() + VALID_MS);
    return this.links.sign(PURPOSE, { account: this.links.addresseeKey(email) }, until);
  }

  /** Stands for the account, or for one device of its owner. @param cookies of the request */
  keyOf(email: string, cookies: string | undefined): string {
    const account = this.links.addresseeKey(email);
    const token = this.cookie.exec(cookies ?? '')?.[1];
    const isKnown = token !== undefined && this.links.verify(PURPOSE, token)?.account === account;
    return isKnown ? `device ${token}` : `account ${account}`;
  }
}
