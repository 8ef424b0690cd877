import { describe, expect, it } from '@jest/globals';
import { Locale, type TagConcept, TagGraph } from '@wilma/domain';
import fc from 'fast-check';
import { suggestTags } from './tag-suggestion.js';
import { readVocabulary } from './vocabulary-file.js';

const concept = (id: string, de: string[], en: string[], broader: string[] = []): TagConcept => ({
  id,
  label: { de: de[0] ?? id, en: en[0] ?? id },
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
]);
const whole = new TagGraph(await readVocabulary());

const tagsIn = (text: string, locale: Locale = 'de') =>
  suggestTags(small, text, { locale, first: 10 }).map(({ tag }) => tag);
const evidenceIn = (text: string) =>
  suggestTags(small, text, { locale: 'de', first: 10 }).map(({ evidence }) => evidence);

describe('suggestTags', () => {
  it.each([
    ['a label', 'Wir brauchen Wasserstoff.', ['hydrogen']],
    ['a synonym', 'mit 3D-Druck', ['additive']],
    ['another case', 'WASSERSTOFF', ['hydrogen']],
    ['an umlaut of the plural', 'viele Bäume', ['trees']],
    ['an umlaut in two letters', 'mit kuenstlicher Intelligenz', ['ai']],
    ['an inflected adjective', 'der additiven Fertigung', ['additive']],
    ['plurals of both languages', 'Batterien', ['batteries']],
    ['a plural in English', 'two batteries', ['batteries']],
    ['a compound with a hyphen', 'ein Wasserstoff-Speicher', ['hydrogen-storage']],
    ['a label without its hyphen', 'per 3D Druck', ['additive']],
    ['an abbreviation', 'Prüfung mit KI', ['ai']],
    ['words over a line’s end', 'künstliche\nIntelligenz', ['ai']],
  ])('finds %s', (_what, text, tags) => {
    expect(tagsIn(text)).toEqual(tags);
  });

  it.each([
    ['nothing', ''],
    ['nonsense', 'Xyzzy qwrtz, 123 – blorb!'],
    ['part of a word', 'Wasserstoffwerkstattleiter'],
    ['the same letters in another word', 'Do it: it is fine.'],
    ['two words of two sentences', 'Das ist additive. Fertigung ist anders.'],
    ['a verb that sounds like a noun', 'Er wird sie baumen.'],
    ['a short word of the other language', 'ein tree'],
    ['signs alone', '!?… – 😀'],
  ])('finds nothing in %s', (_what, text) => {
    expect(tagsIn(text)).toEqual([]);
  });

  it('quotes what is written', () => {
    expect(evidenceIn('Viele BÄUME und H2')).toEqual(['H2', 'BÄUME']);
  });

  it('takes the longest words, not what they are made of', () => {
    expect(tagsIn('Additive Fertigung von Wasserstoffspeichern')).toEqual([
      'hydrogen-storage',
      'additive',
    ]);
  });

  it('prefers the special, the early and the frequent', () => {
    expect(tagsIn('Energie und Wasserstoff')).toEqual(['hydrogen', 'energy']);
    expect(tagsIn('Ein Baum steht vor der Energie')).toEqual(['trees', 'energy']);
    expect(tagsIn('Baum, Energie, Energie, Energie')).toEqual(['energy', 'trees']);
  });

  it('prefers words of the text’s own language', () => {
    const scoreIn = (locale: Locale) =>
      suggestTags(small, 'Hydrogen', { locale, first: 1 })[0]?.score ?? 0;
    expect(scoreIn('en')).toBeGreaterThan(scoreIn('de'));
  });

  it('finds each tag of the vocabulary by each label that is one phrase', () => {
    for (const { id, label } of whole.all()) {
      for (const locale of Object.values(Locale)) {
        if (label[locale].includes(',')) continue;
        const text = `Es geht um ${label[locale]}, sagt man.`;
        const found = suggestTags(whole, text, { locale, first: 10 });
        expect(found).toContainEqual({
          tag: id,
          score: expect.any(Number),
          evidence: label[locale].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
        });
      }
    }
  });

  const labels = [...whole.all()].map(({ label }) => label.de);
  const text = fc
    .array(fc.oneof(fc.constantFrom(...labels), fc.string({ unit: 'grapheme' })), { maxLength: 30 })
    .map((parts) => parts.join(' '));

  it('gives each tag once, a score within bounds, evidence from the text, best first', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (given, first) => {
        const found = suggestTags(whole, given, { locale: 'de', first });
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
      }),
    );
  });
});
