import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  addWorkingDays,
  Deadline,
  demand,
  notFound,
  OPEN_MATCH,
  OPEN_MATCHES_PER_NEED,
  SYSTEM,
  type TagGraph,
} from '@wilma/domain';
import {
  type Corpus,
  MatchIndex,
  type MatchPosting,
  mayMeet,
  type Score,
  scorePair,
  topNeeds,
} from '@wilma/matching';
import { Clock, Database, EventLog, isUuid, LOCKS, rowsOf, type Tx } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import { In } from 'typeorm';
import { CandidateReader, type Published } from './candidate.reader.js';
import { ActiveModelReader } from './learning/active-model.reader.js';
import { type Found, NeedFeedback } from './learning/need-feedback.service.js';
import { afresh } from './match-review.service.js';
import { Match } from './match.entity.js';
import { type MatchColumns, MatchWriter } from './match.writer.js';

/** Matches are computed one posting at a time: two that meet would suggest the same pair. */
const LOCK_SQL = `SELECT pg_advisory_xact_lock(${String(LOCKS.matching)})`;
/** The best offers of a need, of which places are filled with regard to what else is shown. */
const CONSIDERED = 100;
/** Needs that one new offer is suggested to at most. */
const NEEDS_PER_OFFER = 50;

interface Knowledge extends Published {
  readonly graph: TagGraph;
  /** The version of the weights. */
  readonly model: number;
}

/** Finds what fits a posting and keeps its open matches true. */
@Injectable()
export class MatchFinder {
  /** Of the offers that a snapshot was taken of: it is the same object while nothing changes. */
  private readonly indexes = new WeakMap<Corpus, MatchIndex>();

  constructor(
    private readonly database: Database,
    private readonly candidates: CandidateReader,
    private readonly writer: MatchWriter,
    private readonly vocabulary: VocabularyService,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly feedback: NeedFeedback,
    private readonly models: ActiveModelReader,
  ) {}

  /** A posting is published, back or changed: its open matches follow, new ones are suggested. */
  async refresh(tx: Tx, postingId: string): Promise<void> {
    await tx.query(LOCK_SQL);
    const posting = (await this.candidates.published(tx, [postingId])).get(postingId);
    if (posting === undefined) return;
    const knowledge = await this.knowledge(tx);
    await this.rescore(tx, posting, knowledge);
    const kind = await this.kindOf(tx, postingId);
    const needs = kind === 'NEED' ? [posting] : await this.needsFor(tx, posting, knowledge);
    for (const need of needs) await this.fill(tx, need, knowledge, OPEN_MATCHES_PER_NEED);
  }

  /**
   * A posting changes hands: what was asked and answered for its former owner does not hold for the
   * new one. To be called before the posting is locked, as whoever answers does.
   */
  async detach(tx: Tx, postingId: string): Promise<void> {
    await tx.query(LOCK_SQL);
    await this.withdrawOpen(tx, postingId);
  }

  /** A posting is paused, expired, closed or under review: its open matches are withdrawn. */
  async withdraw(tx: Tx, postingId: string): Promise<void> {
    // What is handed in and published at once is the rule: its matching must not wait for this.
    if ((await this.candidates.published(tx, [postingId])).size > 0) return;
    await tx.query(LOCK_SQL);
    if ((await this.candidates.published(tx, [postingId])).size > 0) return;
    await this.withdrawOpen(tx, postingId);
  }

  /** A coordinator wants more than the usual number of open matches. @returns how many came */
  async suggestMore(actor: Actor, needId: string): Promise<number> {
    demand(actor, 'suggestMore', 'Match');
    if (!isUuid(needId)) throw notFound();
    return this.database.transaction(async (tx) => {
      await tx.query(LOCK_SQL);
      const need = (await this.candidates.published(tx, [needId])).get(needId);
      if (need === undefined || (await this.kindOf(tx, needId)) !== 'NEED') throw notFound();
      const open = await tx.countBy(Match, { needId, state: In([...OPEN_MATCH]) });
      return this.fill(tx, need, await this.knowledge(tx), open + OPEN_MATCHES_PER_NEED);
    });
  }

  /**
   * Suggests the best offers until `limit` matches are open: those not yet matched, and those whose
   * match was withdrawn. @returns how many
   */
  private async fill(
    tx: Tx,
    need: MatchPosting,
    knowledge: Knowledge,
    limit: number,
  ): Promise<number> {
    const { graph, corpus, offers, model } = knowledge;
    const matched = await tx.findBy(Match, { needId: need.id });
    const free = limit - matched.filter(({ state }) => OPEN_MATCH.includes(state)).length;
    if (free <= 0) return 0;
    const byOffer = new Map(matched.map((match) => [match.offerId, match]));
    const offered = new Map(offers.map((offer) => [offer.id, offer]));
    const shownAlready = matched.filter(({ state }) => state !== 'WITHDRAWN');
    const places = await this.feedback.place(tx, need, this.found(need, knowledge, byOffer), {
      k: free,
      above: shownAlready.flatMap(({ offerId }) => offered.get(offerId) ?? []),
      graph,
      corpus,
    });
    const listed = await this.candidates.published(
      tx,
      places.map(({ found }) => found.offer.id),
    );
    const fresh = places.filter(({ found }) => listed.has(found.offer.id));
    for (const { found, parts } of fresh) {
      const withdrawn = byOffer.get(found.offer.id);
      const columns = { ...columnsOf(found.score), modelVersion: model };
      const id = withdrawn?.id ?? (await this.suggest(tx, [need.id, found.offer.id], columns));
      if (withdrawn !== undefined) await this.restore(tx, withdrawn, columns);
      await this.feedback.set(tx, id, parts);
    }
    return fresh.length;
  }

