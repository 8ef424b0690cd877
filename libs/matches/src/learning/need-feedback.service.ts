import { Injectable } from '@nestjs/common';
import {
  type Corpus,
  feedbackOf,
  feedbackPairOf,
  type FeedbackPart,
  feedbackPoints,
  type JudgedPair,
  listed,
  type MatchPosting,
  offerTerms,
} from '@wilma/matching';
import type { TagGraph } from '@wilma/domain';
import { Clock, LOCKS, rowsOf, type Tx } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import { CandidateReader } from '../candidate.reader.js';
import type { Match } from '../match.entity.js';
import { ActiveModelReader } from './active-model.reader.js';
import { DecisionReader } from './decision.reader.js';

interface Knowledge {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
}

/** What was decided on a need's pairs, as it tells on another of its offers. */
type FeedbackOn = (offer: MatchPosting) => FeedbackPart[];

/** An offer for a need, with the points of its score. */
export interface Found {
  readonly offer: MatchPosting;
  readonly points: number;
}

/** A place in a need's list, with what put it there beside the score. */
export interface Placed<T extends Found> {
  readonly found: T;
  readonly parts: Match['feedback'];
}

/** How many places there are, and which offers the list shows already. */
export interface Places {
  readonly k: number;
  readonly above: readonly MatchPosting[];
}

/** For how long a suggestion counts as one that was shown. */
const SHOWN_DAYS = 365;

/** To how many other needs offers were suggested. */
const SHOWN_SQL = `
  SELECT offer_id AS offer, count(*)::int AS shown FROM match
   WHERE offer_id = ANY($1) AND need_id <> $2 AND state <> 'WITHDRAWN' AND created_at > $3
   GROUP BY offer_id`;

/** What is still to be decided, with the offers' ids. */
const OPEN_SQL = `
  SELECT id, offer_id AS offer, points FROM match
   WHERE need_id = $1 AND state IN ('SUGGESTED', 'SNOOZED') ORDER BY points DESC, id`;

interface Open {
  readonly id: string;
  readonly offer: string;
  readonly points: number;
}

/** Without a new version: it changes a place in a list, nothing that somebody decides on. */
const SET_SQL = `
  UPDATE match SET feedback = $2, feedback_points = $3
   WHERE id = $1 AND feedback IS DISTINCT FROM $2::jsonb`;

/**
 * What a coordinator or a side decided about a need's pairs orders the rest of this need, as does
 * what else is shown. Both are parts of their own and never enter a score.
 */
@Injectable()
export class NeedFeedback {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly candidates: CandidateReader,
    private readonly vocabulary: VocabularyService,
    private readonly models: ActiveModelReader,
    private readonly clock: Clock,
  ) {}

  /** Fills a need's places. `found` comes best first, which decides between equals. */
  async place<T extends Found>(
    tx: Tx,
    need: MatchPosting,
    found: readonly T[],
    { k, above, ...knowledge }: Places & Knowledge,
  ): Promise<Placed<T>[]> {
    if (found.length === 0) return [];
    const feedbackOn = await this.about(tx, need, knowledge);
    const shown = await this.shown(tx, need, found);
    const options = found.map((one) => {
      const feedback = feedbackOn(one.offer);
      return {
        found: one,
        feedback,
        points: one.points + feedbackPoints(feedback),
        shown: shown.get(one.offer.id) ?? 0,
        terms: offerTerms(one.offer, knowledge),
      };
    });
    return listed(
      options,
      k,
      above.map((offer) => offerTerms(offer, knowledge)),
    ).map(({ one, parts }) => ({ found: one.found, parts: [...one.feedback, ...parts] }));
  }

  /** By offer, to how many other needs it was suggested lately. */
  private async shown(
    tx: Tx,
    need: MatchPosting,
    found: readonly Found[],
  ): Promise<Map<string, number>> {
    const offers = found.map(({ offer }) => offer.id);
    const since = new Date(this.clock.now().getTime() - SHOWN_DAYS * 86_400_000);
    const rows = await rowsOf<{ offer: string; shown: number }>(tx, SHOWN_SQL, [
      offers,
      need.id,
      since,
    ]);
    return new Map(rows.map(({ offer, shown }) => [offer, shown]));
  }

  private async about(tx: Tx, need: MatchPosting, knowledge: Knowledge): Promise<FeedbackOn> {
    const judged = (await this.decisions.decided(tx, need.id)).map(
      ({ offer, verdict }): JudgedPair => ({
        pair: feedbackPairOf(need, offer, knowledge),
        verdict,
      }),
    );
    // What the offer is like is worth finding out only where something was decided.
    if (judged.length === 0) return () => [];
    return (offer) => feedbackOf(feedbackPairOf(need, offer, knowledge), judged);
  }

  /** Something was decided on a match: what is still open of its need is ordered anew. */
  async follow(tx: Tx, matchId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${String(LOCKS.matching)})`);
    const [match] = await rowsOf<{ need: string }>(
      tx,
      'SELECT need_id AS need FROM match WHERE id = $1',
      [matchId],
    );
    if (match !== undefined) await this.reorder(tx, match.need);
  }

  private async reorder(tx: Tx, needId: string): Promise<void> {
    const open = await rowsOf<Open>(tx, OPEN_SQL, [needId]);
    if (open.length === 0) return;
    const postings = await this.candidates.byId(tx, [needId, ...open.map(({ offer }) => offer)]);
    const need = postings.get(needId);
    if (need === undefined) return;
    const graph = await this.vocabulary.graph();
    const published = await this.candidates.everything(tx, graph);
    const { corpus } = await this.models.weigh(tx, published.corpus);
    const found = open.flatMap(({ id, points, offer }) => {
      const posting = postings.get(offer);
      return posting === undefined ? [] : [{ id, points, offer: posting }];
    });
    const places = { k: found.length, above: [], graph, corpus };
    for (const place of await this.place(tx, need, found, places)) {
      await this.set(tx, place.found.id, place.parts);
    }
  }

  /** Stores what feedback says of a match. */
  async set(tx: Tx, matchId: string, parts: Match['feedback']): Promise<void> {
    await tx.query(SET_SQL, [matchId, JSON.stringify(parts), feedbackPoints(parts)]);
  }
}
