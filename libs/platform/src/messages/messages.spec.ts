import { describe, expect, it } from '@jest/globals';
import * as vocabulary from '@wilma/domain';
import type { ProblemKey } from '@wilma/domain';
import { de as dePages } from '../pages/messages/de.js';
import { en as enPages } from '../pages/messages/en.js';
import * as de from './de.js';
import * as en from './en.js';
import {
  codeText,
  partyOf,
  postingFacts,
  type PostingView,
  problemText,
  sectorName,
  translator,
  wordsOf,
} from './index.js';

const posting: PostingView = {
  kind: 'NEED',
  title: 'Titel',
  summary: 'Ein Satz.',
  organisation: null,
  district: 'BAUTZEN',
  sector: 'C',
  sizeClass: 'SMALL',
  cooperationForms: ['THESIS', 'PILOT'],
  budget: 'UNDER_10K',
  startsOn: '2027-01-01',
  trl: 9,
};

const blanks = (message: string): string[] =>
  [...new Set(message.match(/\{\w+(?=\}|, (?:select|plural|date|number))/g))].sort();

describe('message files', () => {
  it.each([
    ['problems', de.problems, en.problems],
    ['codes', de.codes, en.codes],
    ['facts', de.facts, en.facts],
    ['pages', dePages, enPages],
  ] satisfies [string, Record<string, string>, Record<string, string>][])(
    'have the same keys and blanks in both languages: %s',
    (_name, german: Record<string, string>, english: Record<string, string>) => {
      expect(Object.keys(english).sort()).toEqual(Object.keys(german).sort());
      for (const [key, message] of Object.entries(german)) {
        expect([key, blanks(english[key] ?? '')]).toEqual([key, blanks(message)]);
      }
    },
  );

  it.each(['de', 'en'] as const)('have a name of its own for each value (%s)', (locale) => {
    const words = wordsOf(locale);
    const expected: [Record<string, string>, object][] = [
      [words.form, vocabulary.CooperationForm],
      [words.budget, vocabulary.BudgetBand],
      [words.district, vocabulary.District],
      [words.inDistrict, vocabulary.District],
      [words.sizeClass, vocabulary.SizeClass],
      [words.sector, vocabulary.Sector],
      [words.strength, vocabulary.MatchStrength],
      [words.reason, vocabulary.DismissReason],
      [words.postingKind, vocabulary.PostingKind],
    ];
    for (const [names, values] of expected) {
      expect(Object.keys(names).sort()).toEqual(Object.keys(values).sort());
      expect(new Set(Object.values(names)).size).toBe(Object.keys(values).length);
    }
    expect(JSON.stringify(words)).not.toContain('%');
  });
});

describe('problemText', () => {
  it('fills the blanks in the language asked for', () => {
    expect(problemText('tooLong', 'de', { max: 8000 })).toBe('Höchstens 8.000 Zeichen.');
    expect(problemText('tooLong', 'en', { max: 8000 })).toBe('At most 8,000 characters.');
    expect(problemText('tooMany', 'de', { max: 1 })).toBe('Höchstens 1 Eintrag.');
    expect(problemText('outOfRange', 'en', { min: 1, max: 9 })).toBe(
      'Please enter a whole number from 1 to 9.',
    );
  });

  it('says less rather than nothing where a value is missing', () => {
    const keys = Object.keys(de.problems) as ProblemKey[];
    for (const key of keys) {
      expect(problemText(key, 'de')).toMatch(/^[A-ZÄÖÜ][^{}]+\.$/);
      expect(problemText(key, 'en')).toMatch(/^[A-Z][^{}]+\.$/);
    }
  });
});

describe('codeText', () => {
  it('has a sentence for each code', () => {
    for (const code of Object.values(vocabulary.ErrorCode)) {
      expect(codeText(code, 'de')).toMatch(/\.$/);
      expect(codeText(code, 'en')).not.toBe(codeText(code, 'de'));
    }
  });
});

describe('translator', () => {
  const text = translator({ de: { hello: 'Hallo {name}' }, en: { hello: 'Hello {name}' } });

  it('does not parse values', () => {
    expect(text('en')('hello', { name: "{x} <b> '' #" })).toBe("Hello {x} <b> '' #");
  });

  it('throws where a value is missing', () => {
    expect(() => text('de')('hello')).toThrow();
  });
});

describe('partyOf', () => {
  it('names an organisation that is released, and else where it is', () => {
    expect(partyOf({ ...posting, organisation: 'Beispiel GmbH' }, 'de')).toBe('Beispiel GmbH');
    expect(partyOf(posting, 'de')).toBe('ein Unternehmen im Landkreis Bautzen');
    expect(partyOf(posting, 'en')).toBe('a company in the district of Bautzen');
    expect(partyOf({ ...posting, kind: 'OFFER', district: 'ELSEWHERE' }, 'de')).toBe(
      'eine Einrichtung außerhalb der Lausitz',
    );
    expect(partyOf({ ...posting, district: null }, 'en')).toBe('a company');
  });
});

describe('sectorName', () => {
  it('reads the section of a code', () => {
    expect(sectorName('C22.2', 'en')).toBe('manufacturing');
    expect(sectorName('v', 'de')).toBe('Exterritoriale Organisationen');
  });

  it.each([null, '', 'X', '22.2', 'Ä'])('knows no section of %p', (code) => {
    expect(sectorName(code, 'de')).toBeNull();
  });
});

describe('postingFacts', () => {
  const values = (view: PostingView) => postingFacts(view, 'de').map(({ value }) => value);

  it('gives a row for each thing that is known', () => {
    expect(values(posting)).toEqual([
      'Ein Unternehmen im Landkreis Bautzen, Verarbeitendes Gewerbe, 10 bis 49 Beschäftigte',
      'Abschlussarbeit, Pilotprojekt oder Reallabor',
      'bis 10.000 €',
      'ab 1. Januar 2027',
      'TRL 9, im täglichen Einsatz',
      expect.stringContaining('zwei Minuten'),
    ]);
  });

  it('leaves out what is not', () => {
    const empty = { budget: null, trl: null, cooperationForms: [], startsOn: null, sector: null };
    expect(values({ ...posting, ...empty, sizeClass: null })).toEqual([
      'Ein Unternehmen im Landkreis Bautzen',
      'nach Absprache',
      expect.any(String),
    ]);
    expect(values({ ...posting, trl: 10 })).toHaveLength(5);
  });

  it('says nothing of sector and size beside a name', () => {
    expect(values({ ...posting, organisation: 'Beispiel GmbH' })[0]).toBe(
      'Beispiel GmbH, Landkreis Bautzen',
    );
  });
});
