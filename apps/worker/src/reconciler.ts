import { type Database, type ParkedJobs, rowsOf, type Tx } from '@wilma/platform';
import type { HandlerRegistry } from './handler-registry.js';

/**
 * An event relayed so long ago that no job of it can still be trying: eight attempts pause for a
 * minute in all and take three minutes at most where each waits for a mail server in vain. Where
 * jobs only wait their turn, the queue ignores those that it is given again.
 */
const LOST_AFTER = '10 minutes';
/** Marks are looked for so far back; what is parked is offered again and so never leaves this. */
const LOOK_BACK = '7 days';
/** Events that one run of the clock offers again at most. */
const BATCH = 1_000;

/** The queue is not the truth: relays again what has no mark. Marks keep effects single. */
export class Reconciler {
  constructor(
    private readonly database: Database,
    private readonly handlers: HandlerRegistry,
    private readonly parked: ParkedJobs,
  ) {}

  /** A handler that a new release brings or renames does not go through the past. */
  async introduceHandlers(): Promise<void> {
    await rowsOf(this.database.read, KNOWN_SQL, [this.expected]);
  }

  /** Offers again what some queue lost, or gave up. @returns how many events */
  async offerLost(): Promise<number> {
    await this.parked.forgetHandled();
    return (await rowsOf(this.database.read, LOST_SQL, [this.expected, BATCH])).length;
  }

  /** Offers everything again that a queue should hold. @returns how many events */
  async offerOpen(tx: Tx): Promise<number> {
    return (await rowsOf(tx, OPEN_SQL, [this.expected])).length;
  }

  private get expected(): string {
    return JSON.stringify(this.handlers.expected());
  }
}

/** Events with a handler that should have acted on them and has not. */
const UNHANDLED_SQL = `
  SELECT event.id FROM event
    JOIN jsonb_to_recordset($1::jsonb) AS due(event text, handler text, delay int)
      ON due.event = event.name
    JOIN known_handler AS known ON known.event = due.event AND known.handler = due.handler
   WHERE event.relayed_at >= known.since
     AND event.relayed_at > now() - interval '${LOOK_BACK}'
     AND NOT EXISTS (SELECT FROM handled WHERE event_id = event.id AND handler = due.handler)
     AND NOT EXISTS (SELECT FROM parked_job WHERE event_id = event.id AND handler = due.handler
                        AND next_try_at > now())`;

const OPEN_SQL = `UPDATE event SET relayed_at = NULL WHERE id IN (${UNHANDLED_SQL}) RETURNING id`;

const LOST_SQL = `
  UPDATE event SET relayed_at = NULL WHERE id IN (
    ${UNHANDLED_SQL}
     AND event.relayed_at < now() - interval '${LOST_AFTER}' - due.delay * interval '1 ms'
   LIMIT $2)
  RETURNING id`;

const KNOWN_SQL = `
  INSERT INTO known_handler (event, handler)
  SELECT event, handler FROM jsonb_to_recordset($1::jsonb) AS due(event text, handler text)
  ON CONFLICT (event, handler) DO UPDATE SET seen_at = now()`;
