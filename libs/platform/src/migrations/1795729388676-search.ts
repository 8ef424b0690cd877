import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Public texts of a posting that are searched besides title and summary. */
const FURTHER_TEXTS = ['description', 'tried', 'goal', 'evidence'];
const TEXTS = ['title', 'summary', ...FURTHER_TEXTS];

const of = (row: string, columns: readonly string[]): string =>
  columns.map((column) => `${row}.${column}`).join(', ');
const differs = (columns: readonly string[]): string =>
  `(${of('OLD', columns)}) IS DISTINCT FROM (${of('NEW', columns)})`;

/** How texts become words. */
const WORDS = [
  // What people take for the same becomes the same: case, accents, umlauts (ä, ae and a), ß.
  `CREATE FUNCTION search_fold(word text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN regexp_replace(regexp_replace(regexp_replace(
     translate(replace(normalize(lower(word COLLATE pg_c_utf8), NFKD), 'ß', 'ss'), 'łđøœæ', 'ldooa'),
     '[\\u0300-\\u036f]', '', 'g'),
     '([ao])e', '\\1', 'g'),
     '(?<![aeiouqy])ue', 'u', 'g')`,

  // Words in their order; those with hyphens once more as one word, after the others. Thousands are
  // numbers with and without their points.
  `CREATE FUNCTION search_words(line text) RETURNS TABLE (place int, spelling text, word text)
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 100
   BEGIN ATOMIC
     WITH clean AS MATERIALIZED (
       SELECT regexp_replace(
                replace(normalize(line, NFKC), U&'\\00AD', ''),
                '(\\d)\\.(?=\\d{3}(?!\\d))', '\\1', 'g') COLLATE pg_c_utf8 AS line),
     single AS MATERIALIZED (
       SELECT ordinality::int AS place, left(parts[1], 60) AS spelling
         FROM clean, regexp_matches(clean.line, '[[:alnum:]]+', 'g')
              WITH ORDINALITY AS found (parts, ordinality)),
     spelled AS (
       SELECT single.place, single.spelling FROM single
       UNION ALL
       SELECT (SELECT count(*)::int FROM single) + 2 * ordinality::int,
              regexp_replace(parts[1], '[-‐‑]', '', 'g')
         FROM clean, regexp_matches(clean.line, '[[:alnum:]]+(?:[-‐‑][[:alnum:]]+)+', 'g')
              WITH ORDINALITY AS found (parts, ordinality)
        WHERE length(parts[1]) <= 60)
     SELECT spelled.place, spelled.spelling, search_fold(spelled.spelling) FROM spelled;
   END`,

  // The different words: how they are spelled, where they stand, what they are found by (their
  // German and their English stem), and in which languages they say something.
  `CREATE FUNCTION search_terms(line text)
   RETURNS TABLE (word text, spelling text, places int[], stems text[],
                  in_german boolean, in_english boolean)
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 100
   BEGIN ATOMIC
     WITH words AS MATERIALIZED (
       SELECT found.word, min(found.spelling) AS spelling, array_agg(found.place) AS places
         FROM search_words(line) AS found GROUP BY found.word),
     stemmed AS MATERIALIZED (
       SELECT words.*,
              ts_lexize('german_stem', words.word) AS de,
              ts_lexize('english_stem', words.word) AS en
         FROM words)
     SELECT stemmed.word,
            stemmed.spelling,
            stemmed.places,
            CASE WHEN de[1] = en[1] THEN de
                 WHEN COALESCE(de[1], en[1]) IS NULL THEN ARRAY[stemmed.word]
                 ELSE array_remove(ARRAY[de[1], en[1]], NULL) END,
            -- PostgreSQL lists these with their umlauts only.
            cardinality(de) > 0 AND stemmed.word NOT IN
              ('fur', 'konnen', 'konnte', 'uber', 'wahrend', 'wurde', 'wurden'),
            cardinality(en) > 0
       FROM stemmed;
   END`,

  `CREATE FUNCTION search_vector(line text, zone text, locale text) RETURNS tsvector
   LANGUAGE sql IMMUTABLE PARALLEL SAFE
   BEGIN ATOMIC
     SELECT COALESCE(string_agg(stem || ':' || least(place, 16383) || zone, ' '), '')::tsvector
       FROM search_terms(COALESCE(line, '')), unnest(stems) AS stem, unnest(places) AS place
      WHERE CASE locale WHEN 'de' THEN in_german ELSE in_english END;
   END`,
];

/**
 * What a posting is found by: its public texts, its tags, and its owner where everybody may know
 * it, in zones of weight: A title and essential tags, B summary, owner and relevant tags, C further
 * tags, D further texts. Kept beside the posting, so that a merge of tags locks no posting.
 */
