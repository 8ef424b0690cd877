import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, shorten, table, wrap } from './plain-text.js';

describe('oneLine', () => {
  it('leaves no line break, control or mark that reverses text', () => {
    expect(oneLine(' a\r\nBcc: b@c.example\u0000\u2028d\u202Ee ')).toBe('a Bcc: b@c.example de');
  });
});

describe('shorten', () => {
  it('cuts between words and marks the cut', () => {
    expect(shorten('Sortierung von Mischkunststoffen', 20)).toBe('Sortierung von…');
    expect(shorten('kurz', 20)).toBe('kurz');
  });

  it('never exceeds its length nor splits a character', () => {
    const text = fc.string({ unit: 'grapheme-composite', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 80 }), (value, max) => {
        const short = shorten(value, max);
        expect([...new Intl.Segmenter().segment(short)].length).toBeLessThanOrEqual(max);
        expect(Buffer.from(short).toString()).toBe(short);
      }),
    );
  });
});

describe('wrap', () => {
  it('keeps every word and breaks before column 72', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäöü]{1,60}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (list) => {
        const lines = wrap(list.join(' '), '- ').split('\n');
        expect(lines.every((line) => line.length <= 72)).toBe(true);
        expect(lines.map((line) => line.slice(2)).join(' ')).toBe(list.join(' '));
      }),
    );
  });

  it('leaves a long address whole', () => {
    const url = `https://wilma.example/${'a'.repeat(90)}`;
    expect(wrap(url)).toBe(url);
  });
});

describe('table', () => {
  it('sets the values below each other', () => {
    const rows = [
      { label: 'Budget', value: 'bis 10.000 €' },
      { label: 'Ort', value: 'Cottbus' },
    ];
    expect(table(rows)).toBe('Budget: bis 10.000 €\nOrt:    Cottbus');
  });
});
