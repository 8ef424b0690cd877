import { describe, expect, it } from '@jest/globals';
import { ErrorCode } from '@wilma/domain';
import { PAGE_SIZE } from '@wilma/platform';
import { buildSchema, parse, validate } from 'graphql';
import { LIMITS } from '../src/graphql/limits.js';
import { brokenIn } from './contract-comparison.js';
import { BOUNDS, CODES, NAMES, SHAPES } from './contract-names.js';
import { schema } from './whole-selection.js';

describe('the API keeps its promises', () => {
  it('has every promised operation, type, field, argument and value', () => {
    expect(brokenIn(schema, NAMES)).toEqual([]);
  });

  it.each(SHAPES)('answers %s', (request) => {
    expect(validate(schema, parse(request)).map(({ message }) => message)).toEqual([]);
  });

  it('refuses with the promised codes and no others', () => {
    expect(Object.keys(ErrorCode).sort()).toEqual([...CODES].sort());
  });

  it('takes as much as promised', () => {
    const { depth, rootFields } = LIMITS;
    expect({ pageSize: PAGE_SIZE.max, depth, rootFields }).toEqual(BOUNDS);
  });
});

describe('the comparison notices', () => {
  const promise = parse('type Query { a(b: Int): [C!] d: D! } type C { e: Int! } enum D { F G }');
  const kept = 'type Query { a(b: Int): [C!] d: D! } type C { e: Int! } enum D { F G }';
  const brokenBy = (sdl: string) => brokenIn(buildSchema(sdl), promise);

  it.each([
    ['nothing where all is kept', kept, []],
    ['nothing where more is given', kept.replace('[C!]', '[C!]!').replace('{ e', '{ x: Int e'), []],
    ['a type that is gone', 'type Query { d: D! } enum D { F G }', ['Query.a', 'C']],
    ['an operation that is gone', kept.replace('d: D!', ''), ['Query.d']],
    ['an argument that is gone', kept.replace('(b: Int)', ''), ['Query.a(b)']],
    ['an argument of another type', kept.replace('b: Int', 'b: ID'), ['Query.a(b)']],
    [
      'an argument that may no longer be left out',
      kept.replace('b: Int', 'b: Int!'),
      ['Query.a(b)'],
    ],
    ['a demanded argument', kept.replace('b: Int', 'b: Int x: Int!'), ['Query.a(x demanded)']],
    ['a null where none was', kept.replace('e: Int!', 'e: Int'), ['C.e: Int']],
    ['a list that is none', kept.replace('[C!]', 'C'), ['Query.a: C']],
    ['a value that is gone', kept.replace(' G', ''), ['D.G']],
  ])('%s', (_what, sdl, broken) => {
    expect(brokenBy(sdl)).toEqual(broken);
  });
});
