import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What the role may read that serves whoever is not staff, by table; nothing else, whatever is added
 * later. Of a posting not who owns it, who wrote it, whom to turn to, and what is confidential.
 */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  posting: [
    ...['id', 'kind', 'title', 'summary', 'description', 'language', 'cooperation_forms', 'trl'],
    ...['district', 'starts_on', 'ends_on', 'visibility', 'state', 'version', 'sector'],
    ...['size_class', 'published_at', 'expires_at', 'created_at', 'tried', 'goal', 'urgency'],
    ...['budget', 'target_trl', 'offer_kind', 'evidence', 'orcid', 'dois'],
  ],
  posting_tag: ['posting_id', 'tag_id', 'weight', 'position'],
  posting_search: ['posting_id', 'vector'],
  search_word: ['word', 'spelling', 'uses'],
  search_label: ['id', 'tag_id', 'line', 'size', 'spellings', 'stems', 'phrase'],
  tag: ['id', 'state'],
  posting_change: ['posting', 'day'],
  // Not what the sides wrote along with their answers.
  match: [
    ...['id', 'need_id', 'offer_id', 'state', 'version', 'points', 'strength', 'parts', 'reasons'],
    ...['open_questions', 'need_answer', 'offer_answer', 'decline_reason', 'dismiss_reason'],
    ...['deadline', 'waiting_since', 'snoozed_until', 'decided_at', 'decided_by', 'approved_at'],
    ...['ever_asked', 'round', 'asked_at', 'assignee_id', 'programme_id', 'created_at'],
  ],
  // Whether one waits, not what it says.
  match_question: ['match_id', 'round', 'state', 'side'],
};

/** Another database of the server may have made it already, or be making it right now. */
const MAKE_ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'wilma_reader') THEN
      CREATE ROLE wilma_reader NOLOGIN;
    END IF;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
      RAISE EXCEPTION 'the role wilma_reader is missing, and % may not create it. As a superuser: CREATE ROLE wilma_reader NOLOGIN; GRANT wilma_reader TO %; then migrate again.',
        current_user, quote_ident(current_user);
  END $$`;

/** Whoever migrates is who the programs connect as: they become the role. */
const JOIN_ROLE = `
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'wilma_reader', 'SET') THEN
      EXECUTE format('GRANT wilma_reader TO %I WITH SET TRUE, INHERIT FALSE', current_user);
    END IF;
  EXCEPTION
    WHEN insufficient_privilege THEN
      RAISE EXCEPTION '% may not become the role wilma_reader. As a superuser: GRANT wilma_reader TO %; then migrate again.',
        current_user, quote_ident(current_user);
  END $$`;

/** With the rights of whoever migrated; they tell ids, never whose something is. */
const FUNCTIONS = [
  `CREATE FUNCTION posting_of(organisations uuid[]) RETURNS SETOF uuid
   LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
   BEGIN ATOMIC
     SELECT id FROM posting WHERE organisation_id = ANY (organisations);
   END`,
  // Only while it is still the one's of whom they heard.
  `CREATE FUNCTION posting_released_to(organisations uuid[]) RETURNS SETOF uuid
   LANGUAGE sql STABLE SECURITY DEFINER ROWS 50
   BEGIN ATOMIC
     SELECT release.posting_id FROM release
       JOIN posting ON posting.id = release.posting_id
        AND posting.organisation_id = release.owner_id
      WHERE release.organisation_id = ANY (organisations);
   END`,
];

/** Days on which something of postings changed. A view: plans look into it, as into no function. */
const CHANGES = `
  CREATE VIEW posting_change AS
  SELECT payload->>'posting' AS posting, date_trunc('day', at, 'UTC') AS day FROM event
   WHERE name IN ('posting.published', 'posting.edited', 'posting.resumed', 'posting.renewed')`;

export class ReaderRole1795762866787 implements MigrationInterface {
  name = 'ReaderRole1795762866787';

  public async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [MAKE_ROLE, JOIN_ROLE, ...FUNCTIONS, CHANGES]) await queryRunner.query(sql);
    await queryRunner.query('GRANT USAGE ON SCHEMA public TO wilma_reader');
    for (const [table, columns] of Object.entries(READABLE)) {
      await queryRunner.query(`GRANT SELECT (${columns.join()}) ON ${table} TO wilma_reader`);
    }
  }

  /** The role stays: it belongs to the server, and other databases may use it. */
  public async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(READABLE)) {
      await queryRunner.query(`REVOKE SELECT (${columns.join()}) ON ${table} FROM wilma_reader`);
    }
    await queryRunner.query('REVOKE USAGE ON SCHEMA public FROM wilma_reader');
    await queryRunner.query('DROP VIEW posting_change');
    for (const name of ['posting_released_to', 'posting_of']) {
      await queryRunner.query(`DROP FUNCTION ${name}`);
    }
  }
}
