import { describe, expect, it } from '@jest/globals';
import { isWordOf, matchedSynonym } from './matched-synonym.js';

const tag = { label: 'Maschinelles Lernen', synonyms: ['Deep Learning', 'KI-Verfahren', 'Größen'] };

describe('matchedSynonym', () => {
  it('names the synonym that was typed', () => {
    expect(matchedSynonym(tag, 'deep')).toBe('Deep Learning');
    expect(matchedSynonym(tag, 'ki-')).toBe('KI-Verfahren');
  });

  it('forgives accents and sharp s', () => {
    expect(matchedSynonym(tag, 'grossen')).toBe('Größen');
  });

  it('is silent where the label was meant, or nothing was typed', () => {
    expect(matchedSynonym(tag, 'lernen')).toBeNull();
    expect(matchedSynonym(tag, ' ')).toBeNull();
    expect(matchedSynonym(tag, 'xyz')).toBeNull();
  });
});

describe('isWordOf', () => {
  it('knows a word however it is written, and no part of one', () => {
    expect(isWordOf([tag], 'MASCHINELLES-LERNEN')).toBe(true);
    expect(isWordOf([tag], 'deep learning')).toBe(true);
    expect(isWordOf([tag], 'deep')).toBe(false);
    expect(isWordOf([], 'deep')).toBe(false);
  });
});
