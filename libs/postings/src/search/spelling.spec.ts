import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forgiven, nearestWord, typingErrors } from './spelling.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('typingErrors', () => {
  it.each([
    ['glas', 'glas', 0],
    ['galss', 'glas', 2],
    ['galsmelze', 'glasmelze', 1],
    ['fernwarmme', 'fernwarme', 1],
    ['brenstofzelle', 'brennstoffzelle', 2],
    ['', 'glas', 4],
  ])('between %s and %s: %d', (a, b, errors) => {
    expect(typingErrors(a, b)).toBe(errors);
  });

  it('is the same both ways, none only between equals, and no more than the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const errors = typingErrors(a, b);
        expect(errors).toBe(typingErrors(b, a));
        expect(errors === 0).toBe(a === b);
        expect(errors).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(errors).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('counts one letter left out, added, changed or swapped as one', () => {
    const place = fc.nat({ max: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 7, maxLength: 9 }), place, (text, at) => {
        const [before, letter, next, after] = [
          text.slice(0, at),
          text.charAt(at),
          text.charAt(at + 1),
          text.slice(at + 2),
        ];
        expect(typingErrors(text, before + next + after)).toBeLessThanOrEqual(1);
        expect(typingErrors(text, `${before}#${letter}${next}${after}`)).toBe(1);
        expect(typingErrors(text, before + next + letter + after)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('nearestWord', () => {
  const known = [
    { word: 'beton', uses: 1 },
    { word: 'betonen', uses: 9 },
    { word: 'neton', uses: 9 },
    { word: 'gas', uses: 9 },
  ];

  it.each([
    ['betom', 'beton', 'fewest errors'],
    ['bton', 'beton', 'a letter left out'],
    ['geton', 'neton', 'among equals the more frequent'],
    ['bexon', 'beton', 'the first letter as it was typed'],
    ['ges', null, 'short words are never taken for others'],
    ['zzzzz', null, 'nothing near'],
  ])('%s is taken for %s: %s', (typed, expected, _why) => {
    expect(nearestWord(typed, known)?.word ?? null).toBe(expected);
  });

  it('never forgives more than it says', () => {
    fc.assert(
      fc.property(word, fc.array(word), (typed, words) => {
        const found = nearestWord(
          typed,
          words.map((one) => ({ word: one, uses: 1 })),
        );
        if (found === null) return;
        expect(typingErrors(typed, found.word)).toBeLessThanOrEqual(forgiven(typed.length));
      }),
    );
  });
});
