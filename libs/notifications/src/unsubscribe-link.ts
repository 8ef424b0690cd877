import { Inject, Injectable } from '@nestjs/common';
import type { Account } from '@wilma/identity';
import { Clock, Config, SignedLinks } from '@wilma/platform';

const PURPOSE = 'unsubscribe';
/** People clear out old mails too. */
const VALID_MS = 366 * 86_400_000;

/** Links by which one click ends digests, without signing in. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor({ id }: Pick<Account, 'id'>): string {
    const until = new Date(this.clock.now().getTime() + VALID_MS);
    const token = this.links.sign(PURPOSE, { account: id }, until);
    return `${this.config.publicUrl}/unsubscribe/${token}`;
  }

  /** Id of the account; null where the token is forged or past its end. */
  read(token: string): string | null {
    return this.links.verify(PURPOSE, token)?.account ?? null;
  }
}
