import { Inject, Injectable } from '@nestjs/common';
import { Config, SignedLinks } from '@wilma/platform';
import type { Erasure } from './erasure.entity.js';

const PURPOSE = 'erasure';

/** Links by which somebody keeps their account after all, signed in or not. */
@Injectable()
export class ErasureLinks {
  constructor(
    private readonly links: SignedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor({ id }: Pick<Erasure, 'id'>, latestAt: Date): string {
    const token = this.links.sign(PURPOSE, { erasure: id }, latestAt);
    return `${this.config.publicUrl}/erasure/${token}`;
  }

  /** Id of the wish; null where the token is forged or past its end. */
  read(token: string): string | null {
    return this.links.verify(PURPOSE, token)?.erasure ?? null;
  }
}
