import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '@wilma/domain';
import { EventLog, type Tx } from '@wilma/platform';
import type { Contact } from './contact.js';
import type { Posting } from './posting.entity.js';
import { PostingWriter } from './posting.writer.js';

/** What becomes of a posting when its contact goes: somebody takes it over, or it ends. */
@Injectable()
export class PostingSuccession {
  constructor(
    private readonly writer: PostingWriter,
    private readonly events: EventLog,
  ) {}

  /** A member of the owner takes the place of the contact; from then on it is the owner's own. */
  async passOn(tx: Tx, id: string, contact: Contact, actor: Actor = SYSTEM): Promise<void> {
    const posting = await this.writer.reload(tx, id);
    const columns = { contact, ...isOwnersNow(posting) };
    await this.writer.update(tx, posting, columns);
    await this.events.record(tx, actor, 'posting.contact-replaced', { posting: id });
  }

  /** Nobody is left to answer for it; its open matches are withdrawn as ever. */
  async close(tx: Tx, id: string): Promise<void> {
    const posting = await this.writer.reload(tx, id);
    await this.writer.step(tx, SYSTEM, { posting, action: 'close' });
  }
}

/** What was entered for a contact who never agreed is not published by somebody else's coming. */
const isOwnersNow = ({ confirmation }: Posting) =>
  confirmation === 'CONFIRMED' ? { confirmation: null } : {};