const POSTINGS = [
  `CREATE TABLE posting_search (
     posting_id uuid CONSTRAINT pk_posting_search PRIMARY KEY
       CONSTRAINT fk_posting_search_posting_id REFERENCES posting (id) ON DELETE CASCADE,
     vector tsvector NOT NULL
   ) WITH (toast_tuple_target = 8160)`,
  // Ranking reads whole vectors: unpacking them would cost more than the room that they take.
  `ALTER TABLE posting_search ALTER COLUMN vector SET STORAGE EXTERNAL`,
  // Else plans take every rare word for a frequent one, and read all postings.
  `ALTER TABLE posting_search ALTER COLUMN vector SET STATISTICS 1000`,
  `CREATE INDEX ix_posting_search_vector ON posting_search USING gin (vector)
   WITH (fastupdate = off)`,

  `CREATE FUNCTION search_tags(posting uuid) RETURNS tsvector LANGUAGE sql STABLE
   RETURN COALESCE((
     SELECT string_agg(quote_literal('#' || tag_id)
                       || CASE weight WHEN 3 THEN ':1A' WHEN 2 THEN ':1B' ELSE ':1C' END, ' ')
       FROM posting_tag WHERE posting_id = posting), '')::tsvector`,

  `CREATE FUNCTION search_index(ids uuid[]) RETURNS void LANGUAGE sql AS $$
     INSERT INTO posting_search (posting_id, vector)
     SELECT posting.id,
            search_vector(title, 'A', language::text)
            || search_vector(summary, 'B', language::text)
            || search_vector(concat_ws(E'\\n', ${FURTHER_TEXTS.join()}), 'D', language::text)
            || CASE visibility WHEN 'NAMED' THEN search_vector(organisation.name, 'B', 'de')
                               ELSE '' END
            || search_tags(posting.id)
       FROM posting JOIN organisation ON organisation.id = posting.organisation_id
      WHERE posting.id = ANY (ids)
     ON CONFLICT (posting_id) DO UPDATE SET vector = EXCLUDED.vector
   $$`,

  `CREATE FUNCTION search_index_posting() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM search_index(ARRAY[NEW.id]);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_new AFTER INSERT ON posting
   FOR EACH ROW EXECUTE FUNCTION search_index_posting()`,
  `CREATE TRIGGER search_changed AFTER UPDATE ON posting FOR EACH ROW
   WHEN (${differs([...TEXTS, 'language', 'visibility', 'organisation_id'])})
   EXECUTE FUNCTION search_index_posting()`,

  `CREATE FUNCTION search_index_tagged() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE posting_search
        SET vector = ts_delete(vector, ARRAY(
              SELECT lexeme FROM unnest(vector) WHERE starts_with(lexeme, '#')))
              || search_tags(posting_id)
      WHERE posting_id IN (SELECT changed.posting_id FROM changed);
     RETURN NULL;
   END $$`,
  ...(['INSERT', 'UPDATE', 'DELETE'] as const).map(
    (change) => `CREATE TRIGGER search_tags_${change.toLowerCase()} AFTER ${change} ON posting_tag
      REFERENCING ${change === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION search_index_tagged()`,
  ),

  `CREATE FUNCTION search_index_owned() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM search_index(ARRAY(
       SELECT id FROM posting WHERE organisation_id = NEW.id AND visibility = 'NAMED'));
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_renamed AFTER UPDATE ON organisation FOR EACH ROW
   WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION search_index_owned()`,
];

/**
 * The words of what is publicly listed and of the vocabulary, and how often each is used: what is
 * misspelled or part of a compound is looked up here. Nothing of drafts, of what only coordinators
 * see or of owners gets in. Counted at the end of transactions, one after the other: who has this
 * lock waits for nobody.
 */
