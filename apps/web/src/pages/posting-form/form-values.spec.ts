import { describe, expect, it } from '@jest/globals';
import {
  emptyValues,
  fingerprint,
  isContactTyped,
  needInput,
  offerInput,
  valuesOf,
  type Author,
} from './form-values.js';

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
