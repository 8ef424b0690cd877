import { ERASED_CONTACT, ERASED_MAIL } from '@wilma/domain';
import type { Config } from '@wilma/platform';

/** Days for which each kind of thing is kept: settings, see `.env.example`. */
export type KeptDays = Config['keptDays'];

/** What is removed when it has been kept long enough. */
export interface Rule {
  readonly name: string;
  readonly days: (kept: KeptDays) => number;
  /** Selects `id` and `at`, the moment from which the days count, of what is older than `$1`. */
  readonly due: string;
  /** Removes what is named by `$1`, a list of ids; null where postings are closed, as by their owner. */
  readonly remove: string | null;
}

/** The last thing that happened to it. */
const touched = (what: 'match' | 'posting'): string => `COALESCE((
  SELECT event.at FROM event WHERE payload->>'${what}' = ${what}.id::text
   ORDER BY event.id DESC LIMIT 1), ${what}.created_at)`;

const WITHOUT_CONTACT = `
  contact_name = CASE language WHEN 'en' THEN '${ERASED_CONTACT.en}' ELSE '${ERASED_CONTACT.de}' END,
  contact_mail = '${ERASED_MAIL}', contact_phone = NULL, contact_academic_title = NULL,
  contact_salutation = 'NONE', orcid = NULL, confidential = NULL, review_note = NULL`;

/** In this order: what refers to something goes before it. */
export const RULES: readonly Rule[] = [
  {
    name: 'texts of mails',
    days: (kept) => kept.mailTexts,
    due: `SELECT id, created_at AS at FROM outgoing_mail
           WHERE state IN ('SENT', 'REFUSED') AND text <> '' AND created_at < $1`,
    remove: `UPDATE outgoing_mail
                SET html = '', text = '', calendar = NULL, unsubscribe_url = NULL
              WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'mails',
    days: (kept) => kept.mails,
    due: `SELECT id, created_at AS at FROM outgoing_mail
           WHERE state IN ('SENT', 'REFUSED') AND created_at < $1`,
    remove: `DELETE FROM outgoing_mail WHERE id = ANY ($1::uuid[])`,
  },
  {
    // Nobody agreed to be in here: they were asked once and did not answer.
    name: 'postings whose contact never answered',
    days: (kept) => kept.unansweredContacts,
    due: `SELECT id, ${touched('posting')} AS at FROM posting
           WHERE state = 'SUBMITTED' AND confirmation = 'WAITING' AND created_at < $1
             AND ${touched('posting')} < $1`,
    remove: null,
  },
  {
    name: 'expired postings, closed',
    days: (kept) => kept.expiredPostings,
    due: `SELECT id, expires_at AS at FROM posting WHERE state = 'EXPIRED' AND expires_at < $1`,
    remove: null,
  },
  {
    name: 'contacts who never agreed or refused',
    days: () => 0,
    due: `SELECT id, created_at AS at FROM posting
           WHERE state = 'CLOSED' AND confirmation IN ('WAITING', 'REFUSED')
             AND contact_mail <> '${ERASED_MAIL}' AND created_at < $1`,
    remove: `UPDATE posting SET ${WITHOUT_CONTACT} WHERE id = ANY ($1::uuid[])`,
  },
  {
    // Of two that are listed still, the pair would be suggested anew.
    name: 'matches that came to nothing',
    days: (kept) => kept.matches,
    due: `SELECT match.id, ${touched('match')} AS at FROM match
           WHERE match.state IN ('DISMISSED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')
             AND created_at < $1 AND ${touched('match')} < $1
             AND EXISTS (SELECT FROM posting WHERE posting.id IN (need_id, offer_id)
                            AND posting.state NOT IN ('PUBLISHED', 'PAUSED'))`,
    remove: `DELETE FROM match WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'closed postings and drafts left lying',
    days: (kept) => kept.postings,
    due: `SELECT id, ${touched('posting')} AS at FROM posting
           WHERE state IN ('CLOSED', 'DRAFT', 'CHANGES_REQUESTED')
             AND created_at < $1 AND ${touched('posting')} < $1
             AND NOT EXISTS (SELECT FROM match WHERE posting.id IN (need_id, offer_id))`,
    remove: `DELETE FROM posting WHERE id = ANY ($1::uuid[])`,
  },
  {
    // The introduction itself stays, for the figures.
    name: 'contacts of closed postings',
    days: (kept) => kept.postings,
    due: `SELECT id, ${touched('posting')} AS at FROM posting
           WHERE state = 'CLOSED' AND contact_mail <> '${ERASED_MAIL}'
             AND created_at < $1 AND ${touched('posting')} < $1`,
    remove: `UPDATE posting SET ${WITHOUT_CONTACT} WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'accounts that were never confirmed',
    days: (kept) => kept.unconfirmedAccounts,
    due: `SELECT id, "createdAt" AS at FROM auth."user" AS account
           WHERE NOT "emailVerified" AND role = 'MEMBER' AND "createdAt" < $1
             AND NOT EXISTS (SELECT FROM membership WHERE account_id = account.id)
             AND NOT EXISTS (SELECT FROM posting WHERE created_by = account.id)`,
    remove: `DELETE FROM auth."user" WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'sessions that are over',
    days: () => 0,
    due: `SELECT id, "expiresAt" AS at FROM auth.session WHERE "expiresAt" < $1`,
    remove: `DELETE FROM auth.session WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'codes that are over',
    days: () => 0,
    due: `SELECT id, "expiresAt" AS at FROM auth.verification WHERE "expiresAt" < $1`,
    remove: `DELETE FROM auth.verification WHERE id = ANY ($1::uuid[])`,
  },
  {
    name: 'proofs of erasures',
    days: (kept) => kept.erasures,
    due: `SELECT id, done_at AS at FROM erasure WHERE done_at < $1`,
    remove: `DELETE FROM erasure WHERE id = ANY ($1::uuid[])`,
  },
];
