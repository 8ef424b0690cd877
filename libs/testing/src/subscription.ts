import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphqlClient, Variables } from './graphql-client.js';
import { until } from './until.js';

/** What a subscriber heard, and waiting for more. */
export class Subscription {
  /** The data and errors of every event so far. */
  readonly heard: unknown[] = [];
  private readonly client: Client;

  constructor({ origin, headers }: GraphqlClient, query: string, variables: Variables = {}) {
    class SocketWithHeaders extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    }
    this.client = createClient({
      url: `${origin.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: SocketWithHeaders,
      retryAttempts: 0,
    });
    this.client.subscribe(
      { query, variables },
      {
        next: (event) => this.heard.push(event),
        error: (error) => this.heard.push({ errors: error }),
        complete: () => undefined,
      },
    );
  }

  /** Resolves when what was heard, as text, contains something. */
  async hears(something: string): Promise<void> {
    try {
      await until('a subscriber has heard it', () => this.knows(something));
    } catch (cause) {
      const heard = JSON.stringify(this.heard);
      throw new Error(`not heard: "${something}", but ${heard}`, { cause });
    }
  }

  knows(something: string): boolean {
    return JSON.stringify(this.heard).includes(something);
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}
