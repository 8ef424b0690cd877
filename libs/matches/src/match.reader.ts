import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type Actor,
  notFound,
  organisationsOf,
  overseesMatches,
  type Side,
} from '@wilma/domain';
import {
  abilitySql,
  Clock,
  type Connection,
  Cursors,
  Database,
  isUuid,
  page,
  type PageArgs,
  rowsOf,
  whereAllowed,
} from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import type { SelectQueryBuilder } from 'typeorm';
import { narrowDesk } from './desk-filter.js';
import { type HistoryEntry, type StoredEvent, visibleHistory } from './match-history.js';
import { Match } from './match.entity.js';
import { type MatchFilter, type MatchOrder, matchOrder } from './match.input.js';

/** Where the facts of a match stand, for abilities in SQL; whose its postings are is not read. */
export const MATCH_FACTS = {
  needOrganisationId: (owners: string) => `match.need_id IN (SELECT posting_of(${owners}))`,
  offerOrganisationId: (owners: string) => `match.offer_id IN (SELECT posting_of(${owners}))`,
  everAsked: 'match.ever_asked',
};

/** That the need, and that the offer, belongs to one of the organisations. */
const SIDES_OF = (owners: string): [need: string, offer: string] => [
  MATCH_FACTS.needOrganisationId(owners),
  MATCH_FACTS.offerOrganisationId(owners),
];

const waits = (condition: string): string => `match.state = 'APPROVED' AND EXISTS (
  SELECT FROM match_question AS question
   WHERE question.match_id = match.id AND question.round = match.round AND ${condition})`;
/** A question or a reply is to be passed on. */
export const WAITS_FOR_STAFF = waits(`question.state IN ('ASKED', 'REPLIED')`);
const WAITS_FOR_SIDE = waits(`question.state = 'RELAYED' AND
  CASE question.side WHEN 'NEED' THEN match.offer_id ELSE match.need_id END
    IN (SELECT posting_of(:mine))`);

/** How the viewer stands to a match. */
export interface Standing {
  /** Sides whose posting the viewer's organisations own. */
  readonly sides: readonly Side[];
  readonly canDecide: boolean;
}

/** What each side wrote along with its answer. */
export type SideNotes = Readonly<Record<Side, string | null>>;

