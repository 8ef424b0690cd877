import type { Section } from './section.js';

/** The account and what belongs to it alone. */
export const ACCOUNT: readonly Section[] = [
  {
    name: 'account',
    tables: ['auth.user'],
    sql: `SELECT account.id, name, email, "emailVerified", role, locale, salutation,
                 "academicTitle", "openQuestionsLimit", image, "createdAt", "updatedAt"
            FROM auth."user" AS account JOIN person ON person.id = account.id`,
  },
  {
    name: 'signIn',
    tables: ['auth.credential'],
    sql: `SELECT "providerId" AS method, "createdAt", "updatedAt"
            FROM auth.credential JOIN person ON person.id = "userId" ORDER BY "createdAt"`,
  },
  {
    name: 'passkeys',
    tables: ['auth.passkey'],
    sql: `SELECT name, "deviceType", "backedUp", "createdAt"
            FROM auth.passkey JOIN person ON person.id = "userId" ORDER BY "createdAt"`,
  },
  {
    name: 'confirmedAddresses',
    tables: ['public.address_confirmation'],
    sql: `SELECT address, purpose, way, text_version AS "textVersion", text_hash AS "textHash",
                 address_confirmation.locale, asked_at AS "askedAt", confirmed_at AS "confirmedAt"
            FROM address_confirmation JOIN person ON person.id = account_id ORDER BY confirmed_at`,
  },
  {
    name: 'sessions',
    tables: ['auth.session'],
    sql: `SELECT "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent"
            FROM auth.session JOIN person ON person.id = "userId" ORDER BY "createdAt"`,
  },
  {
    name: 'memberships',
    tables: ['public.membership'],
    sql: `SELECT organisation.id AS "organisationId", organisation.name AS organisation,
                 membership.role, membership.created_at AS since
            FROM membership JOIN person ON person.id = account_id
            JOIN organisation ON organisation.id = organisation_id ORDER BY membership.created_at`,
  },
  {
    name: 'absences',
    tables: ['public.absence'],
    sql: `SELECT from_day::text AS "fromDay", to_day::text AS "toDay", created_at AS "createdAt"
            FROM absence JOIN person ON person.id = account_id ORDER BY from_day`,
  },
  {
    name: 'digest',
    tables: ['public.digest'],
    sql: `SELECT wanted, covered_on::text AS "coveredOn"
            FROM digest JOIN person ON person.id = account_id`,
  },
  {
    name: 'savedFilters',
    tables: ['public.saved_filter'],
    sql: `SELECT kind, name, filter, created_at AS "createdAt"
            FROM saved_filter JOIN person ON person.id = account_id ORDER BY created_at`,
  },
  {
    name: 'notifications',
    tables: ['public.notification'],
    sql: `SELECT kind, posting_id AS posting, match_id AS match,
                 organisation_id AS organisation, created_at AS "createdAt", read_at AS "readAt"
            FROM notification JOIN person ON person.id = account_id
           ORDER BY created_at DESC, kind, match_id`,
  },
  {
    name: 'invitationsReceived',
    tables: ['public.invitation'],
    sql: `SELECT organisation.name AS organisation, role, invitation.created_at AS "createdAt",
                 expires_at AS "expiresAt", accepted_at AS "acceptedAt"
            FROM invitation JOIN person ON lower(email) = person.mail OR accepted_by = person.id
            JOIN organisation ON organisation.id = organisation_id ORDER BY invitation.created_at`,
  },
  {
    // Whom they were sent to is for those people's own export.
    name: 'invitationsSent',
    tables: ['public.invitation'],
    sql: `SELECT organisation.name AS organisation, role, invitation.created_at AS "createdAt",
                 expires_at AS "expiresAt", accepted_at AS "acceptedAt"
            FROM invitation JOIN person ON invited_by = person.id
            JOIN organisation ON organisation.id = organisation_id ORDER BY invitation.created_at`,
  },
  {
    name: 'consents',
    tables: ['public.contact_consent'],
    sql: `SELECT asked_at AS "askedAt", agreed_at AS "agreedAt",
                 text_version AS "textVersion", text_hash AS "textHash"
            FROM contact_consent JOIN person ON person.key = addressee`,
  },
  {
    name: 'erasure',
    tables: ['public.erasure'],
    sql: `SELECT requested_at AS "requestedAt", due_at AS "dueAt"
            FROM erasure JOIN person ON person.id = account_id ORDER BY requested_at`,
  },
  {
    name: 'mails',
    tables: ['public.outgoing_mail'],
    sql: `SELECT kind, subject, text, state, created_at AS "createdAt", sent_at AS "sentAt"
            FROM outgoing_mail JOIN person ON lower(to_address) = person.mail
           ORDER BY created_at DESC, kind, subject`,
  },
  {
    // Of the ids in a payload only those that stand for things, not for other people.
    name: 'events',
    tables: ['public.event'],
    sql: `SELECT at, event.name, payload - 'assignee' - 'account' AS about
            FROM event JOIN person
              ON actor = person.id OR payload->>'account' = person.id::text
           ORDER BY event.id DESC`,
  },
];
