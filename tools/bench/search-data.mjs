// Many postings for a bench, made of the demo data's sentences and tags by a seeded generator, so
// that every run loads the same ones.
import { createHash } from 'node:crypto';

const batch = 500;

/** Loads postings until there are `total`. Returns how many words the search then knows. */
export async function loadPostings(database, { total, signal, say }) {
  const random = generator(20_264);
  const material = await materialOf(database);
  const { rows } = await database.query('SELECT count(*)::int AS count FROM posting');
  for (let at = rows[0].count; at < total; at += batch) {
    signal.throwIfAborted();
    if (at % 5_000 < batch) say(`${at} of ${total} postings …`);
    const size = Math.min(batch, total - at);
    const postings = Array.from({ length: size }, (_, n) => invent(material, random, at + n));
    await insert(database, postings);
  }
  await database.query('VACUUM ANALYZE');
  const words = await database.query('SELECT count(*)::int AS count FROM search_word');
  return words.rows[0].count;
}

async function materialOf(database) {
  const sql = {
    sources: `SELECT kind, language, title, summary, description, organisation_id AS organisation,
      ARRAY(SELECT tag_id FROM posting_tag WHERE posting_id = posting.id) AS tags
      FROM posting WHERE state = 'PUBLISHED' ORDER BY title`,
    tags: `SELECT id FROM tag WHERE state = 'APPROVED' ORDER BY id`,
    words: `SELECT text FROM tag_label WHERE locale = 'de' AND text !~ '[^[:alpha:]]'
      AND length(text) > 5 ORDER BY text`,
    forms: `SELECT unnest(enum_range(NULL::cooperation_form))::text AS form`,
    districts: `SELECT unnest(enum_range(NULL::district))::text AS district`,
  };
  const material = {};
  for (const [name, text] of Object.entries(sql)) {
    material[name] = (await database.query(text)).rows;
  }
  return material;
}

/** A topic with others beside it, as postings of a region are alike and never the same. */
function invent({ sources, tags, words, forms, districts }, random, number) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list, most) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list));
  const topic = pick(sources);
  const beside = sources.filter(({ language }) => language === topic.language);
  const near = [topic, topic, pick(beside), pick(beside)];
  const compound = () => pick(words).text + pick(words).text.toLowerCase();
  const sentences = near.flatMap(({ description }) => some(sentencesOf(description), 3));
  const [first, second] = topic.title.replace('Beispiel: ', '').split(/, | – /);
  return {
    ...{ kind: topic.kind, language: topic.language, organisation: topic.organisation },
    title: `Beispiel: ${first}, ${second ?? pick(words).text} ${compound()}`.slice(0, 160),
    summary: pick(near).summary,
    description: [...sentences, `${compound()}, ${compound()}.`].join(' '),
    tags: [...new Set([...some(topic.tags, 4), ...some(pick(beside).tags, 2), pick(tags).id])],
    forms: [...new Set(some(forms, 3).map(({ form }) => form))],
    district: pick(districts).district,
    visibility: random() < 0.2 ? 'BLINDED' : 'NAMED',
    days: Math.floor(random() * 700),
    id: idOf(number),
  };
}

const sentencesOf = (text) => text.split(/(?<=[.!?]) /);

/** The same random-looking id in every run. */
function idOf(number) {
  const hex = createHash('sha256').update(String(number)).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-a$4-$5');
}

async function insert(database, postings) {
  const rows = JSON.stringify(postings);
  await database.query('BEGIN');
  await database.query(
    `INSERT INTO posting (id, kind, language, title, summary, description, cooperation_forms,
       district, visibility, state, published_at, expires_at, organisation_id, dois,
       contact_name, contact_mail)
     SELECT id, kind, language, title, summary, description, forms, district, visibility,
       'PUBLISHED', now() - days * interval '1 day', now() + interval '90 days', organisation,
       CASE kind WHEN 'OFFER' THEN '{}'::text[] END, 'Toni Beispiel', 'toni@bench.example'
     FROM json_to_recordset($1) AS posting (id uuid, kind posting_kind, language locale, title text,
       summary text, description text, forms cooperation_form[], district district,
       visibility visibility, days int, organisation uuid)`,
    [rows],
  );
  await database.query(
    `INSERT INTO posting_tag (posting_id, tag_id, weight, position)
     SELECT id, tag, 1 + (place * 7 % 3), place - 1
       FROM json_to_recordset($1) AS posting (id uuid, tags text[]),
            unnest(tags) WITH ORDINALITY AS tagged (tag, place)`,
    [rows],
  );
  await database.query('COMMIT');
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
