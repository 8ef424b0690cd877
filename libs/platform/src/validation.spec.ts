import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { DomainError, type FieldProblem } from '@wilma/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import {
  AreNested,
  AreOneOf,
  AreTexts,
  IsMail,
  IsNested,
  IsOneOf,
  IsText,
  IsWebAddress,
  IsWithin,
  Optional,
  refusalOf,
} from './validation.js';

const Colour = { RED: 'RED', GREEN: 'GREEN', BLUE: 'BLUE' } as const;

class Tag {
  @IsText({ min: 1, max: 8 }) tag: string;
  @Optional() @IsWithin(1, 3) weight?: number | null;
}

class Person {
  @IsText({ min: 2, max: 20 }) name: string;
  @IsMail() mail: string;
}

class Input {
  @IsText({ min: 3, max: 10 }) title: string;
  @IsText({ min: 1, max: 10 }) word: string;
  @Optional() @IsText({ max: 10 }) note?: string | null;
  @Optional() @IsWithin(1, 9) trl?: number | null;
  @Optional() @IsOneOf(Colour) colour?: string | null;
  @Optional() @AreOneOf(Colour) colours?: string[] | null;
  @Optional() @AreTexts({ max: 3, length: 5 }) ids?: string[] | null;
  @Optional() @IsWebAddress() website?: string | null;
  @Optional() @IsNested(() => Person) contact?: Person | null;
  @Optional() @AreNested(() => Tag, 3) tags?: Tag[] | null;
}

const GOOD = { title: 'Titel', word: 'Wort' };

function parse(plain: object): { input: Input; problems: readonly FieldProblem[] } {
  const input = plainToInstance(Input, { ...GOOD, ...plain });
  const errors = validateSync(input, { whitelist: true });
  return { input, problems: refusalOf(errors).fields };
}

/** What is wrong, as `path: problem` and the values that its sentence needs. */
const problemsOf = (plain: object): (string | object)[] =>
  parse(plain).problems.flatMap(({ path, problem, values }) => [
    `${path}: ${problem}`,
    ...(values === undefined ? [] : [values]),
  ]);

describe('what is accepted', () => {
  it.each<[string, object]>([
    ['nothing but what is needed', {}],
    ['null where something may be left out', { note: null, trl: null, tags: null, contact: null }],
    ['both bounds of a text', { title: 'abc', note: 'abcdefghij' }],
    ['both bounds of a number', { trl: 1 }],
    ['both bounds of a number, too', { trl: 9 }],
    ['empty lists', { colours: [], ids: [], tags: [] }],
    ['every value of a vocabulary', { colours: ['RED', 'GREEN', 'BLUE'] }],
    ['emoji and umlauts', { title: 'Größe 👩‍🔬' }],
    ['a web address', { website: 'https://wilma.example/a?b=c' }],
    ['what is nested', { contact: { name: 'Leitung', mail: 'a@b.example' }, tags: [{ tag: 'x' }] }],
  ])('%s', (_what, plain) => {
    expect(problemsOf(plain)).toEqual([]);
  });

  it('trims texts, those that are nested too', () => {
    const { input } = parse({ title: '  Titel\n', tags: [{ tag: ' x ' }] });
    expect([input.title, input.tags?.[0]?.tag]).toEqual(['Titel', 'x']);
  });
});

