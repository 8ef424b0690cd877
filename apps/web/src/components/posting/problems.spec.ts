import { describe, expect, it } from '@jest/globals';
import { fieldId, formErrors } from '../../pages/posting-form/field-paths.js';
import { emptyValues } from '../../pages/posting-form/form-values.js';
import { findCallerProblems, findProblems } from './problems.js';

const empty = emptyValues({
  locale: 'de',
  account: { name: 'A', email: 'a@demo.example', salutation: null, academicTitle: null },
  organisations: [],
});
const complete = {
  ...empty,
  title: 'Rezyklat prüfen',
  summary: 'Ein Satz.',
  tags: [{ id: 't', label: 'T', weight: 2 }],
};

const paths = (...args: Parameters<typeof findProblems>) =>
  findProblems(...args).map((problem) => problem.path);

describe('findProblems', () => {
  it('lets a draft be saved with a title alone', () => {
    expect(paths(empty, 'save')).toEqual(['title']);
    expect(paths({ ...empty, title: 'Drei' }, 'save')).toEqual([]);
  });

  it('asks for what others read before submitting, in the order of the form', () => {
    expect(paths(empty, 'submit')).toEqual(['title', 'summary', 'tags']);
    expect(paths(complete, 'submit')).toEqual([]);
  });

  it('needs a district where the organisation is hidden', () => {
    expect(paths({ ...complete, visibility: 'BLINDED' }, 'submit')).toEqual(['district']);
    expect(paths({ ...complete, visibility: 'BLINDED', district: 'BAUTZEN' }, 'submit')).toEqual(
      [],
    );
  });

  it('does not let the end lie before the start', () => {
    const dates = { startsOn: '2027-03-02', endsOn: '2027-03-01' };
    expect(paths({ ...complete, ...dates }, 'save')).toEqual(['endsOn']);
    expect(paths({ ...complete, ...dates, endsOn: '2027-03-02' }, 'save')).toEqual([]);
  });
});

describe('where a problem is shown', () => {
  it('shows a problem of one tag at the tags', () => {
    expect(fieldId('tags.2.weight')).toBe('field-tags');
    expect(fieldId('contact.mail')).toBe('field-contact.mail');
  });

  it('keeps the first problem of each field', () => {
    const errors = formErrors([
      { path: 'tags.0', message: 'unbekannt' },
      { path: 'tags.1', message: 'doppelt' },
      { path: 'title', message: 'zu lang' },
    ]);
    expect(errors).toEqual({ tags: 'unbekannt', title: 'zu lang' });
  });
});

describe('findCallerProblems', () => {
  it('asks for whom it is and for a mail address, without which nobody could confirm', () => {
    const contact = { name: '', mail: 'kim@' };
    expect(findCallerProblems({ organisation: '', contact }).map(({ path }) => path)).toEqual([
      'organisation',
      'contact.name',
      'contact.mail',
    ]);
    const known = { name: 'Kim Beispiel', mail: 'kim@contact.example' };
    expect(findCallerProblems({ organisation: 'o1', contact: known })).toEqual([]);
  });
});
