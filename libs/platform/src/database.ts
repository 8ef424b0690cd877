import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isStaff } from '@wilma/domain';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { Config } from './config.js';
import { noteChange } from './request.js';
import * as migrations from './migrations/index.js';
import { Naming } from './naming.js';

declare const brand: unique symbol;

/** An open transaction; only `Database.transaction` makes one. */
export type Tx = EntityManager & { readonly [brand]: true };

const POOL_SIZE = 10;
const STATEMENT_DEADLINE_MS = 15_000;

export interface Connections {
  readonly poolSize?: number | undefined;
  /** What one statement may take, in milliseconds. */
  readonly deadlineMs?: number;
}

/**
 * Options of the one data source; features add their entities. The pool must hold two connections
 * for each transaction that may run at once: work in a transaction also reads outside of it, and
 * would wait for ever if all connections were held by those who wait.
 */
export const databaseOptions = (
  config: Pick<Config, 'databaseUrl'>,
  { poolSize = POOL_SIZE, deadlineMs = STATEMENT_DEADLINE_MS }: Connections = {},
): DataSourceOptions => ({
  type: 'postgres',
  url: config.databaseUrl,
  namingStrategy: new Naming(),
  migrations: Object.values(migrations),
  migrationsTransactionMode: 'each',
  migrationsTableName: 'migration',
  synchronize: false,
  uuidExtension: 'pgcrypto',
  poolSize,
  connectTimeoutMS: 5_000,
  extra: {
    // A statement that hangs must not hold a connection for good.
    statement_timeout: deadlineMs,
    idle_in_transaction_session_timeout: 30_000,
    // A server that is gone can't end statements: then we do.
    query_timeout: deadlineMs + 5_000,
    keepAlive: true,
    // Disks without a head to move: else indexes are left aside where they are ten times faster.
    options: '-c random_page_cost=1.1',
  },
  // Errors are thrown; a log of failed statements would hold what people wrote.
  logging: false,
});

/** Whose connections have no right to read who owns a posting; see {@link Database.readAs}. */
export const READER = Symbol('connections of the role that reads for viewers');
export const READER_ROLE = 'wilma_reader';
const READER_POOL_SIZE = 6;

type OurOptions = Omit<PostgresDataSourceOptions, 'extra'> & {
  readonly extra: Readonly<Record<string, unknown>> & { readonly options: string };
};

/**
 * Connections that act as a role without rights on owners, contacts and confidential texts from
 * their first moment on: that costs no statement.
 * @throws Error where the role is missing
 */
export async function connectReader({ options }: DataSource): Promise<DataSource> {
  const { extra, ...rest } = options as OurOptions;
  const reader: OurOptions = {
    ...rest,
    extra: { ...extra, options: `${extra.options} -c role=${READER_ROLE}` },
    migrations: [],
    poolSize: READER_POOL_SIZE,
    // It may create nothing.
    installExtensions: false,
  };
  return new DataSource(reader).initialize().catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `no connection as the role ${READER_ROLE} (${reason}): run migrate first, as docs/operations.md says`,
      { cause },
    );
  });
}

@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    /** The same where nobody looks, as in a command that migrates. */
    @Inject(READER) private readonly reader: DataSource = dataSource,
  ) {}

  /** For reads outside a transaction, of everything. */
  get read(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * For what a viewer reads of postings and matches: staff of everything, all others without the
   * columns that tell whose a posting is. PostgreSQL refuses a statement that selects or compares
   * them, whatever is forgotten here.
   */
  readAs(viewer: Actor): EntityManager {
    return isStaff(viewer) ? this.read : this.reader.manager;
  }

  /** Runs the work in one transaction: all of it is stored, or nothing. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const done = await work(manager as Tx);
      await noteChange(manager);
      return done;
    });
  }
}

/**
 * Rows of a raw statement. TypeORM returns `[rows, count]` for UPDATE and DELETE and rows for the
 * rest; this returns rows for all.
 */
export async function rowsOf<Row>(
  manager: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const result: unknown = await manager.query(sql, [...parameters]);
  const isPair = Array.isArray(result) && result.length === 2 && Array.isArray(result[0]);
  return (isPair ? (result as [Row[], number])[0] : result) as Row[];
}
