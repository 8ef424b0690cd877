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

/** What every process hears of a notification once it is stored. */
export interface AddedNotification {
  readonly id: string;
  readonly account: string;
}

/** What is heard, by the channel of the database that it comes on. */
interface Heard {
  readonly event: Change;
  readonly notification: AddedNotification;
}
type Channel = keyof Heard;
type Listeners = { readonly [C in Channel]: Set<(heard: Heard[C]) => void> };

const RECONNECT_MS = 500;
const PROBE_MS = 30_000;

/** Listens on the database for committed events, on a session of its own that is kept up. */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly log = new Logger(ChangeFeed.name);
  private readonly listeners: Listeners = { event: new Set(), notification: new Set() };
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private probe: NodeJS.Timeout | undefined;
  private started = false;
  private stopped = false;

  constructor(@Inject(Config) private readonly config: Config) {}

  /** Calls the listener for every change from now on; the result unsubscribes. */
  subscribe(listener: (change: Change) => void): () => void {
    return this.listen('event', listener);
  }

  /** Calls the listener for every notification from now on; the result unsubscribes. */
  subscribeToNotifications(listener: (added: AddedNotification) => void): () => void {
    return this.listen('notification', listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.probe);
    await this.client?.end();
  }

  private listen<C extends Channel>(channel: C, listener: (heard: Heard[C]) => void): () => void {
    const listeners: Set<(heard: Heard[C]) => void> = this.listeners[channel];
    listeners.add(listener);
    if (!this.started) {
      this.started = true;
      void this.connect();
    }
    return () => listeners.delete(listener);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.hear(channel, payload));
    client.on('error', (error) => this.lose(client, error));
    client.once('end', () => this.lose(client, new Error('connection ended')));
    this.client = client;
    try {
      await client.connect();
      for (const channel of Object.keys(this.listeners)) await client.query(`LISTEN ${channel}`);
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

  private hear(channel: string, payload: string | undefined): void {
    const heard: unknown = JSON.parse(payload ?? '{}');
    for (const listener of this.listeners[channel as Channel]) listener(heard as never);
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
