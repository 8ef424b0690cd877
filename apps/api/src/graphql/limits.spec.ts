import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { doubling } from '../../test/fragment-bomb.js';
import { demandCost, rootFields } from './limits.js';

const rootFieldsOf = (query: string): Record<string, number> => {
  const document = parse(query);
  return Object.fromEntries(rootFields(document, getOperationAST(document) ?? undefined));
};

describe('fields at the root', () => {
  it.each([
    ['{ a b one: a }', { a: 2, b: 1 }],
    [
      '{ a ... { b ... { c } } ...F } fragment F on Query { d e { f } }',
      { a: 1, b: 1, c: 1, d: 1, e: 1 },
    ],
    ['{ ...F ...F } fragment F on Query { a b }', { a: 2, b: 2 }],
    [`{ ...F0 } ${doubling('Query', 100, 'a')}`, { a: 2 ** 100 }],
  ])('of a query with fragments, %#', (query, fields) => {
    expect(rootFieldsOf(query)).toEqual(fields);
  });

  it('of fragments in a circle are counted to an end', () => {
    const circle = 'fragment A on Query { a ...B } fragment B on Query { b ...A }';
    expect(rootFieldsOf(`{ ...A } ${circle}`)).toEqual({ a: 1, b: 1 });
  });
});

describe('the cost of an operation', () => {
  const schema = buildSchema('type Query { item(n: Int!): Item } type Item { id: ID item: Item }');
  const costing =
    (query: string, variables = {}) =>
    () =>
      demandCost(schema, parse(query), { variables });

  it('is refused where it cannot be counted', () => {
    const query = `{ item(n: 1) { ...F0 } } ${doubling('Item', 100, 'id')}`;
    expect(costing(query)).toThrow('nodes');
  });

  it('is nothing where variables are wrong, which execution refuses', () => {
    const query = 'query ($n: Int!) { item(n: $n) { id } }';
    expect(costing(query, { n: 'one' })).not.toThrow();
  });
});
