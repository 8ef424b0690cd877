import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { statesDocument } from './states-document.js';

describe('docs/states.md', () => {
  it('is what the tables say: else run `npm run states`', async () => {
    const file = join(import.meta.dirname, '../../../docs/states.md');
    expect(await readFile(file, 'utf8')).toBe(statesDocument());
  });
});
