import { describe, expect, it } from '@jest/globals';
import { Database } from '@wilma/platform';
import type { DataSource } from 'typeorm';
import { HealthController } from './health.controller.js';

const healthWith = (query: () => Promise<unknown>): HealthController =>
  new HealthController(new Database({ manager: { query } } as unknown as DataSource));

describe('readiness', () => {
  it('is said where the database answers', async () => {
    const health = healthWith(() => Promise.resolve([]));
    expect(await health.ready()).toEqual({ status: 'ok', database: 'ok' });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('connection refused'))],
    ['is silent', () => new Promise(() => undefined)],
  ])('is denied within three seconds where it %s', async (_how, query) => {
    const began = Date.now();
    await expect(healthWith(query).ready()).rejects.toMatchObject({ status: 503 });
    expect(Date.now() - began).toBeLessThan(3_000);
  });
});
