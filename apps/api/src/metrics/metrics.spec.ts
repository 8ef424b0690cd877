import { describe, expect, it } from '@jest/globals';
import { Database } from '@wilma/platform';
import type { DataSource } from 'typeorm';
import { Metrics } from './metrics.js';

describe('metrics', () => {
  it('tell of the process where the database does not answer', async () => {
    const query = () => Promise.reject(new Error('connection refused'));
    const metrics = new Metrics(new Database({ manager: { query } } as unknown as DataSource));
    const text = await metrics.text();
    expect(text).toMatch(/^wilma_database_up 0$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    expect(text).not.toContain('wilma_postings');
  });
});
