import { describe, expect, it } from '@jest/globals';
import type { Locale, Salutation } from '@wilma/domain';
import { fullName, salutationOf } from './salutation.js';

type Row = [Locale, Salutation, title: string | null, name: string, expected: string];

describe('salutationOf', () => {
  it.each<Row>([
    ['de', 'MS', null, 'Erika Muster', 'Sehr geehrte Frau Muster,'],
    ['de', 'MR', null, 'Max Muster', 'Sehr geehrter Herr Muster,'],
    ['de', 'MS', 'Prof. Dr.', 'Erika Muster', 'Sehr geehrte Frau Prof. Dr. Muster,'],
    ['de', 'MR', 'Dipl.-Ing.', 'Max Muster', 'Sehr geehrter Herr Dipl.-Ing. Muster,'],
    ['de', 'NONE', null, 'Leitung Produktion', 'Guten Tag Leitung Produktion,'],
    ['de', 'NONE', 'Dr.', 'Kim Muster', 'Guten Tag Dr. Kim Muster,'],
    ['en', 'MS', null, 'Erika Muster', 'Dear Ms Muster,'],
    ['en', 'MR', '  ', 'Max Muster', 'Dear Mr Muster,'],
    ['en', 'MR', 'Prof. Dr.-Ing.', 'Max Muster', 'Dear Prof. Dr.-Ing. Muster,'],
    ['en', 'MR', 'Dipl.-Ing.', 'Max Muster', 'Dear Mr Muster,'],
    ['en', 'NONE', null, 'Leitung Produktion', 'Dear Leitung Produktion,'],
    ['en', 'NONE', 'Dr.', 'Kim Muster', 'Dear Dr. Kim Muster,'],
    ['de', 'MS', null, 'Erika von der Muster', 'Sehr geehrte Frau von der Muster,'],
    ['de', 'MR', null, ' Max  Muster-Beispiel ', 'Sehr geehrter Herr Muster-Beispiel,'],
    ['de', 'MR', null, 'muster', 'Sehr geehrter Herr muster,'],
    ['de', 'NONE', 'Dr.', 'Dr. Kim Muster', 'Guten Tag Dr. Kim Muster,'],
  ])('%s %s %s %s', (...row) => {
    const [locale, salutation, academicTitle, name, expected] = row;
    expect(salutationOf({ locale, salutation, academicTitle, name })).toBe(expected);
  });
});

describe('fullName', () => {
  it.each<Row>([
    ['de', 'MS', 'Prof. Dr.', 'Erika Muster', 'Frau Prof. Dr. Erika Muster'],
    ['en', 'MS', 'Prof. Dr.', 'Erika Muster', 'Prof. Dr. Erika Muster'],
    ['en', 'MR', null, 'Max Muster', 'Mr Max Muster'],
    ['de', 'NONE', null, 'Leitung Produktion', 'Leitung Produktion'],
  ])('%s %s %s %s', (...row) => {
    const [locale, salutation, academicTitle, name, expected] = row;
    expect(fullName({ salutation, academicTitle, name }, locale)).toBe(expected);
  });
});
