import { describe, expect, it } from '@jest/globals';
import { inOrder } from './catalogue.js';

const table = (name: string) => ({ name, columns: [], primaryKey: [] });
const key = (from: string, to: string) => ({ name: `${from}_${to}`, from, to });

describe('inOrder', () => {
  it('puts tables after those that they refer to, else as they come', () => {
    const tables = ['a', 'b', 'c', 'd'].map(table);
    const keys = [key('a', 'c'), key('c', 'd'), key('b', 'other')];
    const { tables: sorted, circular } = inOrder(tables, keys);
    expect(sorted.map(({ name }) => name)).toEqual(['b', 'd', 'c', 'a']);
    expect(circular).toEqual([]);
  });

  it('names the keys that no order meets', () => {
    const keys = [key('a', 'a'), key('b', 'c'), key('c', 'b')];
    const { tables: sorted, circular } = inOrder(['a', 'b', 'c'].map(table), keys);
    expect(sorted.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(circular).toEqual([key('a', 'a'), key('b', 'c')]);
  });
});