  /** The best offers that are worth a match and have none, at most as many as are considered. */
  private found(
    need: MatchPosting,
    knowledge: Knowledge,
    byOffer: ReadonlyMap<string, Match>,
  ): (Found & { readonly score: Score })[] {
    const offered = new Map(knowledge.offers.map((offer) => [offer.id, offer]));
    const found = [];
    const best = this.indexOf(knowledge).bestOffers(need, ({ id }) => isFree(byOffer.get(id)));
    for (const { offer, score } of best) {
      if (!isWorthwhile(score) || found.length >= CONSIDERED) break;
      const posting = offered.get(offer);
      if (posting !== undefined) found.push({ offer: posting, points: score.points, score });
    }
    return found;
  }

  private restore(tx: Tx, match: Match, scored: MatchColumns): Promise<void> {
    const deadline = addWorkingDays(this.clock.now(), Deadline.screen);
    return this.writer.step(tx, SYSTEM, {
      match,
      action: 'restore',
      columns: { ...afresh(deadline), ...scored },
    });
  }

  /** @returns the id of the match */
  private async suggest(
    tx: Tx,
    [needId, offerId]: [string, string],
    scored: MatchColumns,
  ): Promise<string> {
    const now = this.clock.now();
    const match = tx.create(Match, {
      needId,
      offerId,
      ...scored,
      createdAt: now,
      deadline: addWorkingDays(now, Deadline.screen),
    } as Partial<Match>);
    await tx.insert(Match, match);
    await this.events.record(tx, SYSTEM, 'match.suggested', { match: match.id });
    return match.id;
  }

  /** Brings the scores of a posting's open matches up to date. */
  private async rescore(
    tx: Tx,
    posting: MatchPosting,
    { graph, corpus, model }: Knowledge,
  ): Promise<void> {
    const matches = (await this.matchesOf(tx, posting.id)).filter(({ state }) =>
      OPEN_MATCH.includes(state),
    );
    const ids = matches.flatMap(({ needId, offerId }) => [needId, offerId]);
    const listed = await this.candidates.published(tx, ids);
    for (const match of matches) {
      const [need, offer] = [listed.get(match.needId), listed.get(match.offerId)];
      if (need === undefined || offer === undefined) continue;
      const score = scorePair(need, offer, graph, corpus);
      if (mayMeet(need, offer)) await this.follow(tx, match, score, model);
      else await this.takeAway(tx, match, columnsOf(score));
    }
  }

  private async withdrawOpen(tx: Tx, postingId: string): Promise<void> {
    for (const match of await this.matchesOf(tx, postingId)) {
      if (OPEN_MATCH.includes(match.state)) await this.takeAway(tx, match);
    }
  }

  private takeAway(tx: Tx, match: Match, columns: MatchColumns = {}): Promise<void> {
    return this.writer.step(tx, SYSTEM, {
      match,
      action: 'withdraw',
      columns: { ...columns, deadline: null, snoozedUntil: null },
    });
  }

  private async follow(tx: Tx, match: Match, score: Score, model: number): Promise<void> {
    const columns = columnsOf(score);
    // Whoever was asked decides for themselves whether it still fits; they see why it is told.
    if (!isWorthwhile(score) && match.state !== 'APPROVED') {
      await this.takeAway(tx, match, columns);
    } else if (!isDeepStrictEqual(columns, columnsOf(match))) {
      await this.writer.set(tx, match, { ...columns, modelVersion: model });
      await this.events.record(tx, SYSTEM, 'match.rescored', { match: match.id });
    }
  }

  private async needsFor(tx: Tx, offer: MatchPosting, known: Knowledge): Promise<MatchPosting[]> {
    const found = topNeeds(offer, known.needs, { ...known, k: NEEDS_PER_OFFER })
      .filter(({ score }) => isWorthwhile(score))
      .map(({ need }) => need);
    const listed = await this.candidates.published(tx, found);
    return found.flatMap((id) => listed.get(id) ?? []);
  }

  private async knowledge(tx: Tx): Promise<Knowledge> {
    const { graph } = await this.vocabulary.read(tx);
    const published = await this.candidates.everything(tx, graph);
    return { graph, ...published, ...(await this.models.weigh(tx, published.corpus)) };
  }

  private indexOf({ graph, corpus, offers }: Knowledge): MatchIndex {
    const index = this.indexes.get(corpus) ?? new MatchIndex(graph, corpus, offers);
    this.indexes.set(corpus, index);
    return index;
  }

  private async matchesOf(tx: Tx, postingId: string): Promise<Match[]> {
    return tx
      .createQueryBuilder(Match, 'match')
      .where('match.need_id = :postingId OR match.offer_id = :postingId', { postingId })
      .orderBy('match.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  private async kindOf(tx: Tx, postingId: string): Promise<string | undefined> {
    const [row] = await rowsOf<{ kind: string }>(tx, 'SELECT kind FROM posting WHERE id = $1', [
      postingId,
    ]);
    return row?.kind;
  }
}

/** Not matched yet, or taken away. */
const isFree = (match: Match | undefined): boolean =>
  match === undefined || match.state === 'WITHDRAWN';

/** A match is stored from strength good upwards. */
export const isWorthwhile = (score: Pick<Score, 'strength'>): boolean =>
  score.strength !== 'POSSIBLE';

function columnsOf({
  points,
  strength,
  parts,
  reasons,
  openQuestions,
}: Omit<Score, 'rank'>): Pick<
  Match,
  'openQuestions' | 'parts' | 'points' | 'reasons' | 'strength'
> &
  MatchColumns {
  return {
    points,
    strength,
    parts: [...parts],
    reasons: [...reasons],
    openQuestions: [...openQuestions],
  };
}
