import type { TestDatabase } from '@wilma/testing';

/** Tables of which a row holds any of the values, in any column. */
export async function tablesWith(
  database: TestDatabase,
  ...values: readonly string[]
): Promise<string[]> {
  const tables = await database.query<{ name: string; sql: string }>(
    `SELECT table_schema || '.' || table_name AS name, format('%I.%I', table_schema, table_name) AS sql
       FROM information_schema.tables
      WHERE table_schema IN ('auth', 'public') AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name, sql } of tables) {
    const rows = await database.query(
      `SELECT FROM ${sql} AS row
        WHERE EXISTS (SELECT FROM unnest($1::text[]) AS value
                       WHERE strpos(lower(to_jsonb(row)::text), lower(value)) > 0) LIMIT 1`,
      [values],
    );
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}