const DICTIONARY = [
  `CREATE TABLE search_word (
     word text COLLATE "C" CONSTRAINT pk_search_word PRIMARY KEY,
     spelling text NOT NULL,
     uses int NOT NULL
   )`,
  `CREATE INDEX ix_search_word_part ON search_word USING gin (word gin_trgm_ops)
   WITH (fastupdate = off)`,
  `CREATE INDEX ix_search_word_end ON search_word (reverse(word) COLLATE "C")`,

  `CREATE FUNCTION search_count(spellings text[], step int) RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     IF cardinality(spellings) = 0 THEN RETURN; END IF;
     PERFORM pg_advisory_xact_lock(20266);
     INSERT INTO search_word AS known (word, spelling, uses)
     SELECT search_fold(spelling), min(spelling), count(*) * step
       FROM unnest(spellings) AS spelling GROUP BY 1
     ON CONFLICT (word) DO UPDATE SET uses = known.uses + EXCLUDED.uses;
     IF step < 0 THEN
       -- Folded once each: a plan that folds for every pair takes minutes.
       WITH gone AS MATERIALIZED (
         SELECT DISTINCT search_fold(spelling) AS word FROM unnest(spellings) AS spelling)
       DELETE FROM search_word USING gone WHERE search_word.word = gone.word AND uses <= 0;
     END IF;
   END $$`,

  `CREATE FUNCTION search_listed_words(posting) RETURNS TABLE (word text, spelling text)
   LANGUAGE sql IMMUTABLE ROWS 100
   BEGIN ATOMIC
     SELECT term.word, term.spelling
       FROM search_terms(concat_ws(E'\\n', ${of('($1)', TEXTS)})) AS term
      WHERE ($1).state = 'PUBLISHED' AND ($1).visibility IN ('NAMED', 'BLINDED')
        AND in_german AND in_english AND length(term.word) BETWEEN 2 AND 40
        AND term.word !~ '^\\d+$';
   END`,

  `CREATE FUNCTION search_learn() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     gone text[] = '{}';
     come text[] = '{}';
   BEGIN
     IF TG_OP = 'INSERT' THEN
       come = ARRAY(SELECT spelling FROM search_listed_words(NEW));
     ELSIF TG_OP = 'DELETE' THEN
       gone = ARRAY(SELECT spelling FROM search_listed_words(OLD));
     ELSE
       SELECT COALESCE(array_agg(o.spelling) FILTER (WHERE n.word IS NULL), '{}'),
              COALESCE(array_agg(n.spelling) FILTER (WHERE o.word IS NULL), '{}')
         INTO gone, come
         FROM search_listed_words(OLD) AS o FULL JOIN search_listed_words(NEW) AS n USING (word);
     END IF;
     PERFORM search_count(gone, -1);
     PERFORM search_count(come, 1);
     RETURN NULL;
   END $$`,
  ...Object.entries({
    INSERT: `NEW.state = 'PUBLISHED'`,
    DELETE: `OLD.state = 'PUBLISHED'`,
    UPDATE: `'PUBLISHED' IN (OLD.state, NEW.state) AND ${differs([...TEXTS, 'visibility', 'state'])}`,
  }).map(
    ([change, when]) => `CREATE CONSTRAINT TRIGGER search_learn_${change.toLowerCase()}
      AFTER ${change} ON posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (${when}) EXECUTE FUNCTION search_learn()`,
  ),
];

/**
 * The words for approved tags, as a search compares them: their line, how many different words it
 * has, how these are spelled and stemmed, and the condition on texts that contain it.
 */
