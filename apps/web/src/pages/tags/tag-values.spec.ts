import { describe, expect, it } from '@jest/globals';
import { patchOf, valuesOfTag } from './tag-values.js';

const named = (id: string) => ({ id, label: id, state: 'APPROVED' as const });
const tag = {
  de: { label: 'Wasserstoff', synonyms: ['H2', 'grüner Wasserstoff'], inherited: ['H₂'] },
  en: { label: null, synonyms: [], inherited: [] },
  broader: [named('energy')],
  related: [],
};
const nothing = {
  label: { de: null, en: null },
  synonyms: { de: null, en: null },
  broader: null,
  related: null,
};

describe('what is sent of an edited tag', () => {
  it('is nothing where nothing was changed, whatever the order', () => {
    const values = valuesOfTag(tag);
    expect(patchOf(values, tag)).toEqual(nothing);
    const turned = { ...values.de, synonyms: 'grüner Wasserstoff\n\n H2 ' };
    expect(patchOf({ ...values, de: turned }, tag)).toEqual(nothing);
  });

  it('is what was changed, and that alone', () => {
    const values = {
      ...valuesOfTag(tag),
      de: { label: ' ', synonyms: 'H2' },
      en: { label: 'Hydrogen', synonyms: '' },
      related: [named('sensors')],
    };
    expect(patchOf(values, tag)).toEqual({
      ...nothing,
      label: { de: null, en: 'Hydrogen' },
      synonyms: { de: ['H2'], en: null },
      related: ['sensors'],
    });
  });
});
