import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The kind of a posting among its words, beside '#' for tags: a list of needs skips offers. */
const MARK = `|| quote_literal('@' || posting.kind)::tsvector`;

const indexing = (mark: string): string => `
  CREATE OR REPLACE FUNCTION search_index(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO posting_search (posting_id, vector)
    SELECT posting.id,
           search_vector(title, 'A', language::text)
           || search_vector(summary, 'B', language::text)
           || search_vector(concat_ws(E'\\n', description, tried, goal, evidence), 'D', language::text)
           || CASE visibility WHEN 'NAMED' THEN search_vector(organisation.name, 'B', 'de')
                              ELSE '' END
           || search_tags(posting.id) ${mark}
      FROM posting JOIN organisation ON organisation.id = posting.organisation_id
     WHERE posting.id = ANY (ids)
    ON CONFLICT (posting_id) DO UPDATE SET vector = EXCLUDED.vector
  $$`;

/**
 * Nobody writes what is searched meanwhile: what the former function had written and committed only
 * after the update has read would never be marked. In the order in which writers lock.
 */
const LOCK = `LOCK TABLE organisation, posting, posting_tag, posting_search
  IN SHARE ROW EXCLUSIVE MODE`;

export class SearchByKind1795734233548 implements MigrationInterface {
  name = 'SearchByKind1795734233548';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LOCK);
    await queryRunner.query(indexing(MARK));
    await queryRunner.query(
      `UPDATE posting_search SET vector = vector ${MARK} FROM posting WHERE posting.id = posting_id`,
    );
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(LOCK);
    await queryRunner.query(indexing(''));
    await queryRunner.query(
      `UPDATE posting_search SET vector = ts_delete(vector, ARRAY['@NEED', '@OFFER'])`,
    );
  }
}
