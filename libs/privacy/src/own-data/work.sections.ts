import type { Section } from './section.js';

/** Postings that say whom to turn to: the person. */
const AS_CONTACT = 'lower(posting.contact_mail) = person.mail';

/** What somebody who left the organisation must not read any more. */
const READABLE = `(${AS_CONTACT} OR EXISTS (
  SELECT FROM membership WHERE account_id = person.id
     AND organisation_id = posting.organisation_id))`;

const contact = (column: string): string =>
  `CASE WHEN ${AS_CONTACT} THEN posting.contact_${column} END`;
const content = (column: string): string => `CASE WHEN ${READABLE} THEN posting.${column} END`;

/** Both sides of each match. */
const SIDES = `match CROSS JOIN LATERAL (VALUES
    ('NEED', need_id, need_answer, need_note), ('OFFER', offer_id, offer_answer, offer_note))
    AS side (name, posting_id, answer, note)
  JOIN posting ON posting.id = side.posting_id`;

/**
 * Whether the person gave a side's answer: signed in, or as the contact behind a link. The second
 * yes of a match is told by its introduction alone.
 */
const ANSWERED = `(
  SELECT CASE WHEN actor IS NULL THEN ${AS_CONTACT} ELSE actor = person.id END FROM event
   WHERE payload->>'match' = match.id::text AND (event.name = 'match.introduced'
      OR event.name IN ('match.answered', 'match.declined') AND payload->>'side' = side.name)
   ORDER BY event.name = 'match.introduced', event.id DESC LIMIT 1)`;

/** What the person does with others: postings, matches, questions, the vocabulary. */
export const WORK: readonly Section[] = [
  {
    name: 'postings',
    tables: ['public.posting'],
    sql: `SELECT posting.id, kind, ${AS_CONTACT} AS "isContact",
                 posting.created_by IS NOT DISTINCT FROM person.id AS "isAuthor",
                 posting.created_at AS "createdAt",
                 ${[
                   'state',
                   'title',
                   'summary',
                   'description',
                   'confidential',
                   'tried',
                   'goal',
                   'evidence',
                   'orcid',
                 ]
                   .map((column) => `${content(column)} AS ${column}`)
                   .join()},
                 ${content('review_note')} AS "reviewNote",
                 ${contact('name')} AS "contactName", ${contact('salutation')} AS "contactSalutation",
                 ${contact('academic_title')} AS "contactAcademicTitle",
                 ${contact('mail')} AS "contactMail", ${contact('phone')} AS "contactPhone",
                 posting.confirmation
            FROM posting JOIN person ON posting.created_by = person.id OR ${AS_CONTACT}
           ORDER BY posting.created_at`,
  },
  {
    name: 'postingVersions',
    tables: ['public.posting_version'],
    sql: `SELECT posting_id AS posting, version, at, content
            FROM posting_version JOIN person ON author_id = person.id
           ORDER BY at, posting_id, version`,
  },
  {
    name: 'releases',
    tables: [],
    sql: `SELECT posting.title AS posting, organisation.name AS "toldTo", release.at
            FROM release JOIN posting ON posting.id = release.posting_id
                                     AND posting.organisation_id = release.owner_id
            JOIN person ON ${AS_CONTACT}
            JOIN organisation ON organisation.id = release.organisation_id ORDER BY release.at`,
  },
  {
    name: 'answers',
    tables: [],
    sql: `SELECT match.id AS match, posting.title AS posting, side.answer, side.note
            FROM ${SIDES} CROSS JOIN person
           WHERE side.answer IS NOT NULL
             AND (posting.organisation_id IN (SELECT organisation_id FROM membership
                                               WHERE account_id = person.id) OR ${AS_CONTACT})
             AND ${ANSWERED}`,
  },
  {
    name: 'asked',
    tables: ['public.asking'],
    sql: `SELECT match_id AS match, side, ready_at AS "readyAt", asked_at AS "askedAt", reminders,
                 reminded_at AS "remindedAt"
            FROM asking JOIN person ON asking.person = person.mail
           ORDER BY ready_at, match_id, side`,
  },
  {
    name: 'questions',
    tables: [],
    sql: `SELECT match_question.match_id AS match, posting.title AS posting,
                 CASE WHEN asks THEN match_question.text ELSE relayed END AS question,
                 CASE WHEN asks THEN match_question.answer ELSE reply END AS answer,
                 asks AS "isAsker", match_question.asked_at AS "askedAt"
            FROM match_question JOIN match ON match.id = match_question.match_id
            CROSS JOIN LATERAL (VALUES
              (need_id, match_question.side = 'NEED'), (offer_id, match_question.side = 'OFFER'))
              AS place (posting_id, asks)
            JOIN posting ON posting.id = place.posting_id JOIN person ON ${AS_CONTACT}
           WHERE asks OR relayed IS NOT NULL ORDER BY match_question.asked_at`,
  },
  {
    name: 'outcomes',
    tables: [],
    sql: `SELECT match_id AS match, result, outcome.text, recorded_at AS "recordedAt"
            FROM outcome CROSS JOIN person
           WHERE person.id = (
             SELECT actor FROM event WHERE payload->>'match' = match_id::text
                AND event.name IN ('match.concluded', 'match.outcome-corrected')
              ORDER BY event.id DESC LIMIT 1)`,
  },
  {
    name: 'notes',
    tables: ['public.match_note'],
    sql: `SELECT match_id AS match, match_note.text, created_at AS "createdAt"
            FROM match_note JOIN person ON author_id = person.id ORDER BY created_at`,
  },
  {
    name: 'postingReports',
    tables: ['public.posting_report'],
    sql: `SELECT posting_id AS posting, reason, posting_report.text, created_at AS "createdAt"
            FROM posting_report JOIN person ON reporter_id = person.id ORDER BY created_at`,
  },
  {
    name: 'matchesInCharge',
    tables: ['public.match'],
    sql: `SELECT match.id AS match, assignee_id IS NOT DISTINCT FROM person.id AS "isAssignee",
                 decided_by IS NOT DISTINCT FROM person.id AS "isDecider",
                 CASE WHEN decided_by = person.id THEN decided_at END AS "decidedAt"
            FROM match JOIN person ON person.id IN (assignee_id, decided_by) ORDER BY decided_at`,
  },
  {
    name: 'confidentialReads',
    tables: ['public.confidential_read'],
    sql: `SELECT posting_id AS posting, part, at
            FROM confidential_read JOIN person ON person.id = account_id ORDER BY at`,
  },
  {
    name: 'verifications',
    tables: ['public.verification'],
    sql: `SELECT organisation.name AS organisation, given, note, at
            FROM verification JOIN person ON decided_by = person.id
            JOIN organisation ON organisation.id = organisation_id ORDER BY at`,
  },
  {
    name: 'suggestedTags',
    tables: ['public.tag'],
    sql: `SELECT tag.id AS tag, state FROM tag JOIN person ON suggested_by = person.id`,
  },
  {
    name: 'mergedTags',
    tables: ['public.tag_merge'],
    sql: `SELECT into_id AS tag, at, undone_at AS "undoneAt"
            FROM tag_merge JOIN person ON actor = person.id ORDER BY at`,
  },
];
