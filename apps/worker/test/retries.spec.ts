import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IdentityModule } from '@wilma/identity';
import { MailService, NotificationsModule } from '@wilma/notifications';
import { Clock, Database, ParkedJobs, PlatformModule, readConfig } from '@wilma/platform';
import { SettableClock, settingsFor, TestDatabase } from '@wilma/testing';
import { SMTPServer } from 'smtp-server';
import { HANDLED_EVENTS, HandlerRegistry, on, onOutside } from '../src/handler-registry.js';
import { Reconciler } from '../src/reconciler.js';

@Module({})
class Mails {}

let database: TestDatabase;
let server: SMTPServer;
let app: INestApplicationContext;
let clock: SettableClock;
let mails: MailService;
/** What the server does with each recipient; and whose mails it has taken. */
let isDown = true;
let taken: string[] = [];

beforeAll(async () => {
  database = await TestDatabase.create();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, answer) => {
      const error = Object.assign(new Error(`<${address}>: later`), { responseCode: 451 });
      answer(isDown ? error : undefined);
    },
    onData: (stream, { envelope }, answer) => {
      stream.on('end', () => {
        taken.push(...envelope.rcptTo.map(({ address }) => address));
        answer();
      });
      stream.resume();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const config = readConfig({
    ...settingsFor(database),
    SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
  });
  app = await NestFactory.createApplicationContext(
    {
      module: Mails,
      imports: [PlatformModule.forRoot(config), IdentityModule, NotificationsModule],
    },
    { logger: false },
  );
  clock = new SettableClock(app.get(Clock));
  mails = app.get(MailService);
});

afterEach(() => {
  isDown = true;
  taken = [];
});

afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await database.drop();
});

/** Queues a mail; resolves with its id. */
async function aMail(name: string): Promise<string> {
  await app.get(Database).transaction((tx) =>
    mails.queue(tx, {
      dedupeKey: name,
      kind: 'ASK',
      matchId: '00000000-0000-4000-8000-000000000000',
      to: { name: 'Leitung Produktion', address: `${name}@company.example`, locale: 'de' },
      content: { subject: 'Ein Vorschlag', html: '<p>Text</p>', text: 'Text' },
    }),
  );
  const [row] = await database.query<{ id: string }>(
    'SELECT id FROM outgoing_mail WHERE dedupe_key = $1',
    [name],
  );
  return row!.id;
}

const stateOf = async (id: string) =>
  (
    await database.query('SELECT state::text, last_error FROM outgoing_mail WHERE id = $1', [id])
  )[0];

const triesOf = async (id: string): Promise<number> => {
  const sql = 'SELECT attempts FROM outgoing_mail WHERE id = $1';
  return (await database.query<{ attempts: number }>(sql, [id]))[0]!.attempts;
};

describe('a mail that the server does not take', () => {
  it('leaves once as soon as it does, long after its job gave up', async () => {
    const id = await aMail('late');
    for (let n = 0; n < 8; n += 1) {
      // The log names the mail, never whom it is for.
      await expect(mails.deliver(id)).rejects.toThrow(`mail ${id}: 451`);
    }
    for (let hour = 0; hour < 6; hour += 1) {
      clock.forwardSeconds(3_601);
      await mails.deliverDue();
    }
    expect(await triesOf(id)).toBe(14);
    expect((await stateOf(id))?.last_error).not.toContain('@');

    isDown = false;
    clock.forwardSeconds(3_601);
    await Promise.all([mails.deliverDue(), mails.deliverDue()]);
    await mails.deliverDue();
    expect(taken).toEqual(['late@company.example']);
    expect(await stateOf(id)).toEqual({ state: 'SENT', last_error: null });
  });

  it('is tried more and more rarely, an hour apart at most', async () => {
    const id = await aMail('rare');
    await mails.deliverDue();
    expect(await triesOf(id)).toBe(0);
    const tries: number[] = [];
    for (let minute = 0; minute < 240; minute += 1) {
      clock.forwardSeconds(60);
      const before = await triesOf(id);
      await mails.deliverDue();
      if ((await triesOf(id)) > before) tries.push(minute);
    }
    const pauses = tries.slice(1).map((minute, index) => minute - tries[index]!);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(tries.length).toBeLessThan(12);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(61);
  });

  it('is given up after five days, for somebody to see', async () => {
    const id = await aMail('never');
    clock.forwardDays(4.9);
    await mails.deliverDue();
    expect(await stateOf(id)).toMatchObject({ state: 'QUEUED' });
    clock.forwardDays(0.2);
    await mails.deliverDue();
    expect(await stateOf(id)).toEqual({
      state: 'REFUSED',
      last_error: expect.stringContaining('451'),
    });
  });
});

/** What looks for lost events in a release in which each event has one handler. */
async function aReleaseWith(handler: string): Promise<Reconciler> {
  const nothing = () => Promise.resolve();
  const handlers = HANDLED_EVENTS.map((event) =>
    event === 'mail.queued' ? onOutside(event, handler, nothing) : on(event, handler, nothing),
  );
  const reconciler = new Reconciler(
    app.get(Database),
    new HandlerRegistry(handlers),
    app.get(ParkedJobs),
  );
  await reconciler.introduceHandlers();
  return reconciler;
}

/** An event that was relayed so many minutes ago; resolves with its id. */
const relayed = (minutes: number): Promise<string> =>
  database.insert('event', {
    name: 'match.expired',
    payload: {},
    relayed_at: new Date(Date.now() - minutes * 60_000),
  });

const isOffered = async (event: string): Promise<boolean> => {
  const sql = 'SELECT relayed_at IS NULL AS offered FROM event WHERE id = $1';
  return (await database.query<{ offered: boolean }>(sql, [event]))[0]!.offered;
};

describe('a parked job', () => {
  let reconciler: Reconciler;

  beforeAll(async () => {
    reconciler = await aReleaseWith('work');
    await database.query(`UPDATE known_handler SET since = now() - interval '7 hours'`);
  });

  it.each([
    [1, 9, false],
    [1, 11, true],
    [3, 39, false],
    [3, 41, true],
    [1_000, 319, false],
    [1_000, 321, true],
  ])('parked %i times is, %i minutes later, offered again: %s', async (attempts, ago, offered) => {
    const event = await relayed(400);
    const job = { event_id: event, handler: 'work', error: 'because', attempts: attempts - 1 };
    if (attempts > 1) await database.insert('parked_job', job);
    await app.get(ParkedJobs).park({ event, handler: 'work' }, 'because');
    await database.query(
      `UPDATE parked_job SET next_try_at = next_try_at - $2 * interval '1 minute'
        WHERE event_id = $1`,
      [event, ago],
    );
    await reconciler.offerLost();
    expect(await isOffered(event)).toBe(offered);

    await database.insert('handled', { event_id: event, handler: 'work' });
    await reconciler.offerLost();
    const parked = 'SELECT FROM parked_job WHERE event_id = $1';
    expect(await database.query(parked, [event])).toEqual([]);
  });
});

describe('a handler that a new release brings', () => {
  it('is given what was lost since, and nothing of before', async () => {
    const reconciler = await aReleaseWith('new-work');
    await database.query(`UPDATE known_handler SET since = now() - interval '1 hour'`);
    const [before, since] = [await relayed(61), await relayed(59)];
    await aReleaseWith('new-work');
    await reconciler.offerLost();
    expect(await isOffered(before)).toBe(false);
    expect(await isOffered(since)).toBe(true);
  });
});
