import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Locale, type TagConcept, TagGraph } from '@wilma/domain';
import fc from 'fast-check';
import { parse } from 'yaml';
import { CONFIDENT, suggestTags, Tagger } from './tagger.js';

const concept = (id: string, de: string[], en: string[], broader: string[] = []): TagConcept => ({
  id,
  label: { de: de[0] ?? en[0] ?? id, en: en[0] ?? id },
  synonyms: { de: de.slice(1), en: en.slice(1) },
  broader,
  related: [],
});

const small = new TagGraph([
  concept('energy', ['Energie', 'Energietechnik'], ['Energy']),
  concept('hydrogen', ['Wasserstoff', 'H2'], ['Hydrogen'], ['energy']),
  concept('hydrogen-storage', ['Wasserstoffspeicher'], ['Hydrogen storage'], ['hydrogen']),
  concept('trees', ['Baum'], ['Tree']),
  concept('ai', ['Künstliche Intelligenz', 'KI'], ['Artificial intelligence', 'AI']),
  concept('information-technology', ['IT'], ['IT']),
  concept('additive', ['Additive Fertigung', '3D-Druck'], ['Additive manufacturing']),
  concept('batteries', ['Batterie'], ['Battery'], ['energy']),
  concept('electrolysis', [], ['Electrolysis']),
  concept('road-freight', ['Straßengüterverkehr'], ['Road freight']),
]);

const file = new URL('../../../taxonomy/data/energy.yaml', import.meta.url);
const rows = parse(readFileSync(file, 'utf8')) as {
  id: string;
  de: string;
  en: string;
  synonyms?: { de?: string[]; en?: string[] };
}[];
const whole = new TagGraph(
  rows.map(({ id, de, en, synonyms }) =>
    concept(id, [de, ...(synonyms?.de ?? [])], [en, ...(synonyms?.en ?? [])]),
  ),
);

const suggest = (text: string, locale: Locale = 'de') =>
  suggestTags(small, text, { locale, first: 10 });
const best = (text: string, locale: Locale = 'de') => suggest(text, locale)[0]?.tag;

describe('suggestTags', () => {
  it.each([
    ['a label', 'Wir brauchen Wasserstoff.', 'hydrogen', 'Wasserstoff'],
    ['a synonym', 'mit 3D-Druck', 'additive', '3D-Druck'],
    ['another case', 'WASSERSTOFF', 'hydrogen', 'WASSERSTOFF'],
    ['an umlaut of the plural', 'viele Bäume', 'trees', 'Bäume'],
    ['an umlaut in two letters', 'mit kuenstlicher Intelligenz', 'ai', 'kuenstlicher Intelligenz'],
    ['an inflected adjective', 'der additiven Fertigung', 'additive', 'additiven Fertigung'],
    ['a plural', 'Batterien', 'batteries', 'Batterien'],
    [
      'a compound with a hyphen',
      'ein Wasserstoff-Speicher',
      'hydrogen-storage',
      'Wasserstoff-Speicher',
    ],
    ['a label without its hyphen', 'per 3D Druck', 'additive', '3D Druck'],
    ['an abbreviation', 'Prüfung mit KI', 'ai', 'KI'],
    ['words over a line’s end', 'künstliche\nIntelligenz', 'ai', 'künstliche\nIntelligenz'],
    [
      'parts in another order',
      'Güterverkehr auf der Straße',
      'road-freight',
      'Güterverkehr auf der Straße',
    ],
    [
      'words with others between them',
      'Speicher für den Wasserstoff',
      'hydrogen-storage',
      'Speicher für den Wasserstoff',
    ],
    ['a word that is nearly the same in English', 'die Elektrolyse', 'electrolysis', 'Elektrolyse'],
    ['the last part of a compound', 'die Fahrzeugbatterie', 'batteries', 'Fahrzeugbatterie'],
    [
      'the first part of a compound',
      'eine Wasserstoffwerkstatt',
      'hydrogen',
      'Wasserstoffwerkstatt',
    ],
  ])('finds %s', (_what, text, tag, evidence) => {
    expect(suggest(text)[0]).toMatchObject({ tag, evidence });
  });

  it.each([
    ['two batteries', 'batteries'],
    ['storing hydrogen: storage', 'hydrogen'],
    ['additively: additive manufacturing', 'additive'],
  ])('reads English: %s', (text, tag) => {
    expect(best(text, 'en')).toBe(tag);
  });

  it.each([
    ['nothing', ''],
    ['nonsense', 'Xyzzy qwrtz, 123 – blorb!'],
    ['the same letters in another word', 'Do it: it is fine.'],
    ['two words of two sentences', 'Das ist additive. Fertigung ist anders.'],
    ['a verb that sounds like a noun', 'Er wird sie baumen.'],
    ['a short word of the other language', 'ein tree'],
    ['signs alone', '!?… – 😀'],
  ])('finds nothing in %s', (_what, text) => {
    expect(suggest(text)).toEqual([]);
  });

  it('prefers the special, the early, the frequent and the text’s own language', () => {
    expect(best('Energie und Wasserstoff')).toBe('hydrogen');
    expect(best('Ein Baum steht vor der Energie')).toBe('trees');
    expect(best('Baum, Energie, Energie, Energie')).toBe('energy');
    const [german] = suggest('Hydrogen', 'de');
    const [english] = suggest('Hydrogen', 'en');
    expect(english?.score).toBeGreaterThan(german?.score ?? 0);
  });

  it('is sure of what a text is about, not of prose without a language', () => {
    const about = 'Wasserstoffspeicher\n\nWir bauen einen Speicher für Wasserstoff aus Stahl.';
    expect(suggest(about)[0]?.score).toBeGreaterThanOrEqual(CONFIDENT);
    const latin = `Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod
      tempor invidunt ut labore et dolore magna aliquyam hydrogen Energie`;
    for (const { score } of suggest(latin)) expect(score).toBeLessThan(CONFIDENT);
  });

  it('finds each tag of a vocabulary by each label that is one phrase', () => {
    for (const { id, label } of whole.all()) {
      for (const locale of Object.values(Locale)) {
        if (label[locale].includes(',')) continue;
        const found = suggestTags(whole, `Es geht um ${label[locale]}.`, { locale, first: 10 });
        expect(found.map(({ tag }) => tag)).toContain(id);
      }
    }
  });
});

