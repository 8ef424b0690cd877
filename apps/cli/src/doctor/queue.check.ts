import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK_QUEUE, type Config, EVENTS_QUEUE, QueueServer } from '@wilma/platform';
import { fail, type Finding, ok, warn } from './finding.js';

/** The clock strikes twice a minute. */
const SILENT_MS = 300_000;
const MANY = 1_000;
const FAREWELL_MS = 1_000;

/** Whether the server answers, jobs are taken and the clock strikes. */
export async function checkQueue(config: Config): Promise<Finding[]> {
  const where = config.redisUrl === null ? 'in the database' : 'on Redis';
  const server = new QueueServer(config);
  const events = server.open(EVENTS_QUEUE, { skipMetasUpdate: true });
  const clock = server.open(CLOCK_QUEUE, { skipMetasUpdate: true });
  const queues = [events, clock];
  try {
    await server.identity();
    const waiting = await events.getJobCountByTypes('waiting', 'prioritized');
    const [tick] = await clock.getJobSchedulers();
    return [
      (waiting > MANY ? warn : ok)(`${where}, ${String(waiting)} jobs wait`),
      tick?.next === undefined || tick.next < Date.now() - SILENT_MS
        ? fail('the clock does not strike: no worker runs')
        : ok('the clock strikes'),
    ];
  } finally {
    // One that is gone says no good-bye.
    const closed = Promise.allSettled(queues.map((queue) => queue.close()));
    await Promise.race([closed, pause(FAREWELL_MS)]);
    await server.close();
  }
}
