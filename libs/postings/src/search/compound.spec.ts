import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { possibleParts, splitterBy } from './compound.js';

const split = splitterBy((part) =>
  ['kessel', 'wagen', 'kesselwagen', 'reinigung', 'dienst', 'planung', 'arbeit', 'platz'].includes(
    part,
  ),
);

describe('splitterBy', () => {
  it.each([
    ['kesselwagen', ['kessel', 'wagen']],
    ['kesselwagenreinigung', ['kesselwagen', 'reinigung']],
    ['dienstplanung', ['dienst', 'planung']],
    ['arbeitsplatz', ['arbeit', 'platz']],
    ['wagenkraft', null],
    ['kraftwagen', null],
    ['kessel', null],
    ['', null],
  ])('%s: %j', (word, parts) => {
    expect(split(word)).toEqual(parts);
  });

  const letters = fc.string({ unit: fc.constantFrom('a', 'e', 'n', 's', 't'), maxLength: 14 });

  it('takes only parts that were to be looked up, which make up the word with what links them', () => {
    fc.assert(
      fc.property(letters, fc.array(letters), (word, known) => {
        const parts = splitterBy((part) => known.includes(part))(word);
        if (parts === null) return;
        const [first, second] = parts;
        expect(possibleParts(word)).toEqual(expect.arrayContaining([first, second]));
        expect(word.startsWith(first) && word.endsWith(second)).toBe(true);
        expect(word.length - first.length - second.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('finds any two known words that were put together', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'e', 'n', 's', 't'), minLength: 4 });
    fc.assert(
      fc.property(
        part,
        fc.constantFrom('', 's', 'n', 'en', 'es', 'er', 'e'),
        part,
        (a, link, b) => {
          const known = new Set([a, b]);
          expect(splitterBy((one) => known.has(one))(a + link + b)).not.toBeNull();
        },
      ),
    );
  });
});
