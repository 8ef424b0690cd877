import type { ClientBase } from 'pg';

/** The first line of an export. */
export interface Header {
  readonly format: 'wilma';
  readonly version: number;
  /** Of the database; an import needs the very same tables. */
  readonly migrations: readonly string[];
}

export const FORMAT = { format: 'wilma', version: 1 } as const;

export interface Table {
  /** As SQL takes it. */
  readonly name: string;
  /** As SQL takes them; without those that are generated. */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
}

export interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Every table of ours and the accounts with their passwords. Not what lives for minutes or belongs
 * to one installation: sessions, codes, links that were asked for, limits, answers kept for
 * repeated requests, the queue.
 */
const TABLES_SQL = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
         ARRAY(SELECT format('%I', attname) FROM pg_attribute
                WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum) AS columns,
         ARRAY(SELECT format('%I', attname)
                 FROM pg_constraint k, unnest(k.conkey) WITH ORDINALITY AS place(column_number, n)
                 JOIN pg_attribute ON attrelid = c.oid AND attnum = place.column_number
                WHERE k.conrelid = c.oid AND k.contype = 'p' ORDER BY place.n) AS "primaryKey"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind = 'r' AND n.nspname IN ('auth', 'public')
     AND (n.nspname, c.relname) NOT IN (
       ('public', 'migration'), ('public', 'queue_state'), ('public', 'idempotent_request'),
       ('public', 'search_stale'), ('public', 'link_request'), ('public', 'rate_limit'),
       ('auth', 'session'), ('auth', 'verification'), ('auth', 'rateLimit'))
   ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

const KEYS_SQL = `
  SELECT format('%I', conname) AS name, format('%I.%I', n.nspname, c.relname) AS "from",
         format('%I.%I', rn.nspname, r.relname) AS "to"
    FROM pg_constraint
    JOIN pg_class c ON c.oid = conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_class r ON r.oid = confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
   WHERE contype = 'f' ORDER BY 1, 2`;

export interface Catalogue {
  /** Each after those that it refers to. */
  readonly tables: readonly Table[];
  /** Keys that point within a table or in a circle: no order meets them. */
  readonly circular: readonly ForeignKey[];
  readonly header: Header;
}

/** What there is to export, read from the database itself. */
export async function readCatalogue(client: ClientBase): Promise<Catalogue> {
  const { rows: tables } = await client.query<Table>(TABLES_SQL);
  const { rows: keys } = await client.query<ForeignKey>(KEYS_SQL);
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT name FROM migration ORDER BY name COLLATE "C"',
  );
  const header = { ...FORMAT, migrations: migrations.map(({ name }) => name) };
  return { ...inOrder(tables, keys), header };
}

/** Puts tables after those that their keys point at, otherwise as they come. */
export function inOrder(
  tables: readonly Table[],
  keys: readonly ForeignKey[],
): Pick<Catalogue, 'circular' | 'tables'> {
  const names = new Set(tables.map(({ name }) => name));
  const ours = keys.filter(({ from, to }) => names.has(from) && names.has(to));
  const sorted: Table[] = [];
  const circular: ForeignKey[] = [];
  const waiting = [...tables];
  const isThere = (name: string): boolean => sorted.some((table) => table.name === name);
  while (waiting.length > 0) {
    const open = (table: Table): ForeignKey[] =>
      ours.filter(({ from, to }) => from === table.name && !isThere(to));
    const ready = waiting.findIndex((table) => open(table).every(({ to }) => to === table.name));
    // In a circle somebody has to begin.
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    if (next === undefined) break;
    circular.push(...open(next));
    sorted.push(next);
  }
  return { tables: sorted, circular };
}
