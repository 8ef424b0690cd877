import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
  queueMails,
  QUEUES,
  until,
  Wilma,
} from '@wilma/testing';
import { settled } from '../../api/test/stage.js';

const MAILS = 1_500;
/** Delivered before Redis dies. */
const BEFORE = 300;
/** In Redis and not done then. */
const OPEN = 1_000;
const UNDO_SECONDS = 8;

(QUEUES.includes('redis') ? describe : describe.skip)('when Redis loses everything', () => {
  let wilma: Wilma;
  let coordinator: Person;

  beforeAll(async () => {
    const settings = { UNDO_SECONDS: String(UNDO_SECONDS) };
    wilma = await Wilma.start({ queue: 'redis', workers: 2, settings });
    coordinator = await wilma.signIn(await buildAccount(wilma.database, { role: 'COORDINATOR' }));
  });

  afterAll(() => wilma.stop());

  const aMatch = async (): Promise<string> => {
    const { database } = wilma;
    return buildMatch(database, {
      need: await buildPosting(database, 'NEED', {
        organisation: await buildOrganisation(database),
      }),
      offer: await buildPosting(database, 'OFFER', {
        organisation: await buildOrganisation(database, { kind: 'UNIVERSITY' }),
      }),
    });
  };

  /** Mails whose job was added and has not been done. */
  const openJobs = async (): Promise<number> => {
    const [row] = await wilma.database.query<{ open: number }>(
      `SELECT count(*)::int AS open FROM event WHERE name = 'mail.queued'
          AND relayed_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM handled WHERE event_id = event.id)`,
    );
    return row?.open ?? 0;
  };

  it('all 1,000 open jobs are done within a minute of its return, nothing twice', async () => {
    const { database, inbox, redis } = wilma;
    const match = await aMatch();
    const addresses = Array.from({ length: MAILS }, (_, n) => `n${n}@people.example`);
    await queueMails(database, addresses);
    await until('some mails have left', () => inbox.mails.length >= BEFORE);
    await until('the rest is in Redis', async () => (await openJobs()) >= OPEN);
    await coordinator.approve({ id: match, version: 1, state: 'SUGGESTED' });
    await redis!.kill();
    expect(await openJobs()).toBeGreaterThanOrEqual(OPEN);
    await redis!.restart();

    const back = Date.now();
    const all = MAILS + 2;
    await until('all mails have left', () => inbox.mails.length >= all, undefined, 60_000);
    expect(Date.now() - back).toBeLessThan(60_000);
    await settled(database);
    expect(new Set(inbox.mails.map(({ to }) => to)).size).toBe(all);
    expect(inbox.mails).toHaveLength(all);

    const [asked] = await database.query(
      `SELECT extract(epoch FROM handled.at - event.at)::float8 AS seconds
         FROM handled JOIN event ON event.id = event_id WHERE handler = 'ask-both-sides'`,
    );
    expect(asked?.seconds).toBeGreaterThanOrEqual(UNDO_SECONDS);
  });

  it('goes on with what comes while it is gone, and the clock strikes again', async () => {
    const { database, inbox, redis } = wilma;
    await redis!.kill();
    const before = inbox.mails.length;
    await queueMails(database, ['queued@people.example']);
    await queueMails(database, ['due@people.example'], { announced: false });
    await redis!.restart();
    await until('both have left', () => inbox.mails.length >= before + 2, undefined, 60_000);
  });
});
