import { Injectable } from '@nestjs/common';
import type { DismissReason, MatchState } from '@wilma/domain';
import { type MatchPosting, type Verdict, verdictOf } from '@wilma/matching';
import { rowsOf } from '@wilma/platform';
import type { EntityManager } from 'typeorm';
import { CandidateReader } from '../candidate.reader.js';

/** A pair on which a coordinator or a side has decided. */
export interface DecidedPair {
  readonly match: string;
  readonly need: MatchPosting;
  readonly offer: MatchPosting;
  readonly verdict: Verdict;
}

interface Row {
  readonly id: string;
  readonly need_id: string;
  readonly offer_id: string;
  readonly state: MatchState;
  readonly dismiss_reason: DismissReason | null;
  readonly decline_reason: DismissReason | null;
}

/** In the order of the ids, so that whatever is learned from them is the same each time. */
const DECIDED_SQL = `
  SELECT id, need_id, offer_id, state::text, dismiss_reason::text, decline_reason::text FROM match
   WHERE state NOT IN ('SUGGESTED', 'SNOOZED', 'WITHDRAWN') AND ($1::uuid IS NULL OR need_id = $1)
   ORDER BY id`;

/** Reads what was decided, with the postings as they are now, listed or not. */
@Injectable()
export class DecisionReader {
  constructor(private readonly candidates: CandidateReader) {}

  /** Of one need, or of all. Decisions whose reason says nothing about a part are left out. */
  async decided(from: EntityManager, need: string | null = null): Promise<DecidedPair[]> {
    const rows = await rowsOf<Row>(from, DECIDED_SQL, [need]);
    const decided = rows.flatMap((row) => {
      const { state, dismiss_reason: dismissReason, decline_reason: declineReason } = row;
      const verdict = verdictOf({ state, dismissReason, declineReason });
      return verdict === null ? [] : [{ row, verdict }];
    });
    const ids = decided.flatMap(({ row }) => [row.need_id, row.offer_id]);
    const postings = await this.candidates.byId(from, ids);
    return decided.flatMap(({ row, verdict }): DecidedPair[] => {
      const [asked, offer] = [postings.get(row.need_id), postings.get(row.offer_id)];
      return asked && offer ? [{ match: row.id, need: asked, offer, verdict }] : [];
    });
  }
}