/** Reads matches as one viewer may see them. */
@Injectable()
export class MatchReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
    private readonly vocabulary: VocabularyService,
  ) {}

  async list(
    actor: Actor,
    filter: MatchFilter,
    order: MatchOrder,
    args: PageArgs,
  ): Promise<Connection<Match>> {
    const by = matchOrder(order, overseesMatches(actor));
    return page(await this.filtered(actor, filter), by, args, this.cursors);
  }

  /** @throws DomainError NOT_FOUND where there is none or the viewer may not see it */
  async byId(actor: Actor, id: string): Promise<Match> {
    const match = isUuid(id)
      ? await this.visibleTo(actor).andWhere('match.id = :id', { id }).getOne()
      : null;
    if (match === null) throw notFound();
    return match;
  }

  /** By id, where the viewer may see them; for loaders. */
  async visible(actor: Actor, ids: readonly string[]): Promise<(Match | null)[]> {
    const found = await this.visibleTo(actor).andWhere('match.id = ANY(:ids)', { ids }).getMany();
    return ids.map((id) => found.find((match) => match.id === id) ?? null);
  }

  /** The match that a signed link names, or null. */
  byLink(id: string): Promise<Match | null> {
    return this.database.read.findOneBy(Match, { id });
  }

  /** The match, or null where the viewer may not see it or the filter does not take it. */
  async passing(actor: Actor, id: string, filter: MatchFilter): Promise<Match | null> {
    return (await this.filtered(actor, filter)).andWhere('match.id = :id', { id }).getOne();
  }

  async standings(actor: Actor, ids: readonly string[]): Promise<Standing[]> {
    const decides = abilitySql(abilityOf(actor), ['decide', 'Match'], MATCH_FACTS);
    const [need, offer] = SIDES_OF(':own');
    const rows = await this.database
      .readAs(actor)
      .createQueryBuilder(Match, 'match')
      .select('match.id', 'id')
      .addSelect(need, 'need')
      .addSelect(offer, 'offer')
      .addSelect(decides.sql, 'decides')
      .where('match.id = ANY(:ids)', { ids })
      .setParameters({ ...decides.parameters, own: organisationsOf(actor) })
      .getRawMany<Record<'decides' | 'need' | 'offer', boolean> & { readonly id: string }>();
    return ids.map((id) => {
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined) return { sides: [], canDecide: false };
      const sides: Side[] = [
        ...(row.need ? ['NEED' as const] : []),
        ...(row.offer ? ['OFFER' as const] : []),
      ];
      return { sides, canDecide: row.decides };
    });
  }

  /** What the sides wrote along with their answers: for staff. */
  async notesOf(actor: Actor, ids: readonly string[]): Promise<SideNotes[]> {
    if (!overseesMatches(actor)) return ids.map(() => ({ NEED: null, OFFER: null }));
    const rows = await this.database.read
      .createQueryBuilder(Match, 'match')
      .select(['match.id', 'match.needNote', 'match.offerNote'])
      .where('match.id = ANY(:ids)', { ids })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => ({
      NEED: byId.get(id)?.needNote ?? null,
      OFFER: byId.get(id)?.offerNote ?? null,
    }));
  }

  /** Every step of each match that the viewer may see, oldest first. */
  async histories(
    actor: Actor,
    matches: readonly Match[],
    standings: readonly Standing[],
  ): Promise<HistoryEntry[][]> {
    const events = await rowsOf<StoredEvent>(
      this.database.read,
      `SELECT id, payload->>'match' AS match, name, at, actor, payload->>'side' AS side,
              (payload->>'round')::int AS round
         FROM event WHERE payload->>'match' = ANY($1) AND name LIKE 'match.%' ORDER BY id`,
      [matches.map(({ id }) => id)],
    );
    return matches.map((match, index) =>
      visibleHistory(
        events.filter((event) => event.match === match.id),
        match,
        { staff: overseesMatches(actor), sides: standings[index]?.sides ?? [] },
      ),
    );
  }

  private async filtered(actor: Actor, filter: MatchFilter): Promise<SelectQueryBuilder<Match>> {
    const query = this.visibleTo(actor);
    narrowDesk(query, filter, actor, await this.vocabulary.graph());
    if ((filter.states ?? []).length > 0) {
      query.andWhere('match.state::text = ANY(:states)', { states: filter.states });
    }
    if (typeof filter.need === 'string') {
      query.andWhere('match.need_id::text = :need', { need: filter.need });
    }
    if (typeof filter.offer === 'string') {
      query.andWhere('match.offer_id::text = :offer', { offer: filter.offer });
    }
    if (filter.mine === true) {
      const [need, offer] = SIDES_OF(':mine');
      query.andWhere(`(${need} OR ${offer})`, { mine: organisationsOf(actor) });
    }
    if (filter.questionWaits === true) {
      const { sql, parameters } = abilitySql(abilityOf(actor), ['decide', 'Match'], MATCH_FACTS);
      query.andWhere(`((${WAITS_FOR_STAFF} AND ${sql}) OR (${WAITS_FOR_SIDE}))`, {
        ...parameters,
        mine: organisationsOf(actor),
      });
    }
    if (filter.overdue === true) {
      query.andWhere('match.deadline < :now', { now: this.clock.now() });
    }
    return query;
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<Match> {
    const query = this.database.readAs(actor).createQueryBuilder(Match, 'match');
    return whereAllowed(query, abilityOf(actor), ['read', 'Match'], MATCH_FACTS);
  }
}
