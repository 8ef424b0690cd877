import { Injectable, Logger } from '@nestjs/common';
import {
  type AccountActor,
  type Actor,
  badInput,
  conflict,
  demand,
  EDITABLE,
  notFound,
  type PostingAbility,
  type PostingAction,
  type PostingKind,
  type PostingState,
  stepPosting,
} from '@wilma/domain';
import { Account, Organisation, OrganisationService } from '@wilma/identity';
import { Clock, Database, EventLog, isUuid, type Tx } from '@wilma/platform';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { describeOwner } from './owner-description.js';
import { checkWhole, columnsOf, matchingChanged } from './posting-draft.js';
import { PostingTagWriter } from './posting-tag.writer.js';
import { Posting } from './posting.entity.js';
import type { NeedInput, NeedPatch, OfferInput, OfferPatch } from './posting.input.js';

/** How long a posting is listed before its owner must renew it. */
const LISTED_DAYS = 180;
const DAY_MS = 86_400_000;
/** States in which a posting may still lack what readers and matching need. */
const UNFINISHED: readonly PostingState[] = ['DRAFT', 'CHANGES_REQUESTED'];

type Columns = QueryDeepPartialEntity<Posting>;

/** A step of one posting, and what changes besides its state. */
interface Step {
  readonly posting: Posting;
  readonly action: PostingAction;
  readonly columns?: Columns;
}

