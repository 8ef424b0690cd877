import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AccountActor } from '@wilma/domain';
import {
  ChangeFeed,
  Database,
  EVENTS_QUEUE,
  ParkedJobs,
  PlatformModule,
  QueueServer,
  readConfig,
} from '@wilma/platform';
import { buildAccount, QUEUES, Redis, settingsFor, TestDatabase } from '@wilma/testing';
import { Queue } from 'bullmq';
import { type Handler, HANDLED_EVENTS, HandlerRegistry, on } from '../src/handler-registry.js';
import { Relay } from '../src/relay.js';
import { Runner } from '../src/runner.js';

const EVENTS = 300;
const POISONED = EVENTS / 10;

@Module({})
class Nothing {}

describe.each(QUEUES)('one job in ten is poison, with the queue in %s', (kind) => {
  let database: TestDatabase;
  let redis: Redis | null = null;
  let app: INestApplicationContext;
  let server: QueueServer;
  let queue: Queue;
  let relay: Relay;
  let runner: Runner;
  let admin: AccountActor;
  let isPoisonous = true;

  /** Fails with every tenth event as long as they are poisonous. */
  const work = (payload: object): Promise<void> => {
    const isBad = isPoisonous && 'n' in payload && Number(payload.n) % 10 === 0;
    return isBad ? Promise.reject(new Error('refused by a@b.example')) : Promise.resolve();
  };

  beforeAll(async () => {
    database = await TestDatabase.create();
    if (kind === 'redis') redis = await Redis.start();
    const config = readConfig({
      ...settingsFor(database),
      LOG_LEVEL: 'silent',
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    });
    app = await NestFactory.createApplicationContext(
      { module: Nothing, imports: [PlatformModule.forRoot(config, { poolSize: 20 })] },
      { logger: false },
    );
    const handlers = new HandlerRegistry(
      HANDLED_EVENTS.map((event): Handler => on(event, 'work', (_tx, payload) => work(payload))),
    );
    server = new QueueServer(config);
    queue = new Queue(EVENTS_QUEUE, { connection: server.forQueues });
    relay = new Relay({
      database: app.get(Database),
      changes: app.get(ChangeFeed),
      queue,
      handlers,
      retries: { attempts: 3, pauseMs: 20 },
    });
    runner = new Runner(app.get(Database), handlers, app.get(ParkedJobs));
    const { id: accountId } = await buildAccount(database, { role: 'ADMIN' });
    admin = { kind: 'ACCOUNT', accountId, role: 'ADMIN', organisations: [] };
    await database.query(
      `INSERT INTO event (name, payload)
       SELECT 'match.expired', jsonb_build_object('n', n) FROM generate_series(1, $1::int) AS n`,
      [EVENTS],
    );
    runner.start(server.forWorkers);
    relay.start();
  });

  afterAll(async () => {
    for (const part of [relay, runner]) await part.stop();
    await queue.close();
    await server.close();
    await app.close();
    await redis?.stop();
    await database.drop();
  });

  const untilCounted = (expected: Record<string, number>) =>
    database.until(JSON.stringify(expected), async () => {
      const found = await database.count(...Object.keys(expected));
      return JSON.stringify(found) === JSON.stringify(expected);
    });

  it('the rest is done, and it is parked for somebody to see', async () => {
    await untilCounted({ handled: EVENTS - POISONED, parked_job: POISONED });
    const { edges } = await app.get(ParkedJobs).list(admin, { first: 1 });
    expect(edges[0]?.node).toMatchObject({
      handler: 'work',
      error: 'refused by <address>',
      attempts: 1,
      event: { name: 'match.expired' },
    });
  });

  it('each retry of one that is poison still parks it again', async () => {
    const jobs = app.get(ParkedJobs);
    const { edges } = await jobs.list(admin, { first: 1 });
    const { id } = edges[0]!.node;
    await jobs.retry(admin, id);
    const sql = 'SELECT FROM parked_job WHERE id = $1 AND attempts = 2 AND next_try_at > now()';
    await database.until('it is parked anew', async () => {
      return (await database.query(sql, [id])).length === 1;
    });
  });

  it('once they are cured, a retry of all does them', async () => {
    isPoisonous = false;
    expect(await app.get(ParkedJobs).retryAll(admin)).toBe(POISONED);
    await untilCounted({ handled: EVENTS });
    await app.get(ParkedJobs).forgetHandled();
    expect(await database.count('parked_job')).toEqual({ parked_job: 0 });
  });
});
