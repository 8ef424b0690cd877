import { describe, expect, it } from '@jest/globals';
import {
  badInput,
  conflict,
  DomainError,
  ErrorCode,
  forbidden,
  notFound,
  unauthenticated,
} from './errors.js';

describe('DomainError', () => {
  it('carries a code that clients know', () => {
    const codes = [notFound(), forbidden(), conflict('stale'), badInput()].map(({ code }) => code);
    expect(codes).toEqual(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'BAD_USER_INPUT']);
    expect(Object.values(ErrorCode)).toEqual(expect.arrayContaining(codes));
  });

  it('says what is the matter', () => {
    const messages = [unauthenticated(), forbidden(), badInput()].map(({ message }) => message);
    expect(messages).toEqual(['sign in first', 'not allowed', 'input refused']);
  });

  it('is an error that can be told from others', () => {
    expect(conflict('stale')).toBeInstanceOf(Error);
    expect(conflict('stale')).toBeInstanceOf(DomainError);
    expect(conflict('stale')).toMatchObject({ name: 'DomainError', message: 'stale', fields: [] });
  });

  it('says the same of what is hidden and of what does not exist', () => {
    expect(notFound()).toEqual(notFound());
    expect(notFound().message).toBe('not found');
  });

  it('names each field that is wrong, in order', () => {
    const title = { path: 'title', problem: 'required' } as const;
    const tag = { path: 'tags.2.tag', problem: 'unknownTag' } as const;
    expect(badInput(title, tag).fields).toEqual([title, tag]);
  });
});
