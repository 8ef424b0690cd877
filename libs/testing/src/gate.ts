import pg from 'pg';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

/** Where statements pass: rows of a table that meet a condition. */
export interface Place {
  readonly table: string;
  readonly on: 'INSERT' | 'UPDATE';
  /** SQL condition over NEW and, on UPDATE, OLD. */
  readonly when: string;
}

let built = 0;

/**
 * A closed gate in the life of a program: a trigger that waits for an advisory lock, which the
 * test holds. Programs are stopped exactly there without a line of test code in them.
 */
export class Gate {
  private constructor(
    private readonly database: TestDatabase,
    private readonly place: Place,
    private readonly key: number,
    private readonly holder: pg.Client,
  ) {}

  static async close(database: TestDatabase, place: Place): Promise<Gate> {
    built += 1;
    const name = `gate_${built}`;
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [built]);
    await database.query(
      `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF ${place.when} THEN PERFORM pg_advisory_xact_lock_shared(${built}); END IF;
         RETURN NEW;
       END $$`,
    );
    await database.query(
      `CREATE TRIGGER ${name} BEFORE ${place.on} ON ${place.table}
       FOR EACH ROW EXECUTE FUNCTION ${name}()`,
    );
    return new Gate(database, place, built, holder);
  }

  /** Resolves when somebody stands before the gate. */
  async reached(): Promise<void> {
    const { on, table, when } = this.place;
    await until(`${on} of ${table} stands still where ${when}`, async () => {
      return (await this.waiting()).length > 0;
    });
  }

  /** Ends the sessions before the gate: their program was killed, nobody hears of them any more. */
  async sendAway(): Promise<void> {
    await this.database.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [
      await this.waiting(),
    ]);
  }

  /** Opens the gate for good; whoever stands before it goes on. */
  async open(): Promise<void> {
    await this.holder.end();
  }

  /** Opens the gate for good, for those to come. */
  async openAfterCrash(): Promise<void> {
    await this.sendAway();
    await this.open();
  }

  private async waiting(): Promise<number[]> {
    const rows = await this.database.query<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [this.key],
    );
    return rows.map(({ pid }) => pid);
  }
}
