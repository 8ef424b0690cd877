import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween } from './posting-changes.js';
import type { PostingContent } from './posting-content.js';

const textOf = (before: string, after: string) => {
  const [change, ...others] = changesBetween({ description: before }, { description: after });
  expect(others).toEqual([]);
  return (change?.parts ?? []).map(({ kind, text }) => `${kind}:${text}`);
};

describe('changesBetween', () => {
  it('shows which words of a text came and went', () => {
    expect(textOf('Risse früh erkennen.', 'Risse im Glas früh erkennen.')).toEqual([
      'SAME:Risse ',
      'ADDED:im Glas ',
      'SAME:früh erkennen.',
    ]);
    expect(textOf('zwei Öfen', 'drei Öfen')).toEqual(['REMOVED:zwei', 'ADDED:drei', 'SAME: Öfen']);
  });

  it('shows a text that came as added, one that went as removed', () => {
    expect(textOf('', 'Ganz neu')).toEqual(['ADDED:Ganz neu']);
    expect(textOf('Ganz alt', '')).toEqual(['REMOVED:Ganz alt']);
  });

  it.each<[string, PostingContent, PostingContent, string[]]>([
    ['a value', { budget: 'OPEN' }, { budget: 'NONE' }, ['ADDED:NONE', 'REMOVED:OPEN']],
    ['a value that is set', {}, { trl: 4 }, ['ADDED:4']],
    ['a value that is cleared', { kind: 'PATENT' }, {}, ['REMOVED:PATENT']],
    [
      'a list',
      { cooperationForms: ['THESIS', 'TRAINING'] },
      { cooperationForms: ['PILOT', 'THESIS'] },
      ['ADDED:PILOT', 'SAME:THESIS', 'REMOVED:TRAINING'],
    ],
    [
      'tags and their weights',
      {
        tags: [
          { tag: 'a', weight: 2 },
          { tag: 'b', weight: 1 },
        ],
      },
      {
        tags: [
          { tag: 'a', weight: 3 },
          { tag: 'b', weight: 1 },
        ],
      },
      ['ADDED:a3', 'SAME:b1', 'REMOVED:a2'],
    ],
  ])('compares %s', (_what, before, after, expected) => {
    const [change, ...others] = changesBetween(before, after);
    expect(others).toEqual([]);
    expect(change?.parts.map((part) => `${part.kind}:${part.text}${part.weight ?? ''}`)).toEqual(
      expected,
    );
  });

  it('leaves out what stayed, and order alone', () => {
    const content: PostingContent = { title: 'Gleich', dois: ['a', 'b'], trl: 3 };
    expect(changesBetween(content, { ...content })).toEqual([]);
    expect(changesBetween(content, { ...content, dois: ['b', 'a'] })).toEqual([]);
  });

  const anyText = fc.array(fc.constantFrom('Glas', 'Ofen', ' ', ', ', '\n', 'ä', '.'), {
    maxLength: 60,
  });

  it('of any two texts keeps every character of both', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        const [before, after] = [one.join(''), two.join('')];
        const parts = changesBetween({ goal: before }, { goal: after })[0]?.parts ?? [];
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        if (before === after) expect(parts).toEqual([]);
        else expect([without('ADDED'), without('REMOVED')]).toEqual([before, after]);
      }),
    );
  });

  it('of two long texts that have nothing in common is quick', () => {
    const long = (word: string) =>
      Array.from({ length: 1_300 }, (_, n) => `${word}${n}`)
        .join(' ')
        .slice(0, 8_000);
    const began = performance.now();
    const parts = textOf(long('a'), long('b'));
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(parts.length).toBeGreaterThanOrEqual(2);
  });
});
