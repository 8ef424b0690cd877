import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  emptyValues,
  fingerprint,
  isContactTyped,
  needInput,
  offerInput,
  valuesOf,
  type Author,
} from './form-values.js';
import { takeTags, textToRead, type ReadTag } from './read-tags.js';

const author: Author = {
  locale: 'de',
  account: {
    name: 'Leitung Produktion',
    email: 'company@demo.example',
    salutation: 'MS',
    academicTitle: null,
  },
  organisations: [{ id: 'o1', name: 'Werk Beispiel', verified: true, district: 'BAUTZEN' }],
};

const stored = {
  id: 'n1',
  title: 'Rezyklat prüfen',
  summary: 'Kurz',
  description: 'Lang',
  confidential: null,
  language: 'de',
  state: 'DRAFT',
  version: 3,
  visibility: 'BLINDED',
  mine: true,
  cooperationForms: ['THESIS'],
  district: 'COTTBUS',
  startsOn: '2027-03-01',
  endsOn: null,
  sector: null,
  sizeClass: null,
  publishedAt: null,
  expiresAt: null,
  reviewNote: null,
  organisation: null,
  tags: [{ weight: 3, tag: { id: 't1', label: 'Kunststoffrecycling', state: 'APPROVED' } }],
  trl: 4,
  tried: null,
  goal: 'Weniger Fehlwurf',
  urgency: 'HIGH',
  budget: 'UNDER_50K',
  targetTrl: null,
  contact: null,
  confirmation: null,
  programme: null,
  neverMatchWith: [{ id: 'o9', name: 'Wettbewerb Beispiel' }],
} as const;

describe('a new form', () => {
  it('knows what the account and its organisation say', () => {
    const values = emptyValues(author);
    expect(values.district).toBe('BAUTZEN');
    expect(values.contact).toMatchObject({ name: 'Leitung Produktion', salutation: 'MS' });
  });

  it('works without any organisation', () => {
    expect(emptyValues({ ...author, organisations: [] }).organisation).toBe('');
  });

  it('knows nothing yet of whoever phoned', () => {
    const { organisation, contact } = emptyValues({ ...author, isForOthers: true });
    expect([organisation, contact.name, contact.mail]).toEqual(['', '', '']);
  });
});

describe('a stored posting', () => {
  const values = valuesOf(
    {
      ...stored,
      tags: [...stored.tags],
      cooperationForms: ['THESIS'],
      neverMatchWith: [...stored.neverMatchWith],
      daysOfReading: [],
    },
    author,
  );

  it('comes back as it was', () => {
    expect(needInput(values)).toMatchObject({
      title: 'Rezyklat prüfen',
      tags: [{ tag: 't1', weight: 3 }],
      trl: 4,
      targetTrl: null,
      startsOn: '2027-03-01',
      urgency: 'HIGH',
      budget: 'UNDER_50K',
      tried: null,
      visibility: 'BLINDED',
      neverMatchWith: ['o9'],
    });
  });

  it('changes its fingerprint with what would be stored, not with spaces at the ends', () => {
    const before = fingerprint('NEED', values);
    expect(fingerprint('NEED', { ...values, title: ` ${values.title} ` })).toBe(before);
    expect(fingerprint('NEED', { ...values, trl: '5' })).not.toBe(before);
  });
});

describe('the input', () => {
  it('sends null for what was emptied', () => {
    const input = offerInput({ ...emptyValues(author), title: 'X', evidence: '  ' });
    expect(input).toMatchObject({ evidence: null, kind: null, trl: null, confidential: null });
  });

  it('leaves out a contact without name and mail', () => {
    const values = emptyValues(author);
    const contact = { ...values.contact, name: '', mail: '' };
    expect(needInput({ ...values, contact }).contact).toBeNull();
  });

  it('never sends fields of the other kind', () => {
    expect(Object.keys(needInput(emptyValues(author)))).not.toContain('evidence');
    expect(Object.keys(offerInput(emptyValues(author)))).not.toContain('budget');
  });
});

describe('a contact', () => {
  const { contact } = emptyValues({ ...author, isForOthers: true });

  it('is begun with whichever field is filled', () => {
    expect(isContactTyped(contact)).toBe(false);
    expect(isContactTyped({ ...contact, mail: ' ' })).toBe(false);
    expect(isContactTyped({ ...contact, phone: '0355 1' })).toBe(true);
    expect(isContactTyped({ ...contact, salutation: 'MS' })).toBe(true);
  });
});

describe('what is read for tags', () => {
  it('is the title, an empty line, and the texts below it; nothing where that is little', () => {
    const values = {
      ...emptyValues(author),
      title: ' Glas prüfen ',
      description: 'Kratzer finden.',
    };
    expect(textToRead(values)).toBe('Glas prüfen\n\nKratzer finden.');
    expect(textToRead({ ...values, summary: 'Im Takt.' })).toContain('\n\nIm Takt.\nKratzer');
    expect(textToRead({ ...emptyValues(author), title: 'Glas' })).toBe('');
    expect(textToRead({ ...values, description: 'x'.repeat(9_000) })).toHaveLength(8_000);
  });
});

describe('tags that are taken from the text', () => {
  const ID: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
  const FOUND = fc.uniqueArray(
    fc.record({ id: ID, confident: fc.boolean() }).map(({ id, confident }): ReadTag => ({
      confident,
      evidence: `Wort ${id}`,
      tag: { id, label: id, state: 'APPROVED' },
    })),
    { selector: ({ tag }) => tag.id },
  );
  const CHOSEN = fc.uniqueArray(
    fc.record({ id: ID, isRead: fc.boolean() }).map(({ id, isRead }) => ({
      ...{ id, label: id, state: 'APPROVED' as const, weight: 2 },
      ...(isRead ? { readFrom: 'Wort' } : {}),
    })),
    { selector: ({ id }) => id },
  );

  it('never come back once removed, and what the author chose stays', () => {
    fc.assert(
      fc.property(CHOSEN, FOUND, fc.uniqueArray(ID), (chosen, found, removed) => {
        const next = takeTags(chosen, found, new Set(removed));
        const came = next.filter((tag) => !chosen.includes(tag as never));
        expect(came.filter(({ id }) => removed.includes(id))).toEqual([]);
        expect(next).toEqual(expect.arrayContaining(chosen.filter((tag) => !('readFrom' in tag))));
        expect(new Set(next.map(({ id }) => id)).size).toBe(next.length);
      }),
    );
  });

  it('are marked, plainly spoken of, and not many', () => {
    fc.assert(
      fc.property(CHOSEN, FOUND, (chosen, found) => {
        const next = takeTags(chosen, found, new Set());
        const came = next.filter((tag) => !chosen.includes(tag as never));
        for (const { id, readFrom } of came) {
          expect(readFrom).toBe(`Wort ${id}`);
          expect(found.find(({ tag }) => tag.id === id)?.confident).toBe(true);
        }
        if (came.length > 0) expect(next.length).toBeLessThanOrEqual(6);
        expect(takeTags(next, found, new Set())).toBe(next);
      }),
    );
  });

  it('go with the words that they came from, unless they were touched', () => {
    const read = { id: 'a', label: 'a', state: 'APPROVED' as const, weight: 2, readFrom: 'Wort' };
    const { readFrom: _word, ...touched } = read;
    expect(takeTags([read], [], new Set())).toEqual([]);
    expect(takeTags([touched], [], new Set())).toEqual([touched]);
  });
});
