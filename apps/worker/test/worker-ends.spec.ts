import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Gate, queueMails, QUEUES, until, Wilma } from '@wilma/testing';
import { settled } from '../../api/test/stage.js';

const [LEASING, IN_DATA] = ['leasing@people.example', 'data@people.example'];
const MAILS = 400;
/** The hands of a worker that was killed are let go of soon. */
const HASTY = { SMTP_DEADLINE_MS: '2000' };
/** A busy machine may keep a server's yes for seconds: the mail must not leave again for that. */
const PATIENT = { SMTP_DEADLINE_MS: '60000' };

describe.each(QUEUES)('a worker, with the queue in %s', (queue) => {
  let wilma: Wilma;

  beforeAll(async () => {
    wilma = await Wilma.start({ queue, settings: HASTY });
  });

  afterAll(() => wilma.stop());

  it('that is killed twice on the same jobs has them done by the third, once', async () => {
    const { database, inbox, workers } = wilma;
    const gate = await Gate.close(database, {
      table: 'outgoing_mail',
      on: 'UPDATE',
      when: `NEW.to_address = '${LEASING}' AND NEW.state = 'SENDING'`,
    });
    const held = [HASTY, PATIENT].map((successor) => ({
      ...inbox.holdNext(({ to }) => to === IN_DATA),
      successor,
    }));
    await queueMails(database, [LEASING, IN_DATA]);
    for (const { arrived, successor } of held) {
      await Promise.all([gate.reached(), arrived]);
      await workers.at(-1)!.kill();
      await gate.sendAway();
      await wilma.startWorker(successor);
    }
    await gate.open();
    await until('both mails are there', () => inbox.mails.length >= 2);
    await settled(database);
    expect(inbox.mails.map(({ to }) => to).sort()).toEqual([IN_DATA, LEASING]);
    expect(await database.count('parked_job')).toEqual({ parked_job: 0 });
  });

  it('that is asked to end under load finishes what it does and leaves the rest', async () => {
    const { database, inbox, workers } = wilma;
    const before = inbox.mails.length;
    const addresses = Array.from({ length: MAILS }, (_, n) => `n${n}@people.example`);
    await queueMails(database, addresses);
    await until('some mails have left', () => inbox.mails.length > before + 20);
    await workers.at(-1)!.stop();
    expect(await halfDone()).toEqual([]);
    expect(inbox.mails.length).toBeLessThan(before + MAILS);

    await wilma.startWorker(PATIENT);
    await until('all mails have left', () => inbox.mails.length >= before + MAILS);
    await settled(database);
    const arrived = inbox.mails.slice(before).map(({ to }) => to);
    expect(arrived.sort()).toEqual(addresses.sort());
  });

  /** Mails that somebody began to hand over, or handed over without a note of it. */
  const halfDone = () =>
    wilma.database.query(
      `SELECT mail.id FROM outgoing_mail AS mail
         JOIN event ON event.payload->>'mail' = mail.id::text
        WHERE state = 'SENDING'
           OR (state = 'SENT') <> EXISTS (SELECT FROM handled WHERE event_id = event.id)`,
    );

  if (queue === 'redis') {
    it('ends when it is asked to while Redis is gone', async () => {
      await wilma.redis!.kill();
      await queueMails(wilma.database, ['late@people.example']);
      await wilma.workers.at(-1)!.stop();
      await wilma.redis!.restart();
      await wilma.startWorker();
      await wilma.inbox.mailTo('late@people.example');
    });
  }
});