describe('what is refused, where and why', () => {
  const inText = { max: 10 };
  it.each<[string, object, (string | object)[]]>([
    ['a missing text', { title: undefined }, ['title: invalid']],
    ['null for a text', { title: null }, ['title: invalid']],
    ['a number for a text', { title: 12345 }, ['title: invalid']],
    ['a list for a text', { title: ['a', 'b', 'c'] }, ['title: invalid']],
    ['an empty text', { word: '' }, ['word: required', { min: 1 }]],
    ['spaces for a text', { word: '   ' }, ['word: required', { min: 1 }]],
    ['a short text', { title: ' ab ' }, ['title: tooShort', { min: 3 }]],
    ['a long text', { title: 'a'.repeat(5_000) }, ['title: tooLong', inText]],
    ['a long optional text', { note: 'a'.repeat(11) }, ['note: tooLong', inText]],
    ['NUL', { title: 'ab\u0000c' }, ['title: badCharacters']],
    ['half an emoji', { note: '\uD83D' }, ['note: badCharacters']],
    ['a number below', { trl: 0 }, ['trl: outOfRange', { min: 1, max: 9 }]],
    ['a number above', { trl: 10 }, ['trl: outOfRange', { min: 1, max: 9 }]],
    ['a fraction', { trl: 1.5 }, ['trl: outOfRange', { min: 1, max: 9 }]],
    ['no number', { trl: NaN }, ['trl: outOfRange', { min: 1, max: 9 }]],
    ['a text for a number', { trl: '5' }, ['trl: outOfRange', { min: 1, max: 9 }]],
    ['a foreign value', { colour: 'PINK' }, ['colour: notAllowedValue']],
    ['the name of a method', { colour: 'toString' }, ['colour: notAllowedValue']],
    ['a foreign value in a list', { colours: ['RED', 'PINK'] }, ['colours: notAllowedValue']],
    ['a value twice', { colours: ['RED', 'RED'] }, ['colours: invalid']],
    ['too many values', { colours: Array(4).fill('RED') }, ['colours: tooMany', { max: 3 }]],
    ['no list of values', { colours: 'RED' }, ['colours: invalid']],
    ['too many ids', { ids: ['a', 'b', 'c', 'd'] }, ['ids: tooMany', { max: 3 }]],
    ['a long id', { ids: ['a', 'abcdef'] }, ['ids: tooLong', { max: 5 }]],
    ['a number for an id', { ids: ['a', 5] }, ['ids: invalid']],
    ['NUL in an id', { ids: ['\u0000'] }, ['ids: badCharacters']],
    ['no web address', { website: 'wilma' }, ['website: badUrl']],
    ['a script for an address', { website: 'javascript:alert(1)' }, ['website: badUrl']],
    [
      'nothing in a nested object',
      { contact: {} },
      ['contact.name: invalid', 'contact.mail: invalid'],
    ],
    ['a text for an object', { contact: 'me' }, ['contact: invalid']],
    [
      'a wrong field of a nested object',
      { contact: { name: 'Leitung', mail: 'nobody' } },
      ['contact.mail: badMail'],
    ],
    [
      'wrong fields in a list of objects',
      { tags: [{ tag: 'x' }, { tag: '', weight: 4 }] },
      ['tags.1.tag: required', { min: 1 }, 'tags.1.weight: outOfRange', { min: 1, max: 3 }],
    ],
    ['too many objects', { tags: Array(4).fill({ tag: 'x' }) }, ['tags: tooMany', { max: 3 }]],
    [
      'several fields at once',
      { word: '', trl: 0 },
      ['word: required', { min: 1 }, 'trl: outOfRange', { min: 1, max: 9 }],
    ],
  ])('%s', (_what, plain, expected) => {
    expect(problemsOf(plain)).toEqual(expected);
  });

  it('is a refusal that clients can read, of twenty problems at most', () => {
    const tags = Array.from({ length: 10_000 }, () => ({ tag: '' }));
    const refusal = refusalOf(validateSync(plainToInstance(Input, { ...GOOD, tags })));
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal.code).toBe('BAD_USER_INPUT');
    expect(refusal.fields).toHaveLength(20);
    expect(refusal.fields[0]).toEqual({ path: 'tags', problem: 'tooMany', values: { max: 3 } });
  });

  it('never throws, whatever stands where a value is expected', () => {
    const field = fc.constantFrom('title', 'trl', 'colours', 'ids', 'contact', 'tags');
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        for (const { path } of parse({ [name]: value }).problems) {
          expect(path.split('.')[0]).toBe(name);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a mail address', () => {
  const isRefused = (mail: string): boolean =>
    parse({ contact: { name: 'Leitung', mail } }).problems.length > 0;

  it.each([
    'leitung@firma.example',
    "o'neil+tag@mail.uni.example",
    'jörg@größe.example',
    'a@b.co',
    `${'a'.repeat(64)}@b.example`,
  ])('can be %s', (mail) => {
    expect(isRefused(mail)).toBe(false);
  });

  it.each([
    'nobody',
    '@b.example',
    'a@',
    'a@localhost',
    'a b@c.example',
    'a@b@c.example',
    'a@b..example',
    'a@b.example\nBcc: c@d.example',
    '"a"@b.example',
    '<a@b.example>',
    'a@b.example, c@d.example',
    'a@[127.0.0.1]',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b'.repeat(260)}.example`,
  ])('can not be %j', (mail) => {
    expect(isRefused(mail)).toBe(true);
  });

  it('is judged quickly, however it is made to mislead', () => {
    const began = performance.now();
    for (const part of ['a.', 'a-', '1', 'é.']) isRefused(`a@${part.repeat(120)}!`);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
