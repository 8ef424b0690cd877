import { describe, expect, it } from '@jest/globals';
import { neighbour, successor } from './queue-order.js';

const queue = ['a', 'b', 'c'];

describe('neighbour', () => {
  it('moves down and up and stops at the ends', () => {
    expect(neighbour(queue, 'a', 1)).toBe('b');
    expect(neighbour(queue, 'b', -1)).toBe('a');
    expect(neighbour(queue, 'c', 1)).toBe('c');
    expect(neighbour(queue, 'a', -1)).toBe('a');
  });

  it('starts at the top where nothing, or nothing listed, is open', () => {
    expect(neighbour(queue, null, 1)).toBe('a');
    expect(neighbour(queue, 'gone', 1)).toBe('a');
    expect(neighbour([], 'a', 1)).toBeNull();
  });
});

describe('successor', () => {
  it('opens the next, at the end the one before, at last nothing', () => {
    expect(successor(queue, 'a')).toBe('b');
    expect(successor(queue, 'c')).toBe('b');
    expect(successor(['a'], 'a')).toBeNull();
  });
});
