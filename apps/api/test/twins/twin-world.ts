import { setImmediate } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EventName } from '@wilma/domain';
import { MatchClock } from '@wilma/matches';
import { PersonClock } from '@wilma/notifications';
import { type Config, Cursors, Database, type Position, readConfig } from '@wilma/platform';
import { Inbox, Person, settingsFor, TestDatabase } from '@wilma/testing';
import { HandlerRegistry } from '../../../worker/src/handler-registry.js';
import { WorkerModule } from '../../../worker/src/worker.module.js';
import { createApp } from '../../src/app.js';
import { determine, goOn, setTime, stopTime } from './determined.js';

@Module({})
class Handlers {}

/**
 * API and handlers in the test's own process, on a database of their own. Events are handled one
 * after the other in their order, with no queue between, so that the same acts have the same effects.
 */
export class TwinWorld {
  private constructor(
    readonly database: TestDatabase,
    readonly inbox: Inbox,
    readonly origin: string,
    private readonly app: NestExpressApplication,
    private readonly handlers: INestApplicationContext,
  ) {}

  /** @param port the same for both worlds: links name it */
  static async begin(port: number, at: Date): Promise<TwinWorld> {
    const database = await TestDatabase.create();
    await determine(database);
    const inbox = await Inbox.open();
    const origin = `http://127.0.0.1:${port}`;
    const config = readConfig({
      ...settingsFor(database, inbox),
      PUBLIC_URL: origin,
      LOG_LEVEL: 'error',
    });
    const handlers = await handlersAlone(config);
    const app = await createApp(config);
    for (const place of [app, handlers]) unseal(place.get(Cursors));
    await app.listen(port, '127.0.0.1');
    // Not earlier: the schema is built for the Date that classes were declared with.
    stopTime(at);
    await setTime(database, at);
    return new TwinWorld(database, inbox, origin, app, handlers);
  }

  signIn({ email }: { readonly email: string }): Promise<Person> {
    return Person.signIn(this.origin, email);
  }

  async isNow(at: Date): Promise<void> {
    await setTime(this.database, at);
  }

  /** What the clock of the worker does. */
  async strike(): Promise<void> {
    await this.handlers.get(MatchClock).tick();
    await this.handlers.get(PersonClock).tick();
    await this.settle();
  }

  /** Handles every event, and those that this leads to. */
  async settle(): Promise<void> {
    const registry = this.handlers.get(HandlerRegistry);
    const database = this.handlers.get(Database);
    for (;;) {
      const [event] = await this.database.query<StoredEvent>(
        'SELECT id, name, payload FROM event WHERE relayed_at IS NULL ORDER BY twin_place LIMIT 1',
      );
      if (event === undefined) return;
      for (const handler of registry.of(event.name)) {
        const payload = event.payload as never;
        if (handler.kind === 'OUTSIDE') await handler.run(payload);
        else await database.transaction((tx) => handler.run(tx, payload));
      }
      await this.database.query('UPDATE event SET relayed_at = now() WHERE id = $1', [event.id]);
    }
  }

  /**
   * Waits until nobody asks the database any more and what was sent has arrived: what a subscriber
   * reads of an event must not depend on how soon the next step is done.
   */
  async isQuiet(): Promise<void> {
    for (let calm = 0; calm < CALM_LOOKS;) {
      for (let turn = 0; turn < TURNS_BETWEEN; turn += 1) await setImmediate();
      const [busy] = await this.database.query<{ n: number }>(BUSY_SQL);
      calm = busy?.n === 0 ? calm + 1 : 0;
    }
  }

  async end(): Promise<void> {
    goOn();
    await this.app.close();
    await this.handlers.close();
    await this.inbox.close();
    await this.database.drop();
  }
}

/** API and client are in this process: so many turns of its loop bring whatever is on the way. */
const TURNS_BETWEEN = 20;
const CALM_LOOKS = 3;
const BUSY_SQL = `
  SELECT count(*)::int AS n FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;

interface StoredEvent extends Record<string, unknown> {
  readonly id: string;
  readonly name: EventName;
  readonly payload: unknown;
}

/** The worker's services without its queue. */
function handlersAlone(config: Config): Promise<INestApplicationContext> {
  const { imports = [], providers = [] } = WorkerModule.forRoot(config);
  return NestFactory.createApplicationContext(
    { module: Handlers, imports, providers },
    { logger: ['error'] },
  );
}

/** Cursors are written openly instead of sealed: so what they carry is compared, not only how long it is. */
function unseal(cursors: Cursors): void {
  cursors.seal = (order, position) =>
    Buffer.from(JSON.stringify([order, position])).toString('base64url');
  const open = cursors.open.bind(cursors);
  cursors.open = (order, cursor) => {
    try {
      const [ofOrder, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
        string,
        Position,
      ];
      if (ofOrder === order) return position;
    } catch {
      // None of ours: refused as ever.
    }
    return open(order, cursor);
  };
}
