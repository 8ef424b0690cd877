import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildAccount, buildMatch, buildOrganisation, buildPosting } from '@wilma/testing';
import fc from 'fast-check';
import { anyRequest, type AnyRequest, type Who } from './fuzz/any-request.js';
import { ApiInProcess } from './in-process.js';

/** `npm run fuzz` sets more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_127);
/** How often the heap is looked at. */
const LOOKS = 20;
/** What the heap may grow by during the second half of the requests, when all caches are full. */
const GROWTH_MB = 24;

describe('any request', () => {
  let api: ApiInProcess;
  let ids: string[];
  let cookies: Record<Who, Readonly<Record<string, string>>>;

  beforeAll(async () => {
    api = await ApiInProcess.start({ LOG_LEVEL: 'silent' });
    const { database } = api;
    const company = await buildOrganisation(database);
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const cookieOf = async (plan: Parameters<typeof buildAccount>[1]) =>
      (await api.signIn(await buildAccount(database, plan))).headers;
    cookies = {
      visitor: {},
      member: await cookieOf({ organisations: [company] }),
      researcher: await cookieOf({ organisations: [university] }),
      coordinator: await cookieOf({ role: 'COORDINATOR', locale: 'en' }),
      admin: await cookieOf({ role: 'ADMIN' }),
    };
    const postings: string[] = [];
    for (const state of ['PUBLISHED', 'DRAFT', 'PAUSED', 'SUBMITTED'] as const) {
      for (const visibility of ['NAMED', 'BLINDED', 'COORDINATORS_ONLY'] as const) {
        const shared = { state, visibility };
        const need = { ...shared, organisation: company };
        const offer = { ...shared, organisation: university };
        postings.push(await buildPosting(database, 'NEED', need));
        postings.push(await buildPosting(database, 'OFFER', offer));
      }
    }
    const matches: string[] = [];
    for (const state of ['SUGGESTED', 'APPROVED', 'SNOOZED', 'INTRODUCED'] as const) {
      const [need = '', offer = ''] = postings.slice(2 * matches.length);
      matches.push(await buildMatch(database, { need, offer, state }));
    }
    const tags = await database.query<{ id: string }>('SELECT id FROM tag ORDER BY id LIMIT 20');
    const people = await database.query<{ id: string }>('SELECT id FROM auth."user"');
    const others = [...tags, ...people].map(({ id }) => id);
    ids = [...postings, ...matches, ...others, company, university];
  });

  afterAll(() => api.stop());

  const answerTo = async ({ who, path, init }: AnyRequest) => {
    const headers = { ...cookies[who], ...init.headers };
    const response = await fetch(`${api.origin}${path}`, { ...init, headers, redirect: 'manual' });
    return { status: response.status, text: await response.text() };
  };

  it(
    `is answered without a crash and without a failure of ours (${String(RUNS)} requests, seed ${String(SEED)})`,
    async () => {
      const heap: number[] = [];
      const statuses = new Map<number, number>();
      let done = 0;
      const property = fc.asyncProperty(anyRequest(ids), async (request) => {
        const { status, text } = await answerTo(request);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
        expect(text).not.toContain('"INTERNAL"');
        done += 1;
        if (done % Math.floor(RUNS / LOOKS) === 0) {
          heap.push(Math.round(heapMegabytes()));
          if (RUNS > 2_000) process.stderr.write(`${String(done)} requests, ${heapOf(heap)}\n`);
        }
      });
      await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
      const [half = 0, end = 0] = [heap[LOOKS / 2 - 1], heap[LOOKS - 1]];
      if (RUNS > 2_000) console.log(Object.fromEntries(statuses));
      expect(statuses.get(200)).toBeGreaterThan(RUNS / 4);
      expect(end - half).toBeLessThan(GROWTH_MB);
    },
    300_000 + RUNS * 60,
  );
});

const heapOf = (heap: readonly number[]): string => `heap ${String(heap.at(-1))} MB`;

/** Of what is still in use. */
function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
