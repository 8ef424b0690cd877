import { Injectable } from '@nestjs/common';
import { VISITOR } from '@wilma/domain';
import { Database, rowsOf } from '@wilma/platform';
import type { AskedWord } from './asked-word.js';
import { forgiven, type KnownWord } from './spelling.js';

/** Whether any known word begins like this. */
const begins = (part: string): string => `EXISTS (
  SELECT FROM search_word AS beginning
   WHERE beginning.word >= ${part} AND beginning.word < ${part} || U&'\\FFFF')`;

/**
 * What is known of the words of a search. A word of less than five letters counts as the end of a
 * compound only where the rest is a word, too: "Gas" ends "Biogas", but not "Vegas".
 */
const ASKED_SQL = `
  WITH asked AS (
    SELECT term.*,
           -- Without its ending, unless that makes another word: "Brenner" is not in "Brennstoff".
           COALESCE((SELECT stem FROM unnest(stems) AS stem
                      WHERE starts_with(word, stem) AND length(stem) >= 4
                        AND length(word) - length(stem) <= 3 AND word !~ 'er[ns]?$'
                      ORDER BY length(stem) LIMIT 1), word) COLLATE "C" AS base
      -- Words with hyphens are searched by their parts.
      FROM search_terms(translate($1, '-‐‑', '   ')) AS term
     -- Each word costs look-ups: those first that say something.
     ORDER BY in_german AND in_english AND length(word) > 1 DESC, places[1] LIMIT $2)
  SELECT word, spelling, base, stems,
         NOT (in_german AND in_english) AS "isStop",
         ${begins('base')} AS "isBeginning",
         ARRAY(
           SELECT DISTINCT stem FROM search_terms((
             SELECT string_agg(word, ' ') FROM (
               SELECT known.word FROM search_word AS known
                WHERE length(base) >= 3 AND known.word LIKE '%' || base || '%'
                  -- Longer ones are found as beginnings.
                  AND CASE WHEN starts_with(known.word, base) THEN length(base) = 3
                           WHEN length(base) >= 5 THEN TRUE
                           ELSE known.word LIKE '%' || base AND EXISTS (
                             SELECT FROM left(known.word, -length(base)) AS rest
                              WHERE length(rest) >= 3 AND EXISTS (
                                SELECT FROM search_word AS other
                                 WHERE other.word IN
                                   (rest, regexp_replace(rest, '(s|n|en|es|er|e)$', ''))))
                      END
                ORDER BY known.uses DESC, length(known.word), known.word LIMIT 10) AS compound)),
             unnest(stems) AS stem) AS compounds,
         (SELECT COALESCE(json_agg(label), '[]') FROM (
            SELECT tag_id AS tag, size, phrase,
                   label.stems && asked.stems AS "isItself",
                   CASE WHEN label.stems && asked.stems AND size <= (SELECT count(*) FROM asked)
                     THEN ARRAY(SELECT DISTINCT other.phrase FROM search_label AS other
                                 WHERE other.tag_id = label.tag_id LIMIT 20)
                     ELSE '{}' END AS others
              -- Not one condition with OR, which would read every label.
              FROM (SELECT * FROM search_label WHERE search_label.stems && asked.stems
                    UNION
                    SELECT * FROM search_label
                     WHERE length(base) >= 3 AND line LIKE '%' || base || '%' COLLATE "default"
                       AND (length(base) >= 5 OR ' ' || line LIKE '% ' || base || '%')) AS label
             ORDER BY label.stems && asked.stems DESC, size, tag_id, phrase
             LIMIT 60) AS label) AS labels
    FROM asked ORDER BY places[1]`;

/** The same letters in about the same order, or the same beginning where a word is short. */
const SIMILAR_SQL = `
  SELECT asked.word AS asked, near.*
    FROM unnest($1::text[], $2::int[]) AS asked (word, forgiven), LATERAL (
      (SELECT word, spelling, uses FROM search_word WHERE search_word.word % asked.word
        ORDER BY similarity(search_word.word, asked.word) DESC, uses DESC LIMIT 40)
      UNION
      (SELECT word, spelling, uses FROM search_word
        WHERE length(asked.word) < 7 AND search_word.word >= left(asked.word, 1)
          AND search_word.word < left(asked.word, 1) || U&'\\FFFF'
          AND length(search_word.word)
              BETWEEN length(asked.word) - forgiven AND length(asked.word) + forgiven)) AS near`;

const PARTS_SQL = `
  SELECT part FROM unnest($1::text[]) AS parts (part)
   WHERE ${begins('part')}
      OR EXISTS (SELECT FROM search_word
                  WHERE reverse(word) COLLATE "C" >= reverse(part)
                    AND reverse(word) COLLATE "C" < reverse(part) || U&'\\FFFF')`;

/** Beginnings of words that public postings have, names of their owners included. */
const LISTED_SQL = `
  SELECT word FROM unnest($1::text[], $2::text[]) AS asked (word, beginning)
   WHERE EXISTS (
     SELECT FROM posting_search JOIN posting ON posting.id = posting_id
      WHERE posting.state = 'PUBLISHED' AND posting.visibility IN ('NAMED', 'BLINDED')
        AND vector @@ beginning::tsquery)`;

/** Words of a search that are looked up at most. */
const MOST_WORDS = 8;

/** A known word that may have been meant by another. */
export interface SimilarWord extends KnownWord {
  readonly asked: string;
  readonly spelling: string;
}

/** Looks words up among those that are public: see the migration that counts them. */
@Injectable()
export class SearchWordsReader {
  constructor(private readonly database: Database) {}

  /** The different words of a text, in their order; the first few that say something. */
  wordsOf(text: string): Promise<AskedWord[]> {
    return rowsOf<AskedWord>(this.database.readAs(VISITOR), ASKED_SQL, [text, MOST_WORDS]);
  }

  /** Words that may have been meant; what is nearest is decided elsewhere. */
  similarTo(words: readonly string[]): Promise<SimilarWord[]> {
    const most = words.map(({ length }) => forgiven(length));
    return rowsOf(this.database.readAs(VISITOR), SIMILAR_SQL, [words, most]);
  }

  /** Those that words begin or end with. */
  async knownParts(parts: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ part: string }>(this.database.readAs(VISITOR), PARTS_SQL, [parts]);
    return new Set(rows.map(({ part }) => part));
  }

  /** Those of the words that are listed. */
  async listed(words: readonly AskedWord[]): Promise<ReadonlySet<string>> {
    const beginnings = words.map(({ stems }) => stems.map((stem) => `${stem}:*`).join(' | '));
    const rows = await rowsOf<{ word: string }>(this.database.readAs(VISITOR), LISTED_SQL, [
      words.map(({ word }) => word),
      beginnings,
    ]);
    return new Set(rows.map(({ word }) => word));
  }
}