const labels = [...whole.all()].map(({ label }) => label.de);
const text = fc
  .array(fc.oneof(fc.constantFrom(...labels), fc.string({ unit: 'grapheme' })), { maxLength: 30 })
  .map((parts) => parts.join(' '));
const training = [
  { id: 'a', text: 'Anode im Wasser mit Strom', tags: ['hydrogen'] },
  { id: 'b', text: 'Anode im Betrieb', tags: ['hydrogen'] },
  { id: 'c', text: 'Kiefern und Fichten im Forst', tags: ['trees'] },
];

describe('Tagger', () => {
  it.each([
    ['by words', new Tagger(whole)],
    ['with training', new Tagger(whole, training)],
  ])(
    '%s gives each tag once, a score within bounds, words of the text, best first',
    (_how, tagger) => {
      fc.assert(
        fc.property(text, fc.integer({ min: 1, max: 20 }), (given, first) => {
          const found = tagger.suggest(given, { first });
          expect(found.length).toBeLessThanOrEqual(first);
          expect(new Set(found.map(({ tag }) => tag)).size).toBe(found.length);
          for (const { score, evidence } of found) {
            expect(given).toContain(evidence);
            expect(evidence).not.toBe('');
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
          }
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(tagger.suggest(given, { first })).toEqual(found);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('learns from texts what no label says, and quotes the word that told', () => {
    const learnt = new Tagger(small, training);
    expect(learnt.suggest('Eine neue Anode', { locale: 'de', first: 1 })).toEqual([
      { tag: 'hydrogen', score: expect.any(Number), evidence: 'Anode' },
    ]);
    expect(suggest('Eine neue Anode')).toEqual([]);
  });

  it.each([
    ['one giant word', 'Wasserstoff'.repeat(10_000)],
    ['one word over and over', 'Wasserstoff '.repeat(10_000)],
    ['all labels over and over', `${labels.join(' ')} `.repeat(100).slice(0, 100_000)],
  ])('reads %s in bounded time', (_what, hostile) => {
    expect(suggestTags(whole, hostile, { locale: 'de', first: 5 }).length).toBeLessThanOrEqual(5);
  });
});
