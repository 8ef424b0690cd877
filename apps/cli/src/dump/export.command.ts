import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { readConfig } from '@wilma/platform';
import pg from 'pg';
import { readCatalogue, type Table } from './catalogue.js';

const BATCH = 500;
/** They hold everything: for the one who made them only. */
const MODE = 0o600;

/** Writes all data as JSON lines: a header, a line for each row, a count. `-` is standard output. */
export async function exportData(file: string): Promise<void> {
  const client = new pg.Client({ connectionString: readConfig().databaseUrl });
  await client.connect();
  try {
    if (file === '-') {
      await writeAll(client, process.stdout);
      return;
    }
    // Never over a file that is there: it may be the only copy.
    const output = (await open(file, 'wx', MODE)).createWriteStream();
    const rows = await writeAll(client, output);
    output.end();
    await finished(output);
    console.log(`${String(rows)} rows written to ${file}`);
  } finally {
    await client.end();
  }
}

/** @returns how many rows were written, all as they were at one moment */
export async function writeAll(client: pg.Client, output: Writable): Promise<number> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`SET LOCAL TIME ZONE 'UTC'`);
  const { header, tables } = await readCatalogue(client);
  await write(output, [JSON.stringify(header)]);
  let rows = 0;
  for (const table of tables) rows += await writeTable(client, table, output);
  await write(output, [JSON.stringify({ rows })]);
  await client.query('COMMIT');
  return rows;
}

async function writeTable(client: pg.Client, table: Table, output: Writable): Promise<number> {
  const { name, columns, primaryKey } = table;
  // The order of texts depends on the database, that of their bytes does not.
  const order = primaryKey.map((column) => `to_json(${column})::text COLLATE "C"`).join();
  await client.query(
    `DECLARE dump NO SCROLL CURSOR FOR
     SELECT jsonb_build_object('table', ${client.escapeLiteral(name)}, 'row', picked)::text AS line
       FROM (SELECT ${columns.join()} FROM ${name} ORDER BY ${order}) AS picked`,
  );
  let rows = 0;
  for (;;) {
    const { rows: batch } = await client.query<{ line: string }>(
      `FETCH ${String(BATCH)} FROM dump`,
    );
    if (batch.length === 0) break;
    rows += batch.length;
    await write(
      output,
      batch.map(({ line }) => line),
    );
  }
  await client.query('CLOSE dump');
  return rows;
}

/** Waits where the reader is slower than we are. */
async function write(output: Writable, lines: readonly string[]): Promise<void> {
  if (!output.write(lines.map((line) => `${line}\n`).join(''))) await once(output, 'drain');
}
