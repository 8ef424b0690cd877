import { describe, expect, it } from '@jest/globals';
import { fold, type Locale, type TagConcept, TagGraph } from '@wilma/domain';
import fc from 'fast-check';
import { searchTags, squash } from './tag-search.js';
import { readVocabulary } from './vocabulary-file.js';

const vocabulary = new TagGraph(await readVocabulary());
const found = (text: string, locale: Locale = 'de'): string[] =>
  searchTags(vocabulary, text, locale).map(({ id }) => id);

const concept = (id: string, de: string, synonyms: string[] = []): TagConcept => ({
  id,
  label: { de, en: id },
  synonyms: { de: synonyms, en: [] },
  broader: [],
  related: [],
});

describe('searchTags in the vocabulary', () => {
  it.each([
    ['a label', 'Wasserstoff', 'hydrogen'],
    ['a label in the other language', 'hydrogen', 'hydrogen'],
    ['a synonym', 'Spritzgießen', 'injection-moulding'],
    ['a synonym in the other language', 'moulded parts', 'injection-moulding'],
    ['an abbreviation', 'h2', 'hydrogen'],
    ['another abbreviation', 'KI', 'artificial-intelligence'],
    ['ss for ß', 'spritzgiessen', 'injection-moulding'],
    ['ß for ss', 'Spritzguß', 'injection-moulding'],
    ['spaces around', '  Wasserstoff ', 'hydrogen'],
    ['a hyphen too many', 'Spritz-Guss', 'injection-moulding'],
    ['a hyphen too few', 'Emobilität', 'electromobility'],
    ['a space for a hyphen', 'E Mobilität', 'electromobility'],
    ['a compound in two words', 'Predictive-Maintenance', 'predictive-maintenance'],
    ['an everyday word', 'Wallbox', 'charging-infrastructure'],
    ['the beginning of a word that is written apart', 'Smartg', 'smart-grids'],
  ])('finds by %s', (_how, text, first) => {
    expect(found(text, 'de')[0]).toBe(first);
    expect(found(text, 'en')[0]).toBe(first);
  });

  it('takes umlauts however they are typed', () => {
    const cold = found('Kälte');
    expect(cold.length).toBeGreaterThan(0);
    expect(found('Kaelte')).toEqual(cold);
    expect(found('KÄLTE')).toEqual(cold);
    expect(found('Kälte'.normalize('NFD'))).toEqual(cold);
  });

  it('lists everything by label where nothing is asked', () => {
    const all = searchTags(vocabulary, ' ', 'de').map(({ label }) => label.de);
    expect(all).toHaveLength(vocabulary.size);
    expect(all).toEqual([...all].sort((a, b) => a.localeCompare(b, 'de')));
  });

  it.each([
    ['an unknown word', 'zzzz'],
    ['a pattern', '.*'],
    ['a wildcard', '%'],
    ['a backslash', '\\'],
    ['NUL', '\u0000'],
    ['half an emoji', '\uD83D'],
    ['a very long text', 'a'.repeat(10_000)],
  ])('finds nothing by %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds any concept first, or beside its equals, by any of its words', () => {
    const words = [...vocabulary.all()].flatMap(({ id, label, synonyms }) =>
      [label.de, label.en, ...synonyms.de, ...synonyms.en].map((word) => [word, id] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), ([word, id]) => {
        expect([word, found(word).slice(0, 3)]).toEqual([word, expect.arrayContaining([id])]);
      }),
    );
  });
});

describe('the order of what is found', () => {
  const graph = new TagGraph([
    concept('holds', 'Industrieofen'),
    concept('begins', 'Ofenbau'),
    concept('means', 'Brennanlage', ['Ofen']),
    concept('is', 'Ofen'),
    concept('other', 'Glas'),
  ]);

  it('is: the word itself, what begins with it, what holds it; equals by label', () => {
    expect(searchTags(graph, 'ofen', 'de').map(({ id }) => id)).toEqual([
      'means',
      'is',
      'begins',
      'holds',
    ]);
  });

  it('follows the labels of the language asked for', () => {
    const labels = searchTags(graph, '', 'en').map(({ label }) => label.en);
    expect(labels).toEqual(['begins', 'holds', 'is', 'means', 'other']);
  });
});

describe('words written together', () => {
  const graph = new TagGraph([
    concept('apart', 'Technik im Haus'),
    concept('hyphen', 'E-Mobilität'),
    concept('together', 'Elektromobilität'),
  ]);
  const inGraph = (text: string): string[] => searchTags(graph, text, 'de').map(({ id }) => id);

  it('are the same word', () => {
    expect(inGraph('emobilitaet')).toEqual(['hyphen']);
    expect(inGraph('technik-im-haus')).toEqual(['apart']);
    expect(inGraph('imHaus')).toEqual(['apart']);
  });

  it('are not looked for across words by few letters, or by none', () => {
    expect(inGraph('ki')).toEqual([]);
    expect(inGraph('-')).toEqual(['hyphen']);
    expect(inGraph('/')).toEqual([]);
  });
});

describe('fold', () => {
  it('leaves nothing for another fold to do', () => {
    const letter = fc.constantFrom('a', 'Ä', 'ö', 'Ü', 'ß', 'é', 'Ł', ' ', '\u0308');
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('makes one of what people take for the same', () => {
    expect(['Größe', 'GROESSE', 'größe'.normalize('NFD')].map(fold)).toEqual(
      Array(3).fill('groesse'),
    );
    expect(fold('Café')).toBe('cafe');
    expect(['E-Mobilität', 'e mobilität', 'eMobilitaet'].map(squash)).toEqual(
      Array(3).fill('emobilitaet'),
    );
  });
});
