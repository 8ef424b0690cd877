import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, Inbox, QUEUES, Redis } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

const hasRedis = QUEUES.includes('redis');

async function read(url: string, init?: RequestInit): Promise<[status: number, body: unknown]> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return [response.status, isJson ? JSON.parse(text) : text];
}

describe('without Redis and mail server', () => {
  let redis: Redis | null = null;
  let api: ApiInProcess;

  beforeAll(async () => {
    const nobody = `127.0.0.1:${await freePort()}`;
    if (hasRedis) redis = await Redis.start();
    await redis?.kill();
    api = await ApiInProcess.start({
      SMTP_URL: `smtp://${nobody}`,
      REDIS_URL: redis?.url ?? `redis://${nobody}`,
    });
  });

  afterAll(async () => {
    await api.stop();
    await redis?.stop();
  });

  it('is ready and says what is missing', async () => {
    const degraded = { status: 'degraded', database: 'ok', queue: 'degraded', smtp: 'degraded' };
    expect(await read(`${api.origin}/health/ready`)).toEqual([200, degraded]);
  });

  it('is alive', async () => {
    expect(await read(`${api.origin}/health/live`)).toEqual([200, { status: 'ok' }]);
  });

  (hasRedis ? it : it.skip)('notices when Redis is there', async () => {
    await redis?.restart();
    await api.database.until('the queue is well', async () => {
      const [, body] = await read(`${api.origin}/health/ready`);
      return (body as { queue: string }).queue === 'ok';
    });
  });
});

describe('with all that it needs', () => {
  let api: ApiInProcess;
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await Inbox.open();
    api = await ApiInProcess.start({ SMTP_URL: inbox.url });
  });

  afterAll(async () => {
    await api.stop();
    await inbox.close();
  });

  it('is ready', async () => {
    const well = { status: 'ok', database: 'ok', queue: 'ok', smtp: 'ok' };
    expect(await read(`${api.origin}/health/ready`)).toEqual([200, well]);
  });

  it.each(['/answer/%ff', '/answer/%E0%A4%A?x=1', '/unsubscribe/%ff'])(
    'says that nothing is behind a link that was broken: %s',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        const [status, page] = await read(`${api.origin}${path}`, {
          method,
          headers: { 'accept-language': 'en' },
        });
        expect(status).toBe(404);
        if (path.startsWith('/answer')) expect(page).toContain('no longer valid');
      }
    },
  );
});
