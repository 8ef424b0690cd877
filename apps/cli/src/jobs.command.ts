import { SYSTEM } from '@wilma/domain';
import { PAGE_SIZE, type ParkedJob, ParkedJobs } from '@wilma/platform';
import { withFeatures } from './features.js';

/** Prints what failed too often, the newest first. */
export const listJobs = (): Promise<void> =>
  withFeatures(async (app) => {
    const jobs = app.get(ParkedJobs);
    let after: string | null = null;
    let listed = 0;
    do {
      const { edges, pageInfo } = await jobs.list(SYSTEM, { first: PAGE_SIZE.max, after });
      for (const { node } of edges) console.log(lineOf(node));
      listed += edges.length;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    console.log(listed === 0 ? 'no parked jobs' : `${String(listed)} parked jobs`);
  });

const lineOf = ({ id, event, handler, attempts, at, nextTryAt, error }: ParkedJob): string =>
  `${id}  ${event?.name ?? ''}/${handler}  parked ${String(attempts)} times, last ` +
  `${at.toISOString()}, next try ${nextTryAt.toISOString()}\n  ${error.replaceAll('\n', ' ')}`;

/** Offers one job to the queue, or all of them. @throws DomainError NOT_FOUND */
export const retryJobs = (id: string | null): Promise<void> =>
  withFeatures(async (app) => {
    const jobs = app.get(ParkedJobs);
    if (id !== null) await jobs.retry(SYSTEM, id);
    const offered = id === null ? await jobs.retryAll(SYSTEM) : 1;
    console.log(`${String(offered)} jobs are offered to the queue again`);
  });

/** Gives a job up for good. @throws DomainError NOT_FOUND */
export const dropJob = (id: string): Promise<void> =>
  withFeatures(async (app) => {
    await app.get(ParkedJobs).drop(id);
    console.log('the job is given up');
  });