const LABELS = [
  `CREATE TABLE search_label (
     id uuid CONSTRAINT pk_search_label PRIMARY KEY,
     tag_id text NOT NULL,
     line text NOT NULL,
     size int NOT NULL,
     spellings text[] NOT NULL,
     stems text[] NOT NULL,
     phrase text NOT NULL
   )`,
  `CREATE INDEX ix_search_label_tag_id ON search_label (tag_id)`,
  `CREATE INDEX ix_search_label_line ON search_label USING gin (line gin_trgm_ops)
   WITH (fastupdate = off)`,
  `CREATE INDEX ix_search_label_stems ON search_label USING gin (stems) WITH (fastupdate = off)`,

  `CREATE FUNCTION search_labels_of(ids text[])
   RETURNS SETOF search_label LANGUAGE sql AS $$
     WITH label AS (
       SELECT tag_label.tag_id, locale, text
         FROM tag_label JOIN tag ON tag.id = tag_label.tag_id
        WHERE tag_label.tag_id = ANY (ids) AND state = 'APPROVED'),
     -- "E-Commerce" is also written "ECommerce".
     spelled AS (
       SELECT label.tag_id, locale, translate(text, '-‐‑', '   ') AS text FROM label
       UNION SELECT label.tag_id, locale, regexp_replace(text, '[-‐‑]', '', 'g') FROM label),
     term AS (
       SELECT spelled.tag_id, locale, text, word, spelling, place,
              array_to_string(found.stems, '|') AS stems,
              place - lag(place) OVER (PARTITION BY spelled.tag_id, locale, text ORDER BY place)
                AS distance
         FROM spelled, search_terms(text) AS found, unnest(places) AS place
        WHERE length(word) > 1 AND CASE locale WHEN 'de' THEN in_german ELSE in_english END)
     SELECT gen_random_uuid(), found.* FROM (
       SELECT DISTINCT term.tag_id,
              string_agg(word, ' ' ORDER BY place),
              count(DISTINCT word)::int,
              array_agg(DISTINCT spelling),
              string_to_array(string_agg(term.stems, '|'), '|'),
              string_agg(COALESCE(' <' || distance || '> ', '') || '(' || term.stems || ')', ''
                         ORDER BY place)
         FROM term GROUP BY term.tag_id, locale, text) AS found
   $$`,

  // Tags whose words a transaction has changed; empty between transactions.
  `CREATE TABLE search_stale (tag_id text NOT NULL)`,
  // Many tags at once, as when the vocabulary is loaded: nested loops would take minutes.
  `CREATE FUNCTION search_relabel() RETURNS trigger LANGUAGE plpgsql
   SET enable_nestloop = off AS $$
   DECLARE
     ids text[];
   BEGIN
     WITH stale AS (DELETE FROM search_stale RETURNING tag_id)
     SELECT array_agg(DISTINCT tag_id) INTO ids FROM stale;
     IF ids IS NULL THEN RETURN NULL; END IF;
     PERFORM pg_advisory_xact_lock(20266);
     PERFORM search_count(ARRAY(
       SELECT unnest(spellings) FROM search_label WHERE tag_id = ANY (ids)), -1);
     DELETE FROM search_label WHERE tag_id = ANY (ids);
     INSERT INTO search_label SELECT * FROM search_labels_of(ids);
     PERFORM search_count(ARRAY(
       SELECT unnest(spellings) FROM search_label WHERE tag_id = ANY (ids)), 1);
     RETURN NULL;
   END $$`,
  `CREATE CONSTRAINT TRIGGER search_relabel AFTER INSERT ON search_stale
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION search_relabel()`,

  `CREATE FUNCTION search_label_changed() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO search_stale SELECT DISTINCT tag_id FROM changed;
     RETURN NULL;
   END $$`,
  ...(['INSERT', 'UPDATE', 'DELETE'] as const).map(
    (change) => `CREATE TRIGGER search_label_${change.toLowerCase()} AFTER ${change} ON tag_label
      REFERENCING ${change === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION search_label_changed()`,
  ),
  // A word that is given to another tag.
  `CREATE FUNCTION search_label_moved() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO search_stale VALUES (OLD.tag_id);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_label_moved AFTER UPDATE ON tag_label FOR EACH ROW
   WHEN (OLD.tag_id <> NEW.tag_id) EXECUTE FUNCTION search_label_moved()`,
  `CREATE FUNCTION search_tag_changed() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO search_stale VALUES (NEW.id);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_tag_changed AFTER UPDATE ON tag FOR EACH ROW
   WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION search_tag_changed()`,
];

/** What is there already. */
const PRESENT = [
  `SELECT search_index(ARRAY(SELECT id FROM posting))`,
  `SELECT search_count(ARRAY(
     SELECT spelling FROM posting, search_listed_words(posting) WHERE state = 'PUBLISHED'), 1)`,
  `INSERT INTO search_stale SELECT id FROM tag`,
  // At once: what follows may alter the tables.
  `SET CONSTRAINTS ALL IMMEDIATE`,
];

const TRIGGERS: Readonly<Record<string, readonly string[]>> = {
  posting: ['new', 'changed', 'learn_insert', 'learn_update', 'learn_delete'],
  posting_tag: ['tags_insert', 'tags_update', 'tags_delete'],
  organisation: ['renamed'],
  tag_label: ['label_insert', 'label_update', 'label_delete', 'label_moved'],
  tag: ['tag_changed'],
};

export class Search1795729388676 implements MigrationInterface {
  name = 'Search1795729388676';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    for (const sql of [...WORDS, ...POSTINGS, ...DICTIONARY, ...LABELS, ...PRESENT]) {
      await queryRunner.query(sql);
    }
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, triggers] of Object.entries(TRIGGERS)) {
      for (const name of triggers) {
        await queryRunner.query(`DROP TRIGGER search_${name} ON ${table}`);
      }
    }
    await queryRunner.query(`DROP TABLE search_stale, search_word, posting_search`);
    const functions = ['search_tag_changed', 'search_label_moved', 'search_label_changed'].concat(
      ['search_relabel', 'search_labels_of', 'search_learn', 'search_listed_words', 'search_count'],
      [
        'search_index_owned',
        'search_index_tagged',
        'search_index_posting',
        'search_index',
        'search_tags',
      ],
      ['search_vector', 'search_terms', 'search_words', 'search_fold'],
    );
    for (const name of functions) await queryRunner.query(`DROP FUNCTION ${name}`);
    // A function returned its rows.
    await queryRunner.query(`DROP TABLE search_label`);
  }
}
