import { Injectable } from '@nestjs/common';
import type { CooperationForm, District, PostingKind } from '@wilma/domain';
import type { Corpus, MatchPosting } from '@wilma/matching';
import { rowsOf, type Tx } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly id: string;
  readonly organisation_id: string;
  readonly never_match_with: string[];
  readonly forms: CooperationForm[];
  readonly trl: number | null;
  readonly target_trl: number | null;
  readonly district: District | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly tags: { readonly tag: string; readonly weight: 1 | 2 | 3 }[];
}

const POSTING_SQL = `
  SELECT posting.id, organisation_id, never_match_with, cooperation_forms::text[] AS forms, trl,
         target_trl, district, starts_on::text, ends_on::text,
         (SELECT coalesce(json_agg(json_build_object('tag', tag_id, 'weight', weight)
                                   ORDER BY position), '[]')
            FROM posting_tag WHERE posting_id = posting.id
             AND (SELECT state FROM tag WHERE id = tag_id) = 'APPROVED') AS tags
    FROM posting`;

const postingOf = (row: Row): MatchPosting => ({
  id: row.id,
  organisation: row.organisation_id,
  neverWith: row.never_match_with,
  tags: row.tags,
  forms: row.forms,
  trl: row.trl,
  targetTrl: row.target_trl,
  district: row.district,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});

/** Reads postings as the matcher wants them. */
@Injectable()
export class CandidateReader {
  /** Published postings of a kind that carry any of the tags. */
  async withTags(tx: Tx, kind: PostingKind, tags: readonly string[]): Promise<MatchPosting[]> {
    const rows = await rowsOf<Row>(
      tx,
      `${POSTING_SQL} WHERE kind = $1 AND state = 'PUBLISHED' AND posting.id IN
         (SELECT posting_id FROM posting_tag WHERE tag_id = ANY($2)) ORDER BY posting.id`,
      [kind, tags],
    );
    return rows.map(postingOf);
  }

  /** Offers that everybody may find and that carry any of the tags. */
  async listedOffers(from: EntityManager, tags: readonly string[]): Promise<MatchPosting[]> {
    const rows = await rowsOf<Row>(
      from,
      `${POSTING_SQL} WHERE kind = 'OFFER' AND state = 'PUBLISHED'
         AND visibility <> 'COORDINATORS_ONLY' AND posting.id IN
         (SELECT posting_id FROM posting_tag WHERE tag_id = ANY($1)) ORDER BY posting.id`,
      [tags],
    );
    return rows.map(postingOf);
  }

  /** Published postings by id. */
  async published(tx: Tx, ids: readonly string[]): Promise<Map<string, MatchPosting>> {
    const rows = await rowsOf<Row>(
      tx,
      `${POSTING_SQL} WHERE state = 'PUBLISHED' AND id = ANY($1) ORDER BY id FOR SHARE`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, postingOf(row)]));
  }

  /** By id, whether published or not. */
  async byId(from: EntityManager, ids: readonly string[]): Promise<Map<string, MatchPosting>> {
    const rows = await rowsOf<Row>(from, `${POSTING_SQL} WHERE id = ANY($1)`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, postingOf(row)]));
  }

  /** How often each tag stands on what is published now. */
  async corpus(from: EntityManager): Promise<Corpus> {
    const rows = await rowsOf<{ tag: string; n: number }>(
      from,
      `SELECT tag_id AS tag, count(*)::int AS n FROM posting_tag
         JOIN posting ON posting.id = posting_id WHERE state = 'PUBLISHED' GROUP BY tag_id`,
    );
    const [all] = await rowsOf<{ n: number }>(
      from,
      `SELECT count(*)::int AS n FROM posting WHERE state = 'PUBLISHED'`,
    );
    return { documents: all?.n ?? 0, frequency: new Map(rows.map(({ tag, n }) => [tag, n])) };
  }
}
