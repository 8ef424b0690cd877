import { Injectable } from '@nestjs/common';
import { type Actor, awaitsContact, conflict, type ContactActor } from '@wilma/domain';
import { type ConsentText, Database, EventLog, type Tx } from '@wilma/platform';
import { ContactConsents } from './contact-consents.js';
import type { Posting } from './posting.entity.js';
import { PostingWriter } from './posting.writer.js';

/**
 * The yes of the contact on whose behalf a posting was entered: it is asked for when the posting is
 * handed in, and anew after a coordinator has edited what the contact agreed to.
 */
@Injectable()
export class PostingConfirmationService {
  constructor(
    private readonly database: Database,
    private readonly writer: PostingWriter,
    private readonly events: EventLog,
    private readonly consents: ContactConsents,
  ) {}

  /** Has the contact asked. Whom and how often is up to the mails. */
  async ask(tx: Tx, actor: Actor, { id }: Posting): Promise<void> {
    await this.events.record(tx, actor, 'posting.confirmation-asked', { posting: id });
  }

  /**
   * The contact agrees to what they were shown, this version of it. A verified organisation's is
   * published at once; others wait for a coordinator.
   * @param text what the page said above its button: kept as proof
   */
  confirm(actor: ContactActor, version: number, text: ConsentText): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.waiting(tx, actor, 'confirm', version);
      const columns = { confirmation: 'CONFIRMED' } as const;
      await this.writer.step(tx, actor, { posting, action: 'confirm', columns });
      await this.consents.agree(tx, posting.contact.mail, text);
      const owner = await this.writer.ownerOf(tx, posting);
      if (owner.verifiedAt !== null) {
        const confirmed = await this.writer.reload(tx, posting.id);
        await this.writer.publish(tx, actor, { posting: confirmed, reviewed: false });
      }
      return this.writer.reload(tx, posting.id);
    });
  }

  /** It was not them, or they don't want it: it is closed for good. */
  refuse(actor: ContactActor, version: number): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.waiting(tx, actor, 'refuse', version);
      const columns = { confirmation: 'REFUSED' } as const;
      await this.writer.step(tx, actor, { posting, action: 'refuse', columns });
      return this.writer.reload(tx, posting.id);
    });
  }

  private async waiting(
    tx: Tx,
    actor: ContactActor,
    ability: 'confirm' | 'refuse',
    version: number,
  ): Promise<Posting> {
    const posting = await this.writer.claim(tx, actor, ability, [actor.postingId, version]);
    if (!awaitsContact(posting.confirmation)) throw conflict('nothing waits for the contact');
    return posting;
  }
}
