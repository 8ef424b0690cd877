import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildAccount, type Person } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

let api: ApiInProcess;
let admin: Person;
let coordinator: Person;

beforeAll(async () => {
  api = await ApiInProcess.start();
  admin = await api.signIn(await buildAccount(api.database, { role: 'ADMIN' }));
  coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
});

afterAll(() => api.stop());

describe('parked jobs', () => {
  const LIST = `query ($first: Int, $after: String) { parkedJobs(first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { node { id event handler error attempts parkedAt nextTryAt } } } }`;
  const RETRY = 'mutation ($id: ID!) { retryParkedJob(id: $id) { id nextTryAt } }';
  const RETRY_ALL = 'mutation { retryAllParkedJobs }';

  /** Relayed, and parked until tomorrow. Resolves with the id of the job. */
  async function aParkedJob(): Promise<string> {
    const event = await api.database.insert('event', {
      name: 'match.approved',
      payload: { match: randomUUID(), round: 1 },
      relayed_at: new Date(),
    });
    return api.database.insert('parked_job', {
      event_id: event,
      handler: 'ask-both-sides',
      error: 'the posting is not listed',
      attempts: 2,
      next_try_at: new Date(Date.now() + 86_400_000),
    });
  }

  const offered = async (): Promise<number> => {
    const sql = `SELECT FROM event JOIN parked_job ON event_id = event.id WHERE relayed_at IS NULL`;
    return (await api.database.query(sql)).length;
  };

  it('are shown to administrators page by page, and tried again on request', async () => {
    const ids = [await aParkedJob(), await aParkedJob(), await aParkedJob()];
    const seen: unknown[] = [];
    let after: string | null = null;
    for (const page of [1, 2, 3]) {
      const { parkedJobs } = (await admin.ask(LIST, { first: 1, after })) as {
        parkedJobs: {
          totalCount: number;
          pageInfo: { endCursor: string; hasNextPage: boolean };
          edges: { node: { id: string } }[];
        };
      };
      expect(parkedJobs.totalCount).toBe(3);
      expect(parkedJobs.pageInfo.hasNextPage).toBe(page < 3);
      expect(parkedJobs.edges[0]?.node).toMatchObject({
        event: 'match.approved',
        handler: 'ask-both-sides',
        error: 'the posting is not listed',
        attempts: 2,
      });
      seen.push(parkedJobs.edges[0]?.node.id);
      after = parkedJobs.pageInfo.endCursor;
    }
    expect(seen).toEqual([...ids].reverse());

    const { retryParkedJob } = await admin.ask(RETRY, { id: ids[0] });
    expect(Date.parse((retryParkedJob as { nextTryAt: string }).nextTryAt)).toBeLessThanOrEqual(
      Date.now(),
    );
    expect(await offered()).toBe(1);
    expect(await admin.ask(RETRY_ALL)).toEqual({ retryAllParkedJobs: 3 });
    expect(await offered()).toBe(3);
    const recorded = `SELECT name, actor IS NOT NULL AS known FROM event WHERE name LIKE 'job%' ORDER BY id`;
    expect(await api.database.query(recorded)).toEqual([
      { name: 'job.retried', known: true },
      { name: 'jobs.retried', known: true },
    ]);
  });

  it('are nobody else’s business', async () => {
    const id = await aParkedJob();
    for (const person of [coordinator, await api.signIn(await buildAccount(api.database))]) {
      for (const query of [LIST, RETRY, RETRY_ALL]) {
        expect((await person.refusal(query, { id })).extensions.code).toBe('FORBIDDEN');
      }
    }
  });

  it('that are not there are not found', async () => {
    for (const id of [randomUUID(), 'none']) {
      expect((await admin.refusal(RETRY, { id })).extensions.code).toBe('NOT_FOUND');
    }
  });
});
