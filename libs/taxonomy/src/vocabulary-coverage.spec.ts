import { describe, expect, it } from '@jest/globals';
import type { TagConcept } from '@wilma/domain';
import { coverageOf } from './vocabulary-coverage.js';

const concepts: TagConcept[] = [
  {
    id: 'fall-detection',
    label: { de: 'Sturzerkennung', en: 'Fall detection' },
    synonyms: { de: ['Sturz-Sensor', 'Käferfalle'], en: ['bed-exit alarm'] },
    broader: [],
    related: [],
  },
];
const coverage = (...subjects: string[]): ReturnType<typeof coverageOf> =>
  coverageOf(concepts, [{ id: 't1', subjects }]);

describe('coverageOf', () => {
  it.each(['Sturzerkennung', 'FALL DETECTION', 'Sturzsensor', 'Kaeferfalle', 'Bed Exit Alarm'])(
    'knows %s',
    (subject) => {
      expect(coverage(subject)).toMatchObject({ texts: 1, subjects: 1, covered: 1, missing: [] });
    },
  );

  it('does not take a part for the whole, and says what was near', () => {
    expect(coverage('Sturz', 'Sturzsensoren', 'Pflege').missing).toEqual([
      { text: 't1', subject: 'Sturz', near: ['Sturz-Sensor', 'Sturzerkennung'] },
      { text: 't1', subject: 'Sturzsensoren', near: ['Sturz-Sensor'] },
      { text: 't1', subject: 'Pflege', near: [] },
    ]);
  });

  it('counts the subjects of all texts', () => {
    const texts = [
      { id: 't1', subjects: ['Sturzerkennung', 'Pflege'] },
      { id: 't2', subjects: ['Sturzerkennung'] },
      { id: 't3', subjects: [] },
    ];
    expect(coverageOf(concepts, texts)).toMatchObject({ texts: 3, subjects: 3, covered: 2 });
  });
});
