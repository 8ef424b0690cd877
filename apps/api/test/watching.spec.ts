import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  freePort,
  GraphqlClient,
  Inbox,
  QUEUES,
  Redis,
  type TestDatabase,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

const hasRedis = QUEUES.includes('redis');

const FORWARDED = { 'x-forwarded-for': '127.0.0.1' };
const TOKEN = 'only-for-tests-of-metrics';

async function read(url: string, init?: RequestInit): Promise<[status: number, body: unknown]> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return [response.status, isJson ? JSON.parse(text) : text];
}

/** A match that is overdue, and three events: one relayed, one not, one that nobody acts on. */
async function somethingWaits(database: TestDatabase): Promise<void> {
  const organisation = await buildOrganisation(database);
  const need = await buildPosting(database, 'NEED', { organisation, state: 'PAUSED' });
  const offer = await buildPosting(database, 'OFFER', { organisation });
  const id = await buildMatch(database, { need, offer });
  await database.query(`UPDATE match SET deadline = now() - interval '1 hour' WHERE id = $1`, [id]);
  const relayed = { name: 'match.suggested', payload: { match: id }, relayed_at: new Date() };
  await database.insert('event', relayed);
  await database.insert('event', { ...relayed, relayed_at: null });
  await database.insert('event', { ...relayed, name: 'match.assigned' });
  const seen = { event: 'match.suggested', since: new Date(0) };
  await database.insert('known_handler', { ...seen, handler: 'tell' });
  await database.insert('known_handler', { ...seen, handler: 'old', seen_at: new Date(0) });
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

  it('says so where the queues would be shown, and does not wait for them', async () => {
    const { headers } = await api.signIn(await buildAccount(api.database, { role: 'ADMIN' }));
    expect(await read(`${api.origin}/queues/api/queues`, { headers })).toEqual([
      503,
      { error: 'The server of the queues does not answer.' },
    ]);
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
    api = await ApiInProcess.start({
      SMTP_URL: inbox.url,
      METRICS_TOKEN: TOKEN,
      TRUST_PROXY: 'loopback',
    });
    await somethingWaits(api.database);
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

  describe('metrics', () => {
    const scrape = async () => String((await read(`${api.origin}/metrics`))[1]);
    const labelsOf = (text: string, name: string): string[] =>
      [...text.matchAll(new RegExp(`^${name}_count\\{(.*)\\} `, 'gm'))].map(
        ([, labels]) => labels ?? '',
      );

    it.each([
      ['on this machine', 200, {}],
      ['elsewhere, with the token', 200, { ...FORWARDED, authorization: `Bearer ${TOKEN}` }],
      ['elsewhere, with another', 404, { ...FORWARDED, authorization: `Bearer ${TOKEN}s` }],
      ['elsewhere, with none', 404, FORWARDED],
      ['elsewhere, behind a proxy that says little', 404, { via: '1.1 proxy' }],
    ])('are read %s: %d', async (_where, expected, headers) => {
      const [status, body] = await read(`${api.origin}/metrics`, { headers });
      expect(status).toBe(expected);
      expect(String(body).includes('wilma_')).toBe(expected === 200);
    });

    it('are not read under a name that is not that of this machine', async () => {
      expect(await statusFor('wilma.example')).toBe(404);
      expect(await statusFor('127.0.0.1')).toBe(200);
    });

    /** fetch sets the header `Host` itself. */
    const statusFor = async (host: string): Promise<number | undefined> => {
      const asked = request(`${api.origin}/metrics`, { headers: { host } }).end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };

    it('count what waits', async () => {
      const text = await scrape();
      const lines = text.split('\n');
      expect(lines).toContain('wilma_matches{state="SUGGESTED"} 1');
      expect(lines).toContain('wilma_database_up 1');
      expect(lines).toContain('wilma_postings{kind="NEED",state="PAUSED"} 1');
      expect(lines).toContain('wilma_postings{kind="OFFER",state="PUBLISHED"} 1');
      expect(lines).toContain('wilma_postings{kind="OFFER",state="DRAFT"} 0');
      expect(lines).toContain('wilma_mails{state="QUEUED"} 0');
      expect(lines).toContain('wilma_events_unrelayed 1');
      expect(lines).toContain('wilma_events_open 1');
      expect(lines).toContain('wilma_parked_jobs 0');
      expect(text).toMatch(/^wilma_oldest_overdue_match_seconds 36\d\d/m);
    });

    it('measure answers under few names, whatever is asked for', async () => {
      for (const path of ['/needs/1', '/needs/2', '/wp-login.php', '/graphql/x', '/__proto__']) {
        await read(`${api.origin}${path}`, { method: 'PROPFIND' });
      }
      const labels = labelsOf(await scrape(), 'wilma_http_request_duration_seconds');
      expect(labels).toContain('route="page",method="other",status="4xx"');
      expect(labels).toContain('route="metrics",method="GET",status="2xx"');
      expect(labels.join()).not.toMatch(/needs|wp-login|PROPFIND|proto/);
    });

    it('measure operations by their field and code', async () => {
      const account = await buildAccount(api.database, { name: 'Erika Geheim' });
      const person = await api.signIn(account);
      await person.ask('query secretName { __typename ...A } fragment A on Query { me { role } }');
      await person.ask('{ me { role } service { __typename } }');
      await new GraphqlClient(api.origin).send('{ matches { totalCount } }', {});
      await person.send('{ invented }', {});
      await person.send('{', {});
      const text = await scrape();
      const labels = labelsOf(text, 'wilma_graphql_operation_duration_seconds');
      expect(labels.sort()).toEqual([
        'field="matches",code="UNAUTHENTICATED"',
        'field="me",code="OK"',
        'field="none",code="BAD_USER_INPUT"',
        'field="several",code="OK"',
      ]);
      for (const personal of [account.name, account.email, account.id, 'secretName', 'invented']) {
        expect(text).not.toContain(personal);
      }
    });
  });
});
