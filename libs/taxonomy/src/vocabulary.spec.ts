import { describe, expect, it } from '@jest/globals';
import { type StoredTag, Vocabulary } from './vocabulary.js';

const tag = (id: string, more: Partial<StoredTag> = {}): StoredTag => ({
  id,
  state: more.mergedInto == null ? 'APPROVED' : 'MERGED',
  mergedInto: null,
  version: 1,
  wordsBy: 'FILE',
  relationsBy: 'FILE',
  suggestedBy: null,
  suggestedAt: null,
  words: [
    { locale: 'de', text: `${id} de`, preferred: true },
    { locale: 'en', text: `${id} en`, preferred: true },
  ],
  broader: [],
  related: [],
  ...more,
});

describe('a vocabulary in which tags were merged', () => {
  const vocabulary = new Vocabulary(7, [
    tag('energy'),
    tag('fuel', { broader: ['energy'] }),
    tag('hydrogen', { broader: ['energy'], related: ['water'] }),
    tag('h2', { mergedInto: 'hydrogen', broader: ['fuel'], related: ['glass', 'hydrogen'] }),
    tag('electrolysis', { broader: ['h2'] }),
    tag('water', { related: ['h2'] }),
    tag('glass'),
  ]);

  it('gives the merged words to what they went into, behind its own', () => {
    expect(vocabulary.concept('hydrogen')).toMatchObject({
      label: { de: 'hydrogen de', en: 'hydrogen en' },
      synonyms: { de: ['h2 de'], en: ['h2 en'] },
    });
    expect(vocabulary.ownWords('hydrogen', 'de')).toEqual({
      label: 'hydrogen de',
      synonyms: [],
      inherited: ['h2 de'],
    });
    expect(vocabulary.labelOf('h2', 'de')).toBe('h2 de');
  });

  it('finds the tag by the old word, and by the old id', () => {
    expect(vocabulary.meaningOf('H2-DE')?.id).toBe('hydrogen');
    expect(vocabulary.resolve('h2')?.id).toBe('hydrogen');
    expect(vocabulary.graph.get('h2')?.id).toBe('hydrogen');
    expect([vocabulary.get('h2')?.state, vocabulary.graph.size]).toEqual(['MERGED', 6]);
  });

  it('takes over what stood below and beside, not what stood above', () => {
    expect(vocabulary.graph.narrower('hydrogen')).toEqual(['electrolysis']);
    expect(vocabulary.graph.broader('electrolysis')).toEqual(['hydrogen']);
    expect(vocabulary.graph.broader('hydrogen')).toEqual(['energy']);
    expect([...vocabulary.graph.related('hydrogen')].sort()).toEqual(['glass', 'water']);
    expect(vocabulary.graph.narrower('fuel')).toEqual([]);
  });
});

describe('a vocabulary in which not all is approved', () => {
  const vocabulary = new Vocabulary(1, [
    tag('energy'),
    tag('old', { state: 'DEPRECATED', broader: ['energy'], related: ['glass'] }),
    tag('older', { state: 'DEPRECATED', broader: ['old'] }),
    tag('solar', { broader: ['older', 'energy'] }),
    tag('glass'),
    tag('new', {
      state: 'SUGGESTED',
      words: [{ locale: 'de', text: 'Neu', preferred: true }],
      broader: ['old'],
      related: ['old', 'glass'],
    }),
  ]);

  it('offers what is approved alone; what stands below the rest moves up', () => {
    expect([...vocabulary.graph.all()].map(({ id }) => id)).toEqual(['energy', 'solar', 'glass']);
    expect(vocabulary.graph.broader('solar')).toEqual(['energy']);
    expect(vocabulary.graph.related('glass')).toEqual([]);
  });

  it('knows the rest by its id and its words', () => {
    expect(vocabulary.concept('new')).toMatchObject({ label: { de: 'Neu', en: 'Neu' } });
    expect(vocabulary.concept('new')?.related).toEqual(['glass']);
    expect(vocabulary.meaningOf('neu')?.state).toBe('SUGGESTED');
    expect(vocabulary.inState('DEPRECATED').map(({ id }) => id)).toEqual(['old', 'older']);
    expect(vocabulary.graphOf(['SUGGESTED', 'DEPRECATED']).size).toBe(3);
  });

  it('goes through all of it to tell what a change concerns', () => {
    expect(vocabulary.withNarrower(['old']).sort()).toEqual(['new', 'old', 'older', 'solar']);
  });
});

describe('the meaning of a word', () => {
  const vocabulary = new Vocabulary(1, [
    tag('gift', { words: [{ locale: 'en', text: 'Gift', preferred: true }] }),
    tag('poison', { words: [{ locale: 'de', text: 'Gift', preferred: true }] }),
    tag('e-mobility', { words: [{ locale: 'de', text: 'E-Mobilität', preferred: true }] }),
  ]);

  it('is asked for in one language, or in any', () => {
    expect(vocabulary.meaningOf('gift', 'en')?.id).toBe('gift');
    expect(vocabulary.meaningOf('gift', 'de')?.id).toBe('poison');
    expect(vocabulary.meaningOf('E Mobilitaet')?.id).toBe('e-mobility');
    expect(vocabulary.meaningOf('E Mobilitaet', 'en')).toBeUndefined();
  });
});

describe('circle', () => {
  it.each<[string, StoredTag[], string[] | null]>([
    ['none', [tag('a'), tag('b', { broader: ['a'] })], null],
    ['through what is deprecated', circleWith({ state: 'DEPRECATED' }), ['a', 'b']],
    [
      'by merging a tag into one below it',
      [tag('a', { mergedInto: 'c' }), tag('b', { broader: ['a'] }), tag('c', { broader: ['b'] })],
      ['b', 'c'],
    ],
    [
      'by merging a tag into one right below it',
      [tag('a', { mergedInto: 'b' }), tag('b', { broader: ['a'] })],
      ['b'],
    ],
  ])('finds %s', (_what, stored, circle) => {
    expect(new Vocabulary(1, stored).circle()).toEqual(circle);
  });

  function circleWith(more: Partial<StoredTag>): StoredTag[] {
    return [tag('a', { ...more, broader: ['b'] }), tag('b', { broader: ['a'] })];
  }
});
