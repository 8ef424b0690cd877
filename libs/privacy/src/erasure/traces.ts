import { ERASED_CONTACT, ERASED_MAIL } from '@wilma/domain';

/** One place where a person leaves traces, and the statement that removes them there. */
export interface Trace {
  /** What is removed, for the report. */
  readonly what: string;
  /** Changes rows for `person`, see {@link statementFor}. */
  readonly sql: string;
}

/** Stands in a text where it named the person. */
const GAP = '[…]';

/**
 * `$1` is a person as JSON: `pattern` finds their name, address, phone and ORCID in texts, `jsonPattern`
 * the same in JSON, `reach` and `jsonReach` all but the name; `postings` and `matches` are
 * those in whose texts a name can only mean them.
 */
export const statementFor = ({ sql }: Trace): string => `
  WITH person AS (SELECT * FROM jsonb_to_record($1::jsonb) AS person (
         id uuid, mails text[], keys text[], pattern text, "jsonPattern" text, reach text,
         "jsonReach" text, postings uuid[], matches uuid[])),
       done AS (${sql} RETURNING 1)
  SELECT count(*)::int AS rows FROM done`;

const redacted = (column: string): string =>
  `${column} = regexp_replace(${column}, person.pattern, '${GAP}', 'gi')`;

/** Clears texts of rows that are near the person, or tell how to reach them. */
const texts = (table: string, columns: readonly string[], near: string): Trace => {
  const all = `concat_ws(E'\\n', ${columns.map((column) => `${table}.${column}`).join()})`;
  return {
    what: `texts of ${table}`,
    sql: `UPDATE ${table} SET ${columns.map(redacted).join()} FROM person
           WHERE ${near} AND ${all} ~* person.pattern OR ${all} ~* person.reach`,
  };
};

const nearMatch = (table: string): string => `${table}.match_id = ANY (person.matches)`;

/** A mail's words, which its HTML only repeats: lines are wrapped, those of calendar files folded. */
const MAIL_TEXT = `concat_ws(E'\\n', subject, text, replace(calendar, E'\\r\\n ', ''))`;
/** Nothing of it has left yet. */
const UNSENT = `state IN ('QUEUED', 'SENDING')`;
/** Where a name in a mail can only mean them: about their matches, and invitations from them. */
const NEAR_MAIL = `(match_id = ANY (person.matches) OR dedupe_key IN (
  SELECT 'INVITATION/' || invitation.id FROM invitation WHERE invited_by = person.id))`;
const ABOUT_THEM = `(${MAIL_TEXT} ~* person.reach OR ${NEAR_MAIL} AND ${MAIL_TEXT} ~* person.pattern)`;

/** In this order: what is found by the contact's address is found before that goes. */
export const TRACES: readonly Trace[] = [
  texts(
    'posting',
    ['title', 'summary', 'description', 'confidential', 'tried', 'goal', 'evidence', 'review_note'],
    'posting.id = ANY (person.postings)',
  ),
  {
    what: 'ORCIDs of postings',
    sql: `UPDATE posting SET orcid = NULL FROM person WHERE orcid ~* person.reach`,
  },
  {
    what: 'contacts of postings',
    sql: `UPDATE posting SET contact_salutation = 'NONE', contact_academic_title = NULL,
                 contact_name = CASE language WHEN 'en' THEN '${ERASED_CONTACT.en}'
                                              ELSE '${ERASED_CONTACT.de}' END,
                 contact_mail = '${ERASED_MAIL}', contact_phone = NULL
            FROM person WHERE lower(contact_mail) = ANY (person.mails)`,
  },
  {
    what: 'versions of postings',
    sql: `UPDATE posting_version
             SET content = regexp_replace(content::text, "jsonPattern", '${GAP}', 'gi')::jsonb
            FROM person WHERE posting_id = ANY (person.postings) AND content::text ~* "jsonPattern"
              OR content::text ~* "jsonReach"`,
  },
  {
    what: 'askings',
    sql: `UPDATE asking SET person = lower(posting.contact_mail)
            FROM person, match, posting
           WHERE asking.person = ANY (person.mails) AND match.id = asking.match_id
             AND posting.id = CASE side WHEN 'NEED' THEN match.need_id ELSE match.offer_id END`,
  },
  texts('match', ['need_note', 'offer_note'], 'match.id = ANY (person.matches)'),
  texts('match_note', ['text'], nearMatch('match_note')),
  texts(
    'posting_report',
    ['text', 'note'],
    '(reporter_id = person.id OR posting_id = ANY (person.postings))',
  ),
  texts('match_question', ['text', 'relayed', 'reply', 'answer'], nearMatch('match_question')),
  texts(
    'verification',
    ['note'],
    `verification.organisation_id IN (
       SELECT organisation_id FROM membership WHERE account_id = person.id)`,
  ),
  texts('outcome', ['text'], nearMatch('outcome')),
  {
    what: 'mails to them',
    sql: `DELETE FROM outgoing_mail USING person WHERE lower(to_address) = ANY (person.mails)`,
  },
  {
    what: 'mails to others about them that have not left',
    sql: `DELETE FROM outgoing_mail USING person
           WHERE ${UNSENT} AND ${ABOUT_THEM}`,
  },
  {
    what: 'texts of mails to others about them',
    sql: `UPDATE outgoing_mail SET html = '', text = '', calendar = NULL, ${redacted('subject')}
            FROM person WHERE ${ABOUT_THEM}
              OR match_id = ANY (person.matches) AND kind = 'INTRODUCED' AND text <> ''`,
  },
  {
    what: 'copies of mails',
    sql: `UPDATE outgoing_mail
             SET cc = ARRAY(SELECT address FROM unnest(cc) AS address WHERE lower(address) <> ALL (mails))
            FROM person WHERE lower(cc::text)::text[] && mails`,
  },
  {
    what: 'invitations',
    sql: `DELETE FROM invitation USING person WHERE lower(email) = ANY (person.mails)`,
  },
  {
    // Kept without the yes: else somebody could have them asked again.
    what: 'consents',
    sql: `UPDATE contact_consent SET agreed_at = NULL, text_version = NULL, text_hash = NULL FROM person
           WHERE addressee = ANY (person.keys) AND agreed_at IS NOT NULL`,
  },
  {
    what: 'transfer offices',
    sql: `UPDATE organisation SET transfer_email = NULL FROM person
           WHERE lower(transfer_email) = ANY (person.mails)`,
  },
  {
    what: 'answers kept for repeated requests',
    sql: `DELETE FROM idempotent_request USING person
           WHERE account_id = person.id OR answer::text ~* "jsonReach"`,
  },
  {
    what: 'links asked for',
    sql: `DELETE FROM link_request USING person WHERE lower(address) = ANY (person.mails)`,
  },
  {
    what: 'codes',
    sql: `DELETE FROM auth.verification USING person
           WHERE identifier || E'\\n' || value ~* person.reach
              OR strpos(identifier || E'\\n' || value, person.id::text) > 0`,
  },
  {
    what: 'suggested tags',
    sql: `UPDATE tag SET suggested_by = NULL FROM person WHERE suggested_by = person.id`,
  },
  {
    what: 'merged tags',
    sql: `UPDATE tag_merge SET actor = NULL FROM person WHERE actor = person.id`,
  },
  {
    // With sessions, ways to sign in, memberships, settings, filters and notifications.
    what: 'account',
    sql: `DELETE FROM auth."user" AS account USING person WHERE account.id = person.id`,
  },
];
