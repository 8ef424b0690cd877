import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analyse, termsOf } from './analysis.js';
import { CompoundSplitter } from './compound-splitter.js';
import { languageOf } from './language.js';
import { stemOf } from './stem.js';

const splitter = new CompoundSplitter();

const compounds = readFileSync(new URL('./compounds.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => line.split('\t'));

describe('CompoundSplitter', () => {
  it('splits as a reader would, nearly always', () => {
    const wrong = compounds.filter(
      ([word = '', split]) => splitter.split(word).join(' ') !== split,
    );
    expect(compounds.length).toBeGreaterThan(400);
    expect(wrong.length / compounds.length).toBeLessThan(0.02);
  });

  it('reads ß and umlauts in two letters, and plurals', () => {
    expect(splitter.split('Strassenverkehr')).toEqual(['Straße', 'Verkehr']);
    expect(splitter.split('Kuehlwaesser')).toEqual(splitter.split('Kühlwässer'));
    expect(splitter.split('Werkstoffprüfungen')).toEqual(['Werkstoff', 'Prüfung']);
  });

  it('learns words, but no compounds of others', () => {
    const learnt = new CompoundSplitter([
      ['Zwiebus', 3],
      ['Grubenwasserreinigung', 3],
      ['Einmalig', 1],
    ]);
    expect(learnt.split('Zwiebusanlage')).toEqual(['Zwiebus', 'Anlage']);
    expect(splitter.split('Zwiebusanlage')).toEqual(['Zwiebusanlage']);
    expect(learnt.split('Grubenwasserreinigung')).toEqual(['Grube', 'Wasser', 'Reinigung']);
  });

  it('gives letters back that make no compound', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const parts = splitter.split(text);
        expect(parts.length).toBeGreaterThan(0);
        expect(splitter.split(text)).toEqual(parts);
      }),
    );
  });
});

describe('languageOf', () => {
  it.each([
    ['Wir suchen einen Partner für die Prüfung von Bauteilen.', 'de'],
    ['We are looking for a partner to test our components.', 'en'],
    ['Digitalisierung kommunaler Verwaltungen', 'de'],
    ['Digital transformation of municipal administrations', 'en'],
  ])('tells the language of "%s"', (text, locale) => {
    expect(languageOf(text).locale).toBe(locale);
  });

  it('tells prose from what is none by its function words', () => {
    expect(
      languageOf('Wir suchen einen Partner, der uns bei der Prüfung hilft.').share,
    ).toBeGreaterThan(0.3);
    expect(
      languageOf('Lorem ipsum dolor sit amet, consetetur sadipscing elitr').share,
    ).toBeLessThan(0.2);
    expect(languageOf('')).toMatchObject({ share: 0 });
  });
});

describe('analyse', () => {
  it('gives words with their places, stems and parts', () => {
    expect(analyse('Die Werkstoffprüfung (kurz)', { locale: 'de', splitter })).toEqual([
      { from: 0, to: 3, word: 'die', stem: 'die', parts: [], isStop: true },
      {
        from: 4,
        to: 20,
        word: 'werkstoffprüfung',
        stem: 'werkstoffpruf',
        parts: ['werkstoff', 'prufung'],
        isStop: false,
      },
      { from: 22, to: 26, word: 'kurz', stem: 'kurz', parts: [], isStop: true },
    ]);
  });

  it.each([
    ['de', 'Wälder', 'Wald'],
    ['de', 'Kaelte', 'Kälte'],
    ['de', 'STRASSEN', 'Straße'],
    ['de', 'neue', 'neuen'],
    ['en', 'batteries', 'battery'],
  ] as const)('gives one stem in %s to %s and %s', (locale, one, other) => {
    expect(stemOf(one.toLowerCase(), locale)).toBe(stemOf(other.toLowerCase(), locale));
  });

  it('makes a bag of stems and parts without stop words', () => {
    expect(termsOf('Die Grubenwasserreinigung und der Filter', { locale: 'de', splitter })).toEqual(
      ['grubenwasserrein', 'grub', 'wass', 'reinig', 'filt'],
    );
    expect(termsOf('The filters and the water', { locale: 'en' })).toEqual(['filter', 'water']);
  });

  it('keeps every word where it stands, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const { from, to, word } of analyse(text, { locale: 'de', splitter })) {
          expect(text.slice(from, to).normalize('NFC').toLowerCase()).toBe(word);
        }
      }),
    );
  });

  it('reads hostile texts in bounds', () => {
    expect(analyse('x'.repeat(1_000_000), { locale: 'de', splitter })).toEqual([]);
    expect(analyse('a '.repeat(1_000_000), { locale: 'de', splitter })).toHaveLength(50_000);
    expect(analyse('ung'.repeat(20), { locale: 'de', splitter })).toHaveLength(1);
  });
});
