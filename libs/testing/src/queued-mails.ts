import type { TestDatabase } from './test-database.js';

interface MailPlan {
  /** Else only the clock knows of them, and hands them over at once. */
  readonly announced?: boolean;
}

const QUEUE_SQL = `
  WITH mail AS (
    INSERT INTO outgoing_mail (dedupe_key, kind, message_id, to_name, to_address, locale, subject,
                               html, text, next_try_at)
    SELECT address, 'ASK', '<' || address || '>', 'Toni Beispiel', address, 'de', 'Ein Vorschlag',
           '<p>Text</p>', 'Text', now() + interval '1 hour' * $2::int
      FROM unnest($1::text[]) AS address
    RETURNING id)
  INSERT INTO event (name, payload)
  SELECT 'mail.queued', jsonb_build_object('mail', id) FROM mail WHERE $2 = 1`;

/** Queues a mail to each address, as a transaction of the API would; only jobs hand them over. */
export async function queueMails(
  database: TestDatabase,
  addresses: readonly string[],
  { announced = true }: MailPlan = {},
): Promise<void> {
  await database.query(QUEUE_SQL, [addresses, announced ? 1 : 0]);
}
