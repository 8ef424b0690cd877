import { Injectable } from '@nestjs/common';
import {
  organisationsOf,
  isStaff,
  type Actor,
  conflict,
  demand,
  type EventName,
  type Events,
  isQuiet,
  type MatchAbility,
  type MatchAccessFacts,
  type MatchAction,
  notFound,
  type Side,
  stepMatch,
} from '@wilma/domain';
import { mayMeet } from '@wilma/matching';
import { EventLog, isUuid, rowsOf, type Tx } from '@wilma/platform';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Match } from './match.entity.js';
import { MATCH_FACTS } from './match.reader.js';

export type MatchColumns = QueryDeepPartialEntity<Match>;

/** A locked match and the organisations of its two sides. */
export interface ClaimedMatch {
  readonly match: Match;
  readonly owner: Readonly<Record<Side, string>>;
}

type MatchEventName = Extract<EventName, `match.${string}`>;

/** What events of matches tell besides the id. */
type Details = { [N in MatchEventName]: Omit<Events[N], 'match'> }[MatchEventName];

/** A step of one match: what changes besides its state, and what its event tells of it. */
export interface Step {
  readonly match: Match;
  readonly action: MatchAction;
  readonly columns?: MatchColumns;
  readonly more?: Details;
}

const ownerOf = (posting: string): string =>
  `(SELECT organisation_id FROM posting WHERE posting.id = ${posting})`;

/** What the rules ask of a match. */
export const factsOf = ({ match: { everAsked }, owner }: ClaimedMatch): MatchAccessFacts => ({
  is: 'Match',
  needOrganisationId: owner.NEED,
  offerOrganisationId: owner.OFFER,
  everAsked,
});

/** The one way to write matches: lock, ask the rules, compare and set, record. */
@Injectable()
export class MatchWriter {
  constructor(private readonly events: EventLog) {}

  /**
   * Locks the match. One of others is not looked at where somebody acts: refusing it takes as long
   * as where there is none.
   * @throws DomainError NOT_FOUND where there is none
   */
  async claim(tx: Tx, id: string, actor: Actor | null = null): Promise<ClaimedMatch> {
    if (!isUuid(id)) throw notFound();
    const query = tx
      .createQueryBuilder(Match, 'match')
      .addSelect(ownerOf('match.need_id'), 'need_owner')
      .addSelect(ownerOf('match.offer_id'), 'offer_owner')
      .where('match.id = :id', { id })
      .setLock('pessimistic_write');
    if (actor !== null && !isStaff(actor)) {
      const { needOrganisationId, offerOrganisationId } = MATCH_FACTS;
      query.andWhere(`(${needOrganisationId(':own')} OR ${offerOrganisationId(':own')})`, {
        own: organisationsOf(actor),
      });
    }
    const found = await query.getRawAndEntities<Record<'need_owner' | 'offer_owner', string>>();
    const [match] = found.entities;
    const [owners] = found.raw;
    if (match === undefined || owners === undefined) throw notFound();
    return { match, owner: { NEED: owners.need_owner, OFFER: owners.offer_owner } };
  }

  /** Claims a match for what the actor wants to do to this version of it. */
  async claimFor(
    tx: Tx,
    actor: Actor,
    ability: MatchAbility,
    [id, version]: [string, number],
  ): Promise<Match> {
    const claimed = await this.claim(tx, id, actor);
    this.check(actor, ability, claimed, version);
    return claimed.match;
  }

  /**
   * Passes where the actor may do this to a match and has seen its present version.
   * @throws DomainError NOT_FOUND, FORBIDDEN or, last, CONFLICT
   */
  check(
    actor: Actor,
    ability: MatchAbility,
    { match, owner }: ClaimedMatch,
    version: number,
  ): void {
    demand(actor, ability, factsOf({ match, owner }));
    if (match.version !== version) throw conflict('the match was changed meanwhile');
  }

  /**
   * Nobody is asked about or introduced by a posting that was taken away, or against the will of
   * one of the owners; such matches are being withdrawn. Holds the postings as they are until the transaction ends.
   * @throws DomainError CONFLICT
   */
  async demandListed(tx: Tx, { needId, offerId }: Match): Promise<void> {
    const rows = await rowsOf<{ organisation: string; neverWith: string[] }>(
      tx,
      `SELECT organisation_id AS organisation, never_match_with AS "neverWith"
         FROM posting WHERE id = ANY($1) AND state = 'PUBLISHED' FOR SHARE`,
      [[needId, offerId]],
    );
    const [one, other] = rows;
    if (one === undefined || other === undefined) {
      throw conflict('one of the postings is no longer published');
    }
    if (!mayMeet(one, other)) throw conflict('the postings are never to be matched');
  }

  /** Takes one step of the transition table and records its event. */
  async step(tx: Tx, actor: Actor, { match, action, columns, more }: Step): Promise<void> {
    const { state, event } = stepMatch(match.state, action);
    if (isQuiet(action)) await this.setQuietly(tx, match, columns ?? {});
    else await this.set(tx, match, { ...columns, state });
    const payload = { match: match.id, ...more };
    await this.events.record(tx, actor, event, payload);
  }

  /**
   * Stores what one side said without a new version, which the other side would notice. The match
   * is locked, and an answer never conflicts with the other side's.
   */
  private async setQuietly(tx: Tx, match: Match, columns: MatchColumns): Promise<void> {
    await tx.update(Match, { id: match.id, version: match.version }, columns);
  }

  /** Compare and set: exactly the version that was read becomes the next one. */
  async set(tx: Tx, match: Match, columns: MatchColumns): Promise<void> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Match)
      .set({ ...columns, version: () => 'version + 1' })
      .where('id = :id AND version = :version', { id: match.id, version: match.version })
      .execute();
    if (affected !== 1) throw conflict('the match was changed meanwhile');
  }

  reload(tx: Tx, id: string): Promise<Match> {
    return tx.findOneByOrFail(Match, { id });
  }
}