/** Creates postings and moves them through their states, each step with its event. */
@Injectable()
export class PostingService {
  private readonly log = new Logger(PostingService.name);

  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly organisations: OrganisationService,
    private readonly tags: PostingTagWriter,
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
      const posting = await this.claim(tx, actor, 'edit', [id, version]);
      if (posting.kind !== kind) throw notFound();
      if (!EDITABLE.includes(posting.state)) {
        throw conflict(`a posting in state ${posting.state} can't be edited`);
      }
      const columns = columnsOf(patch, posting);
      const tagsChanged = await this.tags.replace(tx, id, patch.tags);
      await this.update(tx, posting, columns);
      await this.events.record(tx, actor, 'posting.edited', { posting: id });
      const edited = await this.reload(tx, id);
      if (!UNFINISHED.includes(posting.state)) checkWhole(edited, await this.tags.count(tx, id));
      const isMatchedAnew = tagsChanged || matchingChanged(posting, columns);
      await this.afterEdit(tx, actor, { posting: edited, isMatchedAnew });
      return this.reload(tx, id);
    });
  }

  /** Hands a draft in; a verified organisation's is published at once. */
  submit(actor: Actor, id: string, version: number): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.claim(tx, actor, 'submit', [id, version]);
      stepPosting(posting.state, 'submit');
      checkWhole(posting, await this.tags.count(tx, id));
      await this.step(tx, actor, { posting, action: 'submit' });
      const owner = await tx.findOneByOrFail(Organisation, { id: posting.organisationId });
      if (owner.verifiedAt !== null) await this.publish(tx, actor, await this.reload(tx, id));
      return this.reload(tx, id);
    });
  }

  review(
    actor: Actor,
    [id, version]: [string, number],
    decision: 'PUBLISH' | 'REQUEST_CHANGES',
    note: string | null,
  ): Promise<Posting> {
    if (decision === 'REQUEST_CHANGES' && (note ?? '') === '') {
      throw badInput({ path: 'note', problem: 'textNeeded' });
    }
    return this.database.transaction(async (tx) => {
      const posting = await this.claim(tx, actor, 'review', [id, version]);
      if (decision === 'PUBLISH') {
        await this.publish(tx, actor, posting);
      } else {
        const columns = { reviewNote: note };
        await this.step(tx, actor, { posting, action: 'requestChanges', columns });
      }
      return this.reload(tx, id);
    });
  }

  /** Pause, resume, renew, close: steps of the owner that need nothing more. */
  move(
    actor: Actor,
    [id, version]: [string, number],
    action: 'close' | 'pause' | 'renew' | 'resume',
  ): Promise<Posting> {
    return this.database.transaction(async (tx) => {
      const posting = await this.claim(tx, actor, action, [id, version]);
      const columns = action === 'renew' ? { expiresAt: this.endOfListing() } : {};
      await this.step(tx, actor, { posting, action, columns });
      return this.reload(tx, id);
    });
  }

  /** Ends the listing of postings whose time is over. @returns how many, at most `limit` */
  async expireDue(actor: Actor, limit: number): Promise<number> {
    const due = await this.database.read
      .createQueryBuilder(Posting, 'posting')
      .where(`posting.state = 'PUBLISHED' AND posting.expires_at <= :now`, {
        now: this.clock.now(),
      })
      .limit(limit)
      .getMany();
    for (const posting of due) {
      // Edited at this moment, say: the next run finds it again.
      await this.database
        .transaction((tx) => this.step(tx, actor, { posting, action: 'expire' }))
        .catch((error: unknown) => this.log.warn(`posting ${posting.id}: ${String(error)}`));
    }
    return due.length;
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
      return this.reload(tx, posting.id);
    });
  }

  private async publish(tx: Tx, actor: Actor, posting: Posting): Promise<void> {
    const owner = await tx.findOneByOrFail(Organisation, { id: posting.organisationId });
    await this.step(tx, actor, {
      posting,
      action: 'publish',
      columns: {
        ...(await describeOwner(tx, owner, posting.district)),
        publishedAt: posting.publishedAt ?? this.clock.now(),
        expiresAt: this.endOfListing(),
        reviewNote: null,
      },
    });
  }

  /** Whatever an unverified organisation edits is reviewed again: all of it is public. */
  private async afterEdit(
    tx: Tx,
    actor: Actor,
    { posting, isMatchedAnew }: { posting: Posting; isMatchedAnew: boolean },
  ): Promise<void> {
    if (posting.state !== 'PUBLISHED' && posting.state !== 'PAUSED') return;
    const owner = await tx.findOneByOrFail(Organisation, { id: posting.organisationId });
    if (owner.verifiedAt === null) {
      await this.step(tx, actor, { posting, action: 'sendBack' });
    } else if (isMatchedAnew && posting.state === 'PUBLISHED') {
      await this.events.record(tx, actor, 'posting.changed', { posting: posting.id });
    }
  }

  /** Locks the posting and asks whether the actor may do this to this version of it. */
  private async claim(
    tx: Tx,
    actor: Actor,
    ability: PostingAbility,
    [id, version]: [string, number],
  ): Promise<Posting> {
    if (!isUuid(id)) throw notFound();
    const posting = await tx
      .createQueryBuilder(Posting, 'posting')
      .addSelect(['posting.organisationId', 'posting.confidential'])
      .where('posting.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
    if (posting === null) throw notFound();
    demand(actor, ability, { is: 'Posting', ...factsOf(posting) });
    if (posting.version !== version) throw conflict('the posting was changed meanwhile');
    return posting;
  }

  private async step(tx: Tx, actor: Actor, { posting, action, columns }: Step): Promise<void> {
    const { state, event } = stepPosting(posting.state, action);
    await this.update(tx, posting, { ...columns, state });
    await this.events.record(tx, actor, event, { posting: posting.id });
  }

  /** Compare and set: exactly the version that was read becomes the next one. */
  private async update(tx: Tx, posting: Posting, columns: Columns): Promise<void> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(posting.kind === 'NEED' ? Need : Offer)
      .set({ ...columns, version: () => 'version + 1' })
      .where('id = :id AND version = :version', { id: posting.id, version: posting.version })
      .execute();
    if (affected !== 1) throw conflict('the posting was changed meanwhile');
  }

  private reload(tx: Tx, id: string): Promise<Posting> {
    return tx
      .createQueryBuilder(Posting, 'posting')
      .addSelect('posting.organisationId')
      .where('posting.id = :id', { id })
      .getOneOrFail();
  }

  private endOfListing(): Date {
    return new Date(this.clock.now().getTime() + LISTED_DAYS * DAY_MS);
  }
}

const factsOf = ({ organisationId, state, visibility }: Posting) => ({
  organisationId,
  state,
  visibility,
});
