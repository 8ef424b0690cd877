import { open } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readConfig } from '@wilma/platform';
import pg from 'pg';
import { z } from 'zod';
import { type Catalogue, FORMAT, readCatalogue, type Table } from './catalogue.js';

const BATCH = 500;
/** Never filled by migrations: where they hold a row, somebody works here already. */
const TELLTALES = ['auth."user"', 'event', 'organisation', 'posting'];

const headerLine = z.object({
  format: z.literal(FORMAT.format),
  version: z.literal(FORMAT.version),
  migrations: z.array(z.string()),
});
const anyLine = z.union([
  z.strictObject({ table: z.string(), row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ rows: z.number() }),
]);

/**
 * Reads an export into a migrated database without data, all of it or nothing. `-` is standard
 * input. @throws Error where the file is incomplete or of other tables, or the database is in use
 */
export async function importData(file: string): Promise<void> {
  const input = file === '-' ? process.stdin : (await open(file)).createReadStream();
  const client = new pg.Client({ connectionString: readConfig().databaseUrl });
  await client.connect();
  try {
    const rows = await readAll(client, input);
    console.log(`${String(rows)} rows read`);
  } finally {
    await client.end();
  }
}

/** @returns how many rows were read */
export async function readAll(client: pg.Client, input: Readable): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL TIME ZONE 'UTC'`);
    const catalogue = await readCatalogue(client);
    await demandEmpty(client);
    await alter(client, suspend(catalogue));
    // What migrations have brought: the export holds it as it was.
    for (const { name } of [...catalogue.tables].reverse()) {
      await client.query(`DELETE FROM ${name}`);
    }
    const rows = await new Reader(client, catalogue).read(input);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await alter(client, resume(catalogue));
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function demandEmpty(client: pg.Client): Promise<void> {
  for (const table of TELLTALES) {
    const { rows } = await client.query(`SELECT FROM ${table} LIMIT 1`);
    if (rows.length > 0) throw new Error(`the database is in use: there are rows in ${table}`);
  }
}

/** Rows come as they were: nothing is derived from them again, and nobody is told. */
const suspend = ({ tables, circular }: Catalogue): string[] => [
  ...tables.map(({ name }) => `${name} DISABLE TRIGGER USER`),
  ...circular.map(({ name, from }) => `${from} ALTER CONSTRAINT ${name} ${DEFERRED}`),
];
const DEFERRED = 'DEFERRABLE INITIALLY DEFERRED';

const resume = ({ tables, circular }: Catalogue): string[] => [
  ...circular.map(({ name, from }) => `${from} ALTER CONSTRAINT ${name} NOT DEFERRABLE`),
  ...tables.map(({ name }) => `${name} ENABLE TRIGGER USER`),
];

async function alter(client: pg.Client, changes: readonly string[]): Promise<void> {
  for (const change of changes) await client.query(`ALTER TABLE ${change}`);
}

/** Puts the lines of an export where they belong, some hundred at a time. */
class Reader {
  private readonly tables: ReadonlyMap<string, Table>;
  private table: Table | null = null;
  private batch: string[] = [];
  private count = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly catalogue: Catalogue,
  ) {
    this.tables = new Map(catalogue.tables.map((table) => [table.name, table]));
  }

  async read(input: Readable): Promise<number> {
    let number = 0;
    let isOver = false;
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (isOver) throw new Error(`line ${String(number)} comes after the last`);
      try {
        if (number === 1) this.demandFit(headerLine.parse(JSON.parse(text)));
        else isOver = await this.take(text);
      } catch (error) {
        throw new Error(`line ${String(number)}: ${reasonOf(error)}`, { cause: error });
      }
    }
    if (!isOver) throw new Error('the file is incomplete: its last line is missing');
    return this.count;
  }

  private demandFit({ migrations }: z.output<typeof headerLine>): void {
    if (isDeepStrictEqual(migrations, this.catalogue.header.migrations)) return;
    throw new Error('written by another release: import with that one, then migrate');
  }

  /** @returns whether this was the last line */
  private async take(text: string): Promise<boolean> {
    const line = anyLine.parse(JSON.parse(text));
    if ('rows' in line) {
      await this.store();
      if (line.rows !== this.count) throw new Error(`${String(this.count)} rows instead`);
      return true;
    }
    const table = this.tables.get(line.table);
    if (table === undefined) throw new Error(`there is no table ${line.table}`);
    if (table !== this.table || this.batch.length === BATCH) await this.store();
    this.table = table;
    this.batch.push(text);
    return false;
  }

  private async store(): Promise<void> {
    if (this.table === null || this.batch.length === 0) return;
    const { name, columns } = this.table;
    // The database reads the rows itself: no number or time is rounded on the way.
    await this.client.query(
      `INSERT INTO ${name} (${columns.join()}) OVERRIDING SYSTEM VALUE
       SELECT ${columns.map((column) => `picked.${column}`).join()}
         FROM unnest($1::text[]) WITH ORDINALITY AS line(text, n),
              jsonb_populate_record(NULL::${name}, line.text::jsonb -> 'row') AS picked
        ORDER BY line.n`,
      [this.batch],
    );
    this.count += this.batch.length;
    this.batch = [];
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError ? 'not as export writes it' : String(error);
