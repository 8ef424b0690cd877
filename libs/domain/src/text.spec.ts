import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isCleanText } from './text.js';

describe('isCleanText', () => {
  it.each([
    ['umlauts', 'Größe der Anlage in Görlitz'],
    ['other scripts', 'Łužica, Βήτα, 中文'],
    ['emoji of several parts', '👩🏽‍🔬 🏳️‍🌈 🇩🇪'],
    ['tabs and line breaks', 'a\tb\nc\r\nd'],
    ['nothing', ''],
  ])('takes %s', (_what, text) => {
    expect(isCleanText(text)).toBe(true);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['an escape sequence', '\u001B[31m'],
    ['delete', 'a\u007Fb'],
    ['a high surrogate alone', 'a\uD83Db'],
    ['a low surrogate alone', '\uDE00'],
    ['surrogates in the wrong order', '\uDE00\uD83D'],
  ])('refuses %s', (_what, text) => {
    expect(isCleanText(text)).toBe(false);
  });

  it('takes nothing that would not survive storing as UTF-8', () => {
    const surrogate = fc.integer({ min: 0xd7f0, max: 0xe00f });
    const anyText = fc
      .array(fc.oneof(surrogate, fc.nat({ max: 0xffff })), { maxLength: 8 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, (text) => {
        if (isCleanText(text)) expect(Buffer.from(text).toString()).toBe(text);
        expect(isCleanText(`${text}\u0000`)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('fold', () => {
  it.each([
    ['Kälte, KAELTE und Ka\u0308lte', 'kaelte, kaelte und kaelte'],
    ['Öl, Übung', 'oel, uebung'],
    ['Straße', 'strasse'],
    ['Citroën Łužica', 'citroen łuzica'],
    [' a b ', 'a b'],
  ])('makes of %s: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
