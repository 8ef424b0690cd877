import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { EventName, Side } from '@wilma/domain';
import pg from 'pg';
import { Config } from './config.js';

/** What every process hears of an event once it is committed. */
export interface Change {
  readonly name: EventName;
  readonly match?: string;
  readonly posting?: string;
  /** The side of a match that acted. */
  readonly side?: Side;
}

type Listener = (change: Change) => void;
const RECONNECT_MS = 500;
const PROBE_MS = 30_000;

/** Listens on the database for committed events, on a session of its own that is kept up. */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger(ChangeFeed.name);
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private probe: NodeJS.Timeout | undefined;
  private started = false;
  private stopped = false;

  constructor(@Inject(Config) private readonly config: Config) {}

  /** Calls the listener for every change from now on; the result unsubscribes. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.started) {
      this.started = true;
      void this.connect();
    }
    return () => this.listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.probe);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', (error) => this.lose(client, error));
    client.once('end', () => this.lose(client, new Error('connection ended')));
    this.client = client;
    try {
      await client.connect();
      await client.query('LISTEN event');
      this.watch(client);
    } catch (error) {
      this.lose(client, error);
    }
  }

  /** Who only listens never notices that the other end is gone. */
  private watch(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.probe = setInterval(() => {
      client.query('SELECT 1').catch((error: unknown) => this.lose(client, error));
    }, PROBE_MS);
  }

  private hear(payload: string | undefined): void {
    const change = JSON.parse(payload ?? '{}') as Change;
    for (const listener of this.listeners) listener(change);
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    clearInterval(this.probe);
    this.log.warn(`listening is interrupted: ${String(error)}`);
    client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
  }
}
