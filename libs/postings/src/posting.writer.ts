import { Injectable } from '@nestjs/common';
import {
  type Actor,
  conflict,
  demand,
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
import { describeOwner } from './owner-description.js';
import { Posting } from './posting.entity.js';

/** How long a posting is listed before its owner must renew it. */
const LISTED_DAYS = 180;
const DAY_MS = 86_400_000;

export type PostingColumns = QueryDeepPartialEntity<Posting>;

/** A step of one posting, and what changes besides its state. */
export interface PostingStepping {
  readonly posting: Posting;
  readonly action: PostingAction;
  readonly columns?: PostingColumns;
}

/** The one way to write postings: lock, ask the rules, compare and set, record. */
@Injectable()
export class PostingWriter {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Locks the posting and asks whether the actor may do this to this version of it. */
  async claim(
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

  /** Takes one step of the transition table and records its event. */
  async step(tx: Tx, actor: Actor, { posting, action, columns }: PostingStepping): Promise<void> {
    const { state, event } = stepPosting(posting.state, action);
    await this.update(tx, posting, { ...columns, state });
    await this.events.record(tx, actor, event, { posting: posting.id });
  }

  /** Lists the posting, with what it tells of its owner while it is blinded. */
  async publish(tx: Tx, actor: Actor, posting: Posting): Promise<void> {
    await this.step(tx, actor, {
      posting,
      action: 'publish',
      columns: {
        ...(await describeOwner(tx, await this.ownerOf(tx, posting), posting.district)),
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
      .addSelect('posting.organisationId')
      .where('posting.id = :id', { id })
      .getOneOrFail();
  }

  ownerOf(tx: Tx, { organisationId }: Posting): Promise<Organisation> {
    return tx.findOneByOrFail(Organisation, { id: organisationId });
  }

  endOfListing(): Date {
    return new Date(this.clock.now().getTime() + LISTED_DAYS * DAY_MS);
  }
}

const factsOf = ({ organisationId, state, visibility }: Posting) => ({
  organisationId,
  state,
  visibility,
});
