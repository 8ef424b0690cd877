import { Inject, Injectable } from '@nestjs/common';
import { Config, SignedLinks } from '@wilma/platform';

const PURPOSE = 'invitation';

/** Links by which somebody who was invited accepts. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly links: SignedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor({ id, expiresAt }: { readonly id: string; readonly expiresAt: Date }): string {
    const token = this.links.sign(PURPOSE, { invitation: id }, expiresAt);
    return `${this.config.publicUrl}/invitation/${token}`;
  }

  /** Id of the invitation; null where the token is forged or past its end. */
  read(token: string): string | null {
    return this.links.verify(PURPOSE, token)?.invitation ?? null;
  }
}
