import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, SignedLinks } from '@wilma/platform';
import type { Contact, Posting } from '@wilma/postings';

const DAY_MS = 86_400_000;
/** How long each link leads to its page; what the page then offers depends on the posting. */
const DAYS = { confirm: 90, renew: 90 } as const;
export type PostingLinkPurpose = keyof typeof DAYS;

export interface PostingClaims {
  readonly posting: string;
  /** Whom it was sent to; void where the posting has another contact by now. */
  readonly to: string;
}

type Addressed = Pick<Posting, 'id'> & { readonly contact: Pick<Contact, 'mail'> };

/** Links by which the contact of a posting agrees to it or renews it without signing in. */
@Injectable()
export class PostingLinks {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
  ) {}

  urlFor(purpose: PostingLinkPurpose, { id, contact }: Addressed): string {
    const claims = { posting: id, to: this.links.addresseeKey(contact.mail) };
    const until = new Date(this.clock.now().getTime() + DAYS[purpose] * DAY_MS);
    const token = this.links.sign(`posting.${purpose}`, claims, until);
    return `${this.config.publicUrl}/${purpose}/${token}`;
  }

  read(purpose: PostingLinkPurpose, token: string): PostingClaims | null {
    const claims = this.links.verify(`posting.${purpose}`, token);
    return claims === null ? null : { posting: claims.posting ?? '', to: claims.to ?? '' };
  }

  /** Whether the link was sent to who is the contact now. */
  isFor({ to }: PostingClaims, { mail }: Pick<Contact, 'mail'>): boolean {
    return to === this.links.addresseeKey(mail);
  }
}
