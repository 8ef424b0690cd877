import { Inject, Injectable } from '@nestjs/common';
import { Side } from '@wilma/domain';
import type { Match } from '@wilma/matches';
import { Config, SignedLinks } from '@wilma/platform';
import type { Contact } from '@wilma/postings';

const PURPOSE = 'answer';
/** A late reader is told that it is over rather than that the link is wrong. */
const GRACE_MS = 60 * 86_400_000;

export interface AnswerClaims {
  readonly match: string;
  readonly side: Side;
  /** Links of an earlier round of asking are void. */
  readonly round: number;
  /** Whom it was sent to; void where the posting has another contact by now. */
  readonly to: string;
}

/** Whom a link is for. */
interface Addressee {
  readonly side: Side;
  readonly contact: Pick<Contact, 'mail'>;
}

/** Links by which a side answers without signing in. */
@Injectable()
export class AnswerLinks {
  constructor(
    private readonly links: SignedLinks,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor(match: Match, { side, contact }: Addressee, deadline: Date): string {
    const to = this.links.addresseeKey(contact.mail);
    const claims = { match: match.id, side, round: String(match.round), to };
    const token = this.links.sign(PURPOSE, claims, new Date(deadline.getTime() + GRACE_MS));
    return `${this.config.publicUrl}/answer/${token}`;
  }

  read(token: string): AnswerClaims | null {
    const claims = this.links.verify(PURPOSE, token);
    if (claims === null) return null;
    const { match = '', side = '', round = '', to = '' } = claims;
    return side in Side ? { match, side: side as Side, round: Number(round), to } : null;
  }

  /** Whether the link was sent to who is the contact now. */
  isFor({ to }: AnswerClaims, { mail }: Pick<Contact, 'mail'>): boolean {
    return to === this.links.addresseeKey(mail);
  }
}
