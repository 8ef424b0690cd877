import { MatchState, PostingKind, PostingState } from '@wilma/domain';
import { MailState } from '@wilma/notifications';
import { type Database, rowsOf } from '@wilma/platform';
import { Gauge, Registry } from 'prom-client';

/** A number that the database knows, for each combination of its labels' values. */
interface Figure {
  readonly name: string;
  readonly help: string;
  readonly labels?: Readonly<Record<string, readonly string[]>>;
  /** Rows with the labels and a `value`; combinations that are missing count zero. */
  readonly sql: string;
}

type Row = Readonly<Record<string, string>> & { readonly value: number };

export interface Counted {
  readonly figure: Figure;
  readonly rows: readonly Row[];
}

/** By the handlers of the worker that started last. */
const OPEN_EVENTS_SQL = `
  SELECT count(DISTINCT event.id)::int AS value FROM event
    JOIN known_handler AS known
      ON known.event = event.name AND event.relayed_at >= known.since
     AND known.seen_at = (SELECT max(seen_at) FROM known_handler)
   WHERE event.relayed_at > now() - interval '7 days'
     AND NOT EXISTS (
       SELECT FROM handled WHERE event_id = event.id AND handler = known.handler)`;

const FIGURES: readonly Figure[] = [
  {
    name: 'wilma_events_unrelayed',
    help: 'Events that no worker has given to the queue yet',
    sql: 'SELECT count(*)::int AS value FROM event WHERE relayed_at IS NULL',
  },
  {
    name: 'wilma_events_open',
    help: 'Events of the last seven days, relayed, that some handler has still to act on',
    sql: OPEN_EVENTS_SQL,
  },
  {
    name: 'wilma_parked_jobs',
    help: 'Jobs that failed too often and wait for their next try or for an administrator',
    sql: 'SELECT count(*)::int AS value FROM parked_job',
  },
  {
    name: 'wilma_mails',
    help: 'Outgoing mails by state',
    labels: { state: Object.keys(MailState) },
    sql: 'SELECT state::text, count(*)::int AS value FROM outgoing_mail GROUP BY state',
  },
  {
    name: 'wilma_matches',
    help: 'Matches by state',
    labels: { state: Object.keys(MatchState) },
    sql: 'SELECT state::text, count(*)::int AS value FROM match GROUP BY state',
  },
  {
    name: 'wilma_postings',
    help: 'Needs and offers by state',
    labels: { kind: Object.keys(PostingKind), state: Object.keys(PostingState) },
    sql: `SELECT kind::text, state::text, count(*)::int AS value FROM posting
           GROUP BY kind, state`,
  },
  {
    name: 'wilma_oldest_overdue_match_seconds',
    help: 'How long the match that is most overdue has been waiting for a coordinator or a side',
    sql: `SELECT coalesce(extract(epoch FROM now() - min(deadline)), 0)::float8 AS value
            FROM match WHERE state IN ('SUGGESTED', 'APPROVED') AND deadline < now()`,
  },
];

/** @throws Error without the database */
export async function countAll({ read }: Database): Promise<Counted[]> {
  const counted: Counted[] = [];
  // One after the other: a watcher must not take the connections of those who work.
  for (const figure of FIGURES) {
    counted.push({ figure, rows: await rowsOf<Row>(read, figure.sql) });
  }
  return counted;
}

/** @param counted null where the database does not answer: then nothing is counted, not even zero */
export function figuresOf(counted: readonly Counted[] | null): Registry {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'wilma_database_up',
    help: 'Whether the database answers',
    registers,
  }).set(counted === null ? 0 : 1);
  for (const { figure, rows } of counted ?? []) {
    const { name, help, labels = {} } = figure;
    const gauge = new Gauge({ name, help, labelNames: Object.keys(labels), registers });
    for (const combination of combinationsOf(labels)) gauge.set(combination, 0);
    for (const { value, ...rest } of rows) gauge.set(rest, value);
  }
  return registry;
}

function combinationsOf(
  labels: Readonly<Record<string, readonly string[]>>,
): Record<string, string>[] {
  let combinations: Record<string, string>[] = [{}];
  for (const [label, values] of Object.entries(labels)) {
    combinations = combinations.flatMap((combination) =>
      values.map((value) => ({ ...combination, [label]: value })),
    );
  }
  return combinations;
}
