import { Injectable } from '@nestjs/common';
import {
  type Corpus,
  feedbackOf,
  feedbackPairOf,
  type FeedbackPart,
  feedbackPoints,
  type JudgedPair,
  type MatchPosting,
} from '@wilma/matching';
import type { TagGraph } from '@wilma/domain';
import { LOCKS, rowsOf, type Tx } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import { CandidateReader } from '../candidate.reader.js';
import { ActiveModelReader } from './active-model.reader.js';
import { DecisionReader } from './decision.reader.js';

interface Knowledge {
  readonly graph: TagGraph;
  readonly corpus: Corpus;
}

/** What was decided on a need's pairs, as it tells on another of its offers. */
export type FeedbackOn = (offer: MatchPosting) => FeedbackPart[];

/** What is still to be decided, with the offers' ids. */
const OPEN_SQL = `
  SELECT id, offer_id AS offer FROM match
   WHERE need_id = $1 AND state IN ('SUGGESTED', 'SNOOZED') ORDER BY id`;

/** Without a new version: it changes a place in a list, nothing that somebody decides on. */
const SET_SQL = `
  UPDATE match SET feedback = $2, feedback_points = $3
   WHERE id = $1 AND feedback IS DISTINCT FROM $2::jsonb`;

/**
 * What a coordinator or a side decided about a need's pairs orders the rest of this need. It is
 * shown as parts of its own and never enters a score.
 */
@Injectable()
export class NeedFeedback {
  constructor(
    private readonly decisions: DecisionReader,
    private readonly candidates: CandidateReader,
    private readonly vocabulary: VocabularyService,
    private readonly models: ActiveModelReader,
  ) {}

  /** What is known so far about a need; null where nothing is. */
  async about(tx: Tx, need: MatchPosting, knowledge: Knowledge): Promise<FeedbackOn | null> {
    const judged = (await this.decisions.decided(tx, need.id)).map(
      ({ offer, verdict }): JudgedPair => ({
        pair: feedbackPairOf(need, offer, knowledge),
        verdict,
      }),
    );
    if (judged.length === 0) return null;
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
    const open = await rowsOf<{ id: string; offer: string }>(tx, OPEN_SQL, [needId]);
    if (open.length === 0) return;
    const postings = await this.candidates.byId(tx, [needId, ...open.map(({ offer }) => offer)]);
    const need = postings.get(needId);
    if (need === undefined) return;
    const graph = await this.vocabulary.graph();
    const published = await this.candidates.everything(tx, graph);
    const { corpus } = await this.models.weigh(tx, published.corpus);
    const feedbackOn = await this.about(tx, need, { graph, corpus });
    for (const { id, offer } of open) {
      const posting = postings.get(offer);
      if (posting !== undefined) await this.set(tx, id, feedbackOn?.(posting) ?? []);
    }
  }

  /** Stores what feedback says of a match. */
  async set(tx: Tx, matchId: string, parts: readonly FeedbackPart[]): Promise<void> {
    await tx.query(SET_SQL, [matchId, JSON.stringify(parts), feedbackPoints(parts)]);
  }
}
