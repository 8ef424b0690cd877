import { describe, expect, it } from '@jest/globals';
import { Database, type Mailer } from '@wilma/platform';
import type { DataSource } from 'typeorm';
import { HealthController } from './health.controller.js';
import type { QueueView } from './queue-view.js';

type Ask = () => Promise<unknown>;

const answers: Ask = () => Promise.resolve([]);
const fails: Ask = () => Promise.reject(new Error('connection refused'));
const isSilent: Ask = () => new Promise(() => undefined);

interface Parts {
  readonly database: Ask;
  readonly queue: boolean;
  readonly smtp: Ask;
}

function healthWith({ database, queue, smtp }: Parts, redisUrl: string | null = 'redis://queue') {
  return new HealthController(
    new Database({ manager: { query: database } } as unknown as DataSource),
    { answers: () => Promise.resolve(queue) } as unknown as QueueView,
    { greet: smtp } as unknown as Mailer,
    { redisUrl },
  );
}

const ALL_WELL = { database: answers, queue: true, smtp: answers };

describe('readiness', () => {
  it('is said where everything answers', async () => {
    const well = { status: 'ok', database: 'ok', queue: 'ok', smtp: 'ok' };
    expect(await healthWith(ALL_WELL).ready()).toEqual(well);
    // Then nobody asks a Redis that there is not.
    expect(await healthWith({ ...ALL_WELL, queue: false }, null).ready()).toEqual(well);
  });

  describe.each([
    ['fails', fails],
    ['is silent', isSilent],
  ])('is told within three seconds where something %s:', (_how, ask) => {
    const timed = async (parts: Parts) => {
      const began = Date.now();
      try {
        return await healthWith(parts).ready();
      } finally {
        expect(Date.now() - began).toBeLessThan(3_000);
      }
    };

    it('denied without the database', async () => {
      await expect(timed({ ...ALL_WELL, database: ask })).rejects.toMatchObject({
        status: 503,
        response: { status: 'error', database: 'unreachable', queue: 'ok', smtp: 'ok' },
      });
    });

    it('degraded without the mail server', async () => {
      const answer = { status: 'degraded', database: 'ok', queue: 'ok', smtp: 'degraded' };
      expect(await timed({ ...ALL_WELL, smtp: ask })).toEqual(answer);
    });
  });

  it('is told as degraded without the queue', async () => {
    const answer = { status: 'degraded', database: 'ok', queue: 'degraded', smtp: 'ok' };
    expect(await healthWith({ ...ALL_WELL, queue: false }).ready()).toEqual(answer);
  });
});
