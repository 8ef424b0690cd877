import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Gate, QUEUES, until, Wilma } from '@wilma/testing';
import { settled } from '../../api/test/stage.js';
import { queueMails } from './queued-mails.js';

const [NOTED, IN_DATA] = ['noted@people.example', 'data@people.example'];

/** One job stands before the lease of its mail, one in the middle of its mail, each time. */
describe.each(QUEUES)('after kill -9 twice on the same jobs, with the queue in %s', (queue) => {
  let wilma: Wilma;

  beforeAll(async () => {
    wilma = await Wilma.start({ queue, settings: { SMTP_DEADLINE_MS: '2000' } });
  });

  afterAll(() => wilma.stop());

  it('they are done by the third worker, once', async () => {
    const { database, inbox, workers } = wilma;
    const gate = await Gate.close(database, {
      table: 'outgoing_mail',
      on: 'UPDATE',
      when: `NEW.to_address = '${NOTED}' AND NEW.state = 'SENDING'`,
    });
    const held = [1, 2].map(() => inbox.holdNext(({ to }) => to === IN_DATA));
    await queueMails(database, [NOTED, IN_DATA]);
    for (const { arrived } of held) {
      await Promise.all([gate.reached(), arrived]);
      await workers.at(-1)!.kill();
      await gate.sendAway();
      await wilma.startWorker();
    }
    await gate.open();
    await until('both mails are there', () => inbox.mails.length >= 2);
    await settled(database);
    expect(inbox.mails.map(({ to }) => to).sort()).toEqual([IN_DATA, NOTED]);
    expect(await database.count('parked_job')).toEqual({ parked_job: 0 });
  });
});
