import { rowsOf, type Tx } from '@wilma/platform';
import type { EntityManager } from 'typeorm';
import { type StoredTag, Vocabulary } from './vocabulary.js';

/** Which edition of the vocabulary is stored. */
export async function revisionOf(manager: EntityManager): Promise<number> {
  const [row] = await rowsOf<{ revision: number }>(manager, 'SELECT revision FROM vocabulary');
  return row?.revision ?? 0;
}

/** Reads the stored vocabulary; by one statement, so that revision and tags belong together. */
export async function vocabularyOf(manager: EntityManager): Promise<Vocabulary> {
  const [row] = await rowsOf<{ revision: number; tags: readonly StoredTag[] }>(
    manager,
    VOCABULARY_SQL,
  );
  return new Vocabulary(row?.revision ?? 0, row?.tags ?? []);
}

/**
 * Begins a change of the vocabulary: nobody else changes it until the transaction ends, and every
 * process will notice. @returns the vocabulary as it is before
 */
export async function beginRevision(tx: Tx): Promise<Vocabulary> {
  await tx.query('UPDATE vocabulary SET revision = revision + 1');
  return vocabularyOf(tx);
}

const VOCABULARY_SQL = `
  SELECT revision, (
    SELECT coalesce(json_agg(stored ORDER BY id), '[]') FROM (
      SELECT tag.id, state, merged_into AS "mergedInto", version, words_by AS "wordsBy",
             relations_by AS "relationsBy", suggested_by AS "suggestedBy",
             suggested_at AS "suggestedAt", coalesce(words, '[]') AS words,
             coalesce(broader, '{}') AS broader, coalesce(related, '{}') AS related
        FROM tag
        LEFT JOIN (
          SELECT tag_id AS id, json_agg(json_build_object(
                   'locale', locale, 'text', text, 'preferred', preferred) ORDER BY locale, text) AS words
            FROM tag_label GROUP BY tag_id) AS worded USING (id)
        LEFT JOIN (
          SELECT tag_id AS id,
                 array_agg(other_id ORDER BY other_id) FILTER (WHERE kind = 'BROADER') AS broader,
                 array_agg(other_id ORDER BY other_id) FILTER (WHERE kind = 'RELATED') AS related
            FROM tag_relation GROUP BY tag_id) AS placed USING (id)) AS stored) AS tags
    FROM vocabulary`;
