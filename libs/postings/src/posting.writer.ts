import { Injectable } from '@nestjs/common';
import {
  type Actor,
  awaitsContact,
  conflict,
  demand,
  type Events,
  LISTED_DAYS,
  notFound,
  type PostingAbility,
  type PostingAction,
  stepPosting,
} from '@wilma/domain';
import { Organisation } from '@wilma/identity';
import { Clock, EventLog, isUuid, type Tx } from '@wilma/platform';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';
import { describeOwners, type OwnerDescription } from './owner-description.js';
import { allowedPostings } from './posting-access.js';
import { Posting } from './posting.entity.js';

const DAY_MS = 86_400_000;

/** What is told to nobody by itself, but needed to change a posting. */
const KEPT_BACK = [
  'organisationId',
  'confidential',
  'confirmation',
  'neverMatchWith',
  'contact.mail',
].map((name) => `posting.${name}`);

export type PostingColumns = QueryDeepPartialEntity<Posting>;

/** What events of steps tell besides the id. */
type Details = Partial<Omit<Events['posting.published'], 'posting'>>;

/** A step of one posting: what changes besides its state, and what its event tells of it. */
export interface PostingStepping {
  readonly posting: Posting;
  readonly action: PostingAction;
  readonly columns?: PostingColumns;
  readonly more?: Details;
}

/** The one way to write postings: lock, ask the rules, compare and set, record. */
@Injectable()
export class PostingWriter {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the posting and asks whether the actor may do this to this version of it. One that they
   * may not see is not looked at: refusing it takes as long as where there is none.
   */
  async claim(
    tx: Tx,
    actor: Actor,
    ability: PostingAbility,
    [id, version]: [string, number],
  ): Promise<Posting> {
    if (!isUuid(id)) throw notFound();
    const query = tx
      .createQueryBuilder(Posting, 'posting')
      .addSelect(KEPT_BACK)
      .where('posting.id = :id', { id })
      .setLock('pessimistic_write');
    const posting = await allowedPostings(query, actor, 'read').getOne();
    if (posting === null) throw notFound();
    demand(actor, ability, { is: 'Posting', ...factsOf(posting) });
    if (posting.version !== version) throw conflict('the posting was changed meanwhile');
    return posting;
  }

  /** Takes one step of the transition table and records its event. */
  async step(tx: Tx, actor: Actor, stepping: PostingStepping): Promise<void> {
    const { posting, action, columns, more } = stepping;
    const { state, event } = stepPosting(posting.state, action);
    await this.update(tx, posting, { ...columns, state });
    const payload = { posting: posting.id, ...more };
    // The table's events tell the id alone, except one.
    await this.events.record(tx, actor, event, payload);
  }

  /**
   * Lists the posting, with what it tells of its owner while it is blinded.
   * @throws DomainError CONFLICT where the contact on whose behalf it was entered has not agreed
   */
  async publish(
    tx: Tx,
    actor: Actor,
    { posting, reviewed }: { readonly posting: Posting; readonly reviewed: boolean },
  ): Promise<void> {
    if (awaitsContact(posting.confirmation)) throw conflict('the contact has not agreed yet');
    await this.step(tx, actor, {
      posting,
      action: 'publish',
      more: { reviewed },
      columns: {
        ...(await this.describe(tx, posting)),
        publishedAt: posting.publishedAt ?? this.clock.now(),
        expiresAt: this.endOfListing(),
        reviewNote: null,
      },
    });
  }

  /** Compare and set: exactly the version that was read becomes the next one. */
  async update(tx: Tx, posting: Posting, columns: PostingColumns): Promise<void> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(posting.kind === 'NEED' ? Need : Offer)
      .set({ ...columns, version: () => 'version + 1' })
      .where('id = :id AND version = :version', { id: posting.id, version: posting.version })
      .execute();
    if (affected !== 1) throw conflict('the posting was changed meanwhile');
  }

  reload(tx: Tx, id: string): Promise<Posting> {
    return tx
      .createQueryBuilder(Posting, 'posting')
      .addSelect(KEPT_BACK)
      .where('posting.id = :id', { id })
      .getOneOrFail();
  }

  ownerOf(tx: Tx, { organisationId }: Posting): Promise<Organisation> {
    return tx.findOneByOrFail(Organisation, { id: organisationId });
  }

  /** What the posting tells of its owner while it is blinded. */
  async describe(tx: Tx, posting: Posting): Promise<OwnerDescription> {
    const { sector, sizeClass } = await this.ownerOf(tx, posting);
    const [described] = await describeOwners(tx, [
      { sector, sizeClass, district: posting.district },
    ]);
    return described ?? { sector: null, sizeClass: null };
  }

  endOfListing(): Date {
    return new Date(this.clock.now().getTime() + LISTED_DAYS * DAY_MS);
  }
}

const factsOf = ({ id, organisationId, state, visibility, confirmation }: Posting) => ({
  id,
  organisationId,
  state,
  visibility,
  confirmation,
});
