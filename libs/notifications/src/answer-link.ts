import { Inject, Injectable } from '@nestjs/common';
import { Side } from '@wilma/domain';
import type { Match } from '@wilma/matches';
import { Config, SignedLinks } from '@wilma/platform';

const PURPOSE = 'answer';
/** A late reader is told that it is over rather than that the link is wrong. */
const GRACE_MS = 60 * 86_400_000;

export interface AnswerClaims {
  readonly match: string;
  readonly side: Side;
  /** Links of an earlier round of asking are void. */
  readonly round: number;
}

/** Links by which a side answers without signing in. */
@Injectable()
export class AnswerLinks {
  constructor(
    private readonly links: SignedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor(match: Match, side: Side, deadline: Date): string {
    const claims = { match: match.id, side, round: String(match.round) };
    const token = this.links.sign(PURPOSE, claims, new Date(deadline.getTime() + GRACE_MS));
    return `${this.config.publicUrl}/answer/${token}`;
  }

  read(token: string): AnswerClaims | null {
    const claims = this.links.verify(PURPOSE, token);
    if (claims === null) return null;
    const { match = '', side = '', round = '' } = claims;
    return side in Side ? { match, side: side as Side, round: Number(round) } : null;
  }
}
