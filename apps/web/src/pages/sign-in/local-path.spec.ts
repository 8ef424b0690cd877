import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('localPath', () => {
  it('returns to a page of this site', () => {
    expect(localPath('/review?match=4')).toBe('/review?match=4');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/x',
    '/\\evil.example',
    'javascript:alert(1)',
    'review',
    null,
  ])('leads nowhere else: %s', (wanted) => {
    expect(localPath(wanted)).toBeNull();
  });
});
