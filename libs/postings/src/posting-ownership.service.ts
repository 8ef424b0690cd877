import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  badInput,
  conflict,
  EDITABLE,
  organisationsOf,
  SHOWN_POSTING,
} from '@wilma/domain';
import { type Organisation, OrganisationService } from '@wilma/identity';
import { EventLog, type Tx } from '@wilma/platform';
import { type Contact, isSameMail } from './contact.js';
import { PostingConfirmationService } from './posting-confirmation.service.js';
import type { Posting } from './posting.entity.js';
import { type PostingColumns, PostingWriter } from './posting.writer.js';

export interface Handover {
  /** Id of the organisation that takes the posting over. */
  readonly organisation: string;
  /** Null where the contact stays. */
  readonly contact: Contact | null;
}

/** Hands postings over to other organisations. Their matches are up to whoever calls. */
@Injectable()
export class PostingOwnership {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly writer: PostingWriter,
    private readonly confirmations: PostingConfirmationService,
    private readonly events: EventLog,
  ) {}

  /**
   * What is published stays so, described by its new owner, unless that one is not verified or
   * somebody else says who its contact is: then it is reviewed and confirmed first.
   */
  async transfer(
    tx: Tx,
    actor: AccountActor,
    [id, version]: [string, number],
    handover: Handover,
  ): Promise<Posting> {
    const posting = await this.writer.claim(tx, actor, 'transfer', [id, version]);
    if (!EDITABLE.includes(posting.state)) {
      throw conflict(`a posting in state ${posting.state} can't be handed over`);
    }
    const owner = await this.organisations.postingFor(tx, actor, handover.organisation);
    if (owner.id === posting.organisationId) {
      throw badInput({ path: 'organisation', problem: 'invalid' });
    }
    const asksContact = mustAgree(posting, handover, !organisationsOf(actor).includes(owner.id));
    await this.writer.update(tx, posting, columnsOf(posting, owner, handover));
    await this.events.record(tx, actor, 'posting.transferred', {
      posting: id,
      from: posting.organisationId,
      to: owner.id,
    });
    await this.settle(tx, actor, { owner, asksContact, id });
    return this.writer.reload(tx, id);
  }

  private async settle(
    tx: Tx,
    actor: AccountActor,
    { owner, asksContact, id }: { owner: Organisation; asksContact: boolean; id: string },
  ): Promise<void> {
    const posting = await this.writer.reload(tx, id);
    const columns = {
      ...(posting.publishedAt === null ? {} : await this.writer.describe(tx, posting)),
      ...(asksContact ? ({ confirmation: 'WAITING' } as const) : {}),
    };
    if (SHOWN_POSTING.includes(posting.state) && (asksContact || owner.verifiedAt === null)) {
      await this.writer.step(tx, actor, { posting, action: 'sendBack', columns });
    } else if (Object.keys(columns).length > 0) {
      await this.writer.update(tx, posting, columns);
    }
    const now = await this.writer.reload(tx, id);
    if (asksContact && now.state === 'SUBMITTED') await this.confirmations.ask(tx, actor, now);
  }
}

/** A contact agrees to what others enter for them, and to whom they give it. */
function mustAgree(posting: Posting, { contact }: Handover, isForOthers: boolean): boolean {
  const isAnother = contact !== null && !isSameMail(contact.mail, posting.contact.mail);
  return isForOthers && (posting.confirmation !== null || isAnother);
}

const columnsOf = (
  posting: Posting,
  owner: Organisation,
  { contact }: Handover,
): PostingColumns => ({
  organisationId: owner.id,
  neverMatchWith: posting.neverMatchWith.filter((one) => one !== owner.id),
  ...(contact === null ? {} : { contact }),
});
