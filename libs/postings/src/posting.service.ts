import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  conflict,
  EDITABLE,
  notFound,
  type PostingKind,
  type PostingState,
  stepPosting,
} from '@wilma/domain';
import { Account, OrganisationService } from '@wilma/identity';
import { Clock, Database, EventLog, type Tx } from '@wilma/platform';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { checkWhole, columnsOf, matchingChanged } from './posting-draft.js';
import { PostingTagWriter } from './posting-tag.writer.js';
import { Posting } from './posting.entity.js';
import type { NeedInput, NeedPatch, OfferInput, OfferPatch } from './posting.input.js';
import { PostingWriter } from './posting.writer.js';

/** States in which a posting may still lack what readers and matching need. */
const UNFINISHED: readonly PostingState[] = ['DRAFT', 'CHANGES_REQUESTED'];

/** Creates postings and moves them through their states, each step with its event. */
@Injectable()
export class PostingService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly organisations: OrganisationService,
    private readonly tags: PostingTagWriter,
    private readonly writer: PostingWriter,
    private readonly clock: Clock,
  ) {}

  createNeed(actor: AccountActor, input: NeedInput): Promise<Need> {
    return this.create(actor, 'NEED', input) as Promise<Need>;
  }

  createOffer(actor: AccountActor, input: OfferInput): Promise<Offer> {
    return this.create(actor, 'OFFER', input) as Promise<Offer>;
  }

  /**
   * Edits what is not closed. Tags, text or forms of a published posting changed: it is matched
   * again, or reviewed again where its organisation is not verified.
   */
  edit(
    actor: Actor,
    kind: PostingKind,
    [id, version]: [string, number],
    patch: NeedPatch | OfferPatch,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, 'edit', [id, version]);
      if (posting.kind !== kind) throw notFound();
      if (!EDITABLE.includes(posting.state)) {
        throw conflict(`a posting in state ${posting.state} can't be edited`);
      }
      const columns = columnsOf(patch, posting);
      const tagsChanged = await this.tags.replace(tx, id, patch.tags);
      await this.writer.update(tx, posting, columns);
      await this.events.record(tx, actor, 'posting.edited', { posting: id });
      const edited = await this.writer.reload(tx, id);
      if (!UNFINISHED.includes(posting.state)) checkWhole(edited, await this.tags.count(tx, id));
      const isMatchedAnew = tagsChanged || matchingChanged(posting, columns);
      await this.afterEdit(tx, actor, { posting: edited, isMatchedAnew });
      return this.writer.reload(tx, id);
    });
  }

  /** Hands a draft in; a verified organisation's is published at once. */
  submit(actor: Actor, id: string, version: number): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, 'submit', [id, version]);
      stepPosting(posting.state, 'submit');
      checkWhole(posting, await this.tags.count(tx, id));
      await this.writer.step(tx, actor, { posting, action: 'submit' });
      const owner = await this.writer.ownerOf(tx, posting);
      if (owner.verifiedAt !== null)
        await this.writer.publish(tx, actor, await this.writer.reload(tx, id));
      return this.writer.reload(tx, id);
    });
  }

  /** Pause, resume, renew, close: steps of the owner that need nothing more. */
  move(
    actor: Actor,
    [id, version]: [string, number],
    action: 'close' | 'pause' | 'renew' | 'resume',
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.writer.claim(tx, actor, action, [id, version]);
      const columns = action === 'renew' ? { expiresAt: this.writer.endOfListing() } : {};
      await this.writer.step(tx, actor, { posting, action, columns });
      return this.writer.reload(tx, id);
    });
  }

  private create(
    actor: AccountActor,
    kind: PostingKind,
    input: NeedInput | OfferInput,
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const owner = await this.organisations.postingFor(tx, actor, input.organisation ?? null);
      const author = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const columns = columnsOf(input, { district: owner.district });
      const entity = kind === 'NEED' ? Need : Offer;
      const posting = tx.create(entity, {
        language: author.locale,
        ...columns,
        ...(kind === 'OFFER' ? { dois: (input as OfferInput).dois ?? [] } : {}),
        contact: input.contact ?? {
          salutation: author.salutation,
          academicTitle: author.academicTitle,
          name: author.name,
          mail: author.email,
        },
        organisationId: owner.id,
        createdBy: actor.accountId,
        createdAt: this.clock.now(),
      } as Partial<Need>);
      await tx.insert(entity, posting);
      await this.tags.replace(tx, posting.id, input.tags ?? []);
      await this.events.record(tx, actor, 'posting.created', { posting: posting.id });
      return this.writer.reload(tx, posting.id);
    });
  }

  /** Whatever an unverified organisation edits is reviewed again: all of it is public. */
  private async afterEdit(
    tx: Tx,
    actor: Actor,
    { posting, isMatchedAnew }: { posting: Posting; isMatchedAnew: boolean },
  ): Promise<void> {
    if (posting.state !== 'PUBLISHED' && posting.state !== 'PAUSED') return;
    const owner = await this.writer.ownerOf(tx, posting);
    if (owner.verifiedAt === null) {
      await this.writer.step(tx, actor, { posting, action: 'sendBack' });
    } else if (isMatchedAnew && posting.state === 'PUBLISHED') {
      await this.events.record(tx, actor, 'posting.changed', { posting: posting.id });
    }
  }
}
