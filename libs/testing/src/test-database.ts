import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Bell } from './bell.js';
import { type NotYet, until } from './until.js';

type Row = Record<string, unknown>;

/** A database of one test file: a copy of the migrated template that the test run has made. */
export class TestDatabase {
  private readonly news = new Bell();

  private constructor(
    readonly url: string,
    private readonly name: string,
    private readonly pool: pg.Pool,
    private readonly listener: pg.Client,
  ) {
    listener.on('notification', () => this.news.ring());
    // Sessions that are just closing when the database is dropped.
    pool.on('error', () => undefined);
    listener.on('error', () => undefined);
  }

  /** @param template an environment variable with the name of the database that is copied */
  static async create(template = 'WILMA_TEST_TEMPLATE'): Promise<TestDatabase> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await administer(`CREATE DATABASE ${name} TEMPLATE ${required(template)}`);
    const url = new URL(required('WILMA_TEST_PG'));
    url.pathname = name;
    const pool = new pg.Pool({ connectionString: url.href, max: 3 });
    const listener = new pg.Client({ connectionString: url.href });
    await listener.connect();
    await listener.query('LISTEN event');
    return new TestDatabase(url.href, name, pool, listener);
  }

  async query<R extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(sql, [...parameters])).rows;
  }

  /** Inserts one row and returns its id. Names of columns are those of the database. */
  async insert(table: string, row: Row): Promise<string> {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    const places = columns.map((_, index) => `$${index + 1}`);
    const [made] = await this.query<{ id?: string }>(
      `INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()}) RETURNING *`,
      Object.values(row),
    );
    return made?.id ?? '';
  }

  /** How many rows each table holds. */
  async count(...tables: string[]): Promise<Record<string, number>> {
    const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`);
    const [row] = await this.query<Record<string, number>>(`SELECT ${counts.join()}`);
    return row ?? {};
  }

  /** Asks the condition again with every event that is committed; see {@link until}. */
  until<T>(what: string, condition: () => Promise<T | NotYet>, patienceMs?: number): Promise<T> {
    return until(what, condition, () => this.news.heard(), patienceMs);
  }

  async drop(): Promise<void> {
    await this.listener.end();
    await this.pool.end();
    await administer(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start the tests with npm test`);
  return value;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: required('WILMA_TEST_PG') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
