import { Injectable } from '@nestjs/common';
import type { EventName, NotificationKind } from '@wilma/domain';
import { Clock, Database, rowsOf, type Tx } from '@wilma/platform';

/** What somebody is told of, and the event that brought it. */
export interface News {
  readonly kind: NotificationKind;
  readonly event: EventName;
  readonly about: 'match' | 'organisation' | 'posting';
  /** Id of the match, organisation or posting. */
  readonly subject: string;
  /** Whether the account that acted is told, too. */
  readonly actorToo?: boolean;
}

/** Notifications are kept for half a year. */
const KEPT_MS = 180 * 86_400_000;
/** What one run of the clock deals with at most; the next run takes the rest. */
const BATCH = 500;

const MEMBERS = 'SELECT DISTINCT account_id AS id FROM membership WHERE organisation_id = ANY($6)';

const MANAGERS = `SELECT account_id AS id FROM membership
  WHERE organisation_id = $6 AND role = 'MANAGER'`;

/** The one in charge, or all of them. */
const COORDINATORS = `SELECT id FROM auth."user"
  WHERE CASE WHEN $6::uuid IS NULL THEN role = 'COORDINATOR' ELSE id = $6::uuid END`;

/** How often it has happened, and who did it last. */
const HAPPENED = (about: News['about']): string => `
  SELECT count(*) AS times, (array_agg(actor ORDER BY id DESC))[1] AS actor
    FROM event WHERE payload->>'${about}' = $2::text AND name = $3`;

const TELL = (about: News['about'], recipients: string): string => `
  INSERT INTO notification (account_id, kind, ${about}_id, occasion, created_at)
  SELECT told.id, $1::notification_kind, $2::uuid, concat_ws('/', $3, $2, happened.times), $4
    FROM (${recipients}) told, (${HAPPENED(about)}) happened
   WHERE $5 OR told.id IS DISTINCT FROM happened.actor
  ON CONFLICT (account_id, occasion) DO NOTHING`;

const OVERDUE = `
  INSERT INTO notification (account_id, kind, match_id, occasion, created_at)
  SELECT account.id, 'MATCH_OVERDUE', due.id, due.occasion, $1
    FROM (SELECT match.id, assignee_id, occasion
            FROM match, concat_ws('/', 'overdue', match.id, extract(epoch FROM deadline)) occasion
           WHERE state = 'SUGGESTED' AND deadline <= $1 AND NOT EXISTS (
                   SELECT FROM notification
                    WHERE match_id = match.id AND notification.occasion = occasion.occasion)
           ORDER BY deadline LIMIT ${String(BATCH)}) due
    JOIN auth."user" account ON account.id = COALESCE(due.assignee_id, account.id)
     AND (due.assignee_id IS NOT NULL OR account.role = 'COORDINATOR')
  ON CONFLICT (account_id, occasion) DO NOTHING`;

const FORGET = `
  DELETE FROM notification WHERE id IN (
    SELECT id FROM notification WHERE created_at < $1 LIMIT ${String(BATCH)})`;

/** Writes notifications: each account is told once of each time that something happens. */
@Injectable()
export class NotificationWriter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  tellMembers(tx: Tx, news: News, organisations: readonly string[]): Promise<void> {
    return this.tell(tx, news, MEMBERS, organisations);
  }

  /** Those of the organisation that the news is about. */
  tellManagers(tx: Tx, news: News): Promise<void> {
    return this.tell(tx, news, MANAGERS, news.subject);
  }

  /** @param assignee the account in charge; all coordinators are told where it is null */
  tellCoordinators(tx: Tx, news: News, assignee: string | null = null): Promise<void> {
    return this.tell(tx, news, COORDINATORS, assignee);
  }

  /**
   * What time brings: coordinators are told which matches have waited too long for their decision,
   * and what is too old to matter goes.
   */
  async tick(): Promise<void> {
    const now = this.clock.now();
    await rowsOf(this.database.read, OVERDUE, [now]);
    await rowsOf(this.database.read, FORGET, [new Date(now.getTime() - KEPT_MS)]);
  }

  private async tell(tx: Tx, news: News, recipients: string, chosen: unknown): Promise<void> {
    const { kind, event, about, subject, actorToo = false } = news;
    await rowsOf(tx, TELL(about, recipients), [
      ...[kind, subject, event, this.clock.now(), actorToo],
      chosen,
    ]);
  }
}
