// A network as large as it may become: many postings, and matches between them in all states.
import { loadPostings } from '../bench/search-data.mjs';

const postings = 10_000;
const matches = 50_000;

/** Loads both. Returns what there is, in words. */
export async function loadLarge(database, { signal, say }) {
  say(`loading ${postings} postings and ${matches} matches …`);
  await loadPostings(database, { total: postings, signal, say });
  await loadMatches(database);
  await database.query('VACUUM ANALYZE');
  return `${postings} postings, ${matches} matches`;
}

/**
 * Parts, reasons and questions are those of the demo's matches. Deadlines lie ahead, so that the
 * worker has nothing to do; what was asked of sides was asked just now.
 */
async function loadMatches(database) {
  const { rows } = await database.query('SELECT count(*)::int AS count FROM match');
  await database.query(
    `WITH need AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM posting
        WHERE kind = 'NEED' AND state = 'PUBLISHED'),
      offer AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM posting
        WHERE kind = 'OFFER' AND state = 'PUBLISHED'),
      size AS (SELECT (SELECT count(*) FROM need) AS needs, (SELECT count(*) FROM offer) AS offers),
      model AS (SELECT points, strength, parts, reasons, open_questions,
          row_number() OVER (ORDER BY id) - 1 AS n FROM match),
      pair AS (SELECT i, need.id AS need_id, offer.id AS offer_id,
          (ARRAY['SUGGESTED','SUGGESTED','SUGGESTED','DISMISSED','DECLINED','EXPIRED','APPROVED',
            'INTRODUCED','IN_PROGRESS','COLLABORATION'])[1 + i % 10]::match_state AS state
        FROM generate_series(0, $1 * 2) AS i, size, need, offer
        WHERE need.n = i % needs AND offer.n = (i / needs + 31 * (i % needs)) % offers)
     INSERT INTO match (need_id, offer_id, state, points, strength, parts, reasons, open_questions,
       need_answer, offer_answer, deadline, approved_at, decided_at, ever_asked, asked_at, round,
       created_at)
     SELECT need_id, offer_id, state, points, strength, parts, reasons, open_questions,
       CASE WHEN state IN ('INTRODUCED', 'IN_PROGRESS', 'COLLABORATION') THEN 'INTERESTED'::answer
            WHEN state = 'DECLINED' THEN 'DECLINED' END,
       CASE WHEN state IN ('INTRODUCED', 'IN_PROGRESS', 'COLLABORATION') THEN 'INTERESTED'::answer END,
       CASE WHEN state IN ('SUGGESTED', 'APPROVED') THEN now() + (7 + i % 20) * interval '1 day' END,
       CASE WHEN state NOT IN ('SUGGESTED', 'DISMISSED') THEN now() END,
       CASE WHEN state <> 'SUGGESTED' THEN now() END,
       state NOT IN ('SUGGESTED', 'DISMISSED'),
       CASE WHEN state NOT IN ('SUGGESTED', 'DISMISSED') THEN now() END,
       CASE WHEN state NOT IN ('SUGGESTED', 'DISMISSED') THEN 1 ELSE 0 END,
       now() - (i % 300) * interval '1 hour'
     FROM pair JOIN model ON model.n = pair.i % (SELECT count(*) FROM model)
     WHERE NOT EXISTS (SELECT FROM match AS old
       WHERE old.need_id = pair.need_id AND old.offer_id = pair.offer_id)
     LIMIT $1`,
    [matches - rows[0].count],
  );
}
