import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell } from './csv.js';

describe('a cell of CSV', () => {
  it('holds any text without breaking its line or becoming a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = cell(text);
        const isQuoted = written.startsWith('"');
        const read = isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(read.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
        if (!isQuoted) expect(written).not.toMatch(/[",;\r\n]/);
      }),
    );
  });

  it('tames a formula', () => {
    expect(cell('=1+1')).toBe("'=1+1");
    expect(cell('a;"b"')).toBe('"a;""b"""');
  });
});
