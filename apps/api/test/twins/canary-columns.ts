import type { TestDatabase } from '@wilma/testing';
import type { Played } from './twin-plot.js';

/** Columns of texts that tell nothing of an owner, and why. A new column is in none of these. */
const NOT_THE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  'what everybody reads of a blinded posting': [
    ...['title', 'summary', 'description', 'tried', 'goal', 'evidence', 'sector'].map(
      (column) => `posting.${column}`,
    ),
    ...['posting_tag.tag_id', 'posting_search.vector', 'search_word.spelling', 'search_word.word'],
  ],
  'the vocabulary and the programmes': [
    ...['tag.id', 'tag.merged_into', 'tag_label.tag_id', 'tag_label.text'],
    ...[
      'tag_merge.into_id',
      'tag_merge.tags',
      'tag_merge_posting.after',
      'tag_merge_posting.before',
    ],
    ...['tag_relation.other_id', 'tag_relation.tag_id', 'search_stale.tag_id'],
    ...['line', 'phrase', 'spellings', 'stems', 'tag_id'].map((column) => `search_label.${column}`),
    ...['description_de', 'description_en', 'key', 'link', 'name', 'operator', 'short_name'].map(
      (column) => `programme.${column}`,
    ),
  ],
  'computed from what is public, or the words of others': [
    ...['match.open_questions', 'match.parts', 'match.reasons', 'match.offer_note'],
    ...['match.feedback', 'matching_model.formula', 'matching_model.thresholds'],
    ...['matching_model.measured', 'learning_run.measured'],
    ...['match_question.answer', 'match_question.relayed'],
  ],
  'said to both sides after the introduction': ['outcome.text'],
  'one of a few words of ours, an id, a hash or a count': [
    ...[
      'event.name',
      'event_seal.hash',
      'handled.handler',
      'known_handler.event',
      'migration.name',
      'retention_run.rule',
    ],
    ...[
      'known_handler.handler',
      'parked_job.handler',
      'queue_state.server',
      'notification.occasion',
    ],
    ...['outgoing_mail.dedupe_key', 'outgoing_mail.message_id', 'rateLimit.key'],
    ...['organisation.sector', 'user.locale', 'user.role', 'user.salutation', 'rate_limit.key'],
    ...['credential.providerId', 'credential.password', 'session.token'],
  ],
};

const EXCEPTED = new Set(Object.values(NOT_THE_OWNERS).flat());

export const belongsToOwner = (column: string): boolean => !EXCEPTED.has(column);

/** Parameters: the word, organisation, account, need, match. */
const FILL = [
  `UPDATE posting SET review_note = $1 WHERE organisation_id = $2 AND visibility <> 'NAMED'`,
  `UPDATE posting SET orcid = $1, dois = ARRAY[$1]
    WHERE organisation_id = $2 AND kind = 'OFFER' AND visibility <> 'NAMED'`,
  `INSERT INTO invitation (organisation_id, email, role, locale, invited_by, expires_at)
   VALUES ($2, lower(replace($1, ' ', '.')) || '@people.example', 'MEMBER', 'de', $3, '2040-01-01')`,
  `INSERT INTO mail_domain (organisation_id, domain, with_subdomains)
   VALUES ($2, lower(replace($1, ' ', '.')) || '.example', false)`,
  `INSERT INTO verification (organisation_id, given, note, domains, at)
   VALUES ($2, true, $1, ARRAY[$1], now())`,
  `INSERT INTO saved_filter (account_id, kind, name, filter)
   VALUES ($3, 'NEED', $1, jsonb_build_object('search', $1))`,
  `INSERT INTO match_note (match_id, author_id, text) VALUES ($5, $3, $1)`,
  `INSERT INTO posting_report (posting_id, reporter_id, reason, text, note) VALUES ($4, $3, 'OTHER', $1, $1)`,
  `INSERT INTO contact_consent (addressee, asked_at, text_version, text_hash)
   SELECT contact_mail, now(), 1, $1 FROM posting WHERE id = $4`,
  `INSERT INTO idempotent_request (account_id, key, asked, answer, begun_at)
   VALUES ($3, $1, $1, jsonb_build_object('name', $1), now())`,
  `INSERT INTO event (name, actor, payload, relayed_at)
   VALUES ('match.noted', $3, jsonb_build_object('match', $5, 'word', $1), now())`,
  `INSERT INTO parked_job (event_id, handler, error)
   SELECT id, 'tell', $1 FROM event WHERE name = 'match.noted'`,
  `UPDATE auth."user" SET image = $1 WHERE id = $3`,
  `UPDATE auth.credential SET "accountId" = $1, "accessToken" = $1, "idToken" = $1,
          "refreshToken" = $1, scope = $1 WHERE "userId" = $3`,
  `INSERT INTO auth.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType",
                             "backedUp", transports, aaguid)
   VALUES (gen_random_uuid(), $1, $1, $3, $1, 0, $1, true, $1, $1)`,
  `INSERT INTO address_confirmation (account_id, address, purpose, way, text_version, text_hash,
                                     locale, confirmed_at)
   VALUES ($3, $1, $1, 'MAIL_LINK', 1, $1, 'de', now())`,
  `INSERT INTO link_request (id, purpose, address, next_page, expires_at)
   VALUES (gen_random_uuid(), 'SIGN_IN', $1, $1, '2040-01-01')`,
  `UPDATE auth.session SET "ipAddress" = $1, "userAgent" = $1 WHERE "userId" = $3`,
  `INSERT INTO auth.verification (identifier, value, "expiresAt", "createdAt", "updatedAt")
   VALUES ($1, $1, '2040-01-01', now(), now())`,
  `INSERT INTO erasure (account_id, addressee, requested_at, due_at)
   VALUES ($3, $1, now(), '2040-01-01')`,
  `UPDATE outgoing_mail SET cc = ARRAY[$1], last_error = $1, calendar = $1, subject = $1,
          unsubscribe_url = $1
    WHERE to_address = (SELECT contact_mail FROM posting WHERE id = $4)`,
];

/** Puts the word into every column of the owner that the plot left without it. */
export async function fill(
  database: TestDatabase,
  word: string,
  { ownerId, ownerAccountId, ids }: Played,
): Promise<void> {
  const values = [word, ownerId, ownerAccountId, ids.needs[0], ids.matches[0]];
  const types = ['text', 'uuid', 'uuid', 'uuid', 'uuid'];
  for (const sql of FILL) {
    // Each takes the parameters that it names.
    const used = [...new Set([...sql.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)))];
    const text = sql.replaceAll(/\$(\d)/g, (_all, n: string) => {
      const at = Number(n) - 1;
      return `$${String(used.indexOf(at + 1) + 1)}::${types[at] ?? ''}`;
    });
    await database.query(
      text,
      used.map((n) => values[n - 1]),
    );
  }
}
