import { Injectable } from '@nestjs/common';
import { Account } from '@wilma/identity';
import { Clock, type ConsentText, rowsOf, SignedLinks, type Tx } from '@wilma/platform';
import { ContactConsent } from './contact-consent.entity.js';

/** Remembers whom the service may write to though they never registered. */
@Injectable()
export class ContactConsents {
  constructor(
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether somebody may be asked now, which counts as asked: for the first time, or after they
   * have agreed to something, or because they have an account whose address they confirmed.
   */
  async mayAsk(tx: Tx, mail: string): Promise<boolean> {
    const addressee = this.links.addresseeKey(mail);
    const asked = await rowsOf(
      tx,
      `INSERT INTO contact_consent (addressee, asked_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING addressee`,
      [addressee, this.clock.now()],
    );
    if (asked.length > 0) return true;
    const { agreedAt } = await tx.findOneByOrFail(ContactConsent, { addressee });
    return (
      agreedAt !== null || tx.existsBy(Account, { email: mail.toLowerCase(), emailVerified: true })
    );
  }

  /** @param text what they read above the button */
  async agree(tx: Tx, mail: string, text: ConsentText): Promise<void> {
    const now = this.clock.now();
    const proof = { agreedAt: now, textVersion: text.version, textHash: text.hash };
    const addressee = this.links.addresseeKey(mail);
    const { affected } = await tx.update(ContactConsent, { addressee }, proof);
    if (affected === 0) await tx.insert(ContactConsent, { addressee, askedAt: now, ...proof });
  }
}
